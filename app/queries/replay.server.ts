/** How Kith would have done on the user's own last three months: the sentence, and the people behind it. */
import type { Sql } from '../db/connection.server';
import { storedFit, type StoredFit } from '../db/derive/workspace-fit.server';
import { replaySentence, surpriseSentence, tiltSentence, type ReplayTally } from '../domain/health/replay-words';
import { shortDay } from '../lib/dates';

/** People listed of each kind in a month; beyond this the number says it. */
const LISTED = 100;

export interface ReplayInBrief {
  sentence: string;
  /** "5 more wrote whom it would not have named."; null for nobody. */
  surprise: string | null;
  /** What was learned for everybody's health; null where nothing was. */
  tilt: string | null;
}

export interface ReplayedMonth {
  /** "24 Oct to 23 Nov" */
  title: string;
  tally: ReplayTally;
  /** Who could be asked about. */
  people: number;
  /** The likeliest first. */
  named: { contact: string; name: string; wrote: boolean }[];
  /** Who wrote without having been named, by name. */
  surprises: { contact: string; name: string }[];
}

export interface ReplayInFull extends ReplayInBrief {
  /** The latest first. */
  months: ReplayedMonth[];
}

function briefly({ windows, intercept }: StoredFit): ReplayInBrief {
  const sum = (part: keyof ReplayTally) => windows.reduce((total, window) => total + window[part], 0);
  const tally = { named: sum('named'), namedWrote: sum('namedWrote'), surprises: sum('surprises') };
  return { sentence: replaySentence(tally), surprise: surpriseSentence(tally), tilt: intercept === 0 ? null : tiltSentence(intercept) };
}

/** In one statement. @returns null where three months of both sides are not there yet */
export function replayInBrief(sql: Sql): ReplayInBrief | null {
  const fit = storedFit(sql);
  return fit && fit.inbound.people > 0 ? briefly(fit) : null;
}

interface PersonRow {
  window: number;
  contact: string;
  name: string;
  place: number | null;
  wrote: 0 | 1;
}

/** Both kinds of people of each window, each up to the limit: the likeliest, and by name. */
const PEOPLE = `SELECT window, contact, name, place, wrote FROM (
    SELECT r.window, c.publicId AS contact, c.name, r.place, r.wrote,
           row_number() OVER (PARTITION BY r.window, r.place IS NULL ORDER BY r.place, c.name, c.id) AS rank
    FROM ReplayedContact r JOIN Contact c ON c.id = r.contactId WHERE c.deletedAt IS NULL
  ) WHERE rank <= ? ORDER BY window, place IS NULL, rank`;

/** In two statements, however many people. @returns null where three months of both sides are not there yet */
export function replayInFull(sql: Sql, { zone, now }: { zone: string; now: number }): ReplayInFull | null {
  const fit = storedFit(sql);
  if (!fit || fit.inbound.people === 0) return null;
  const people = sql.prepare<[number], PersonRow>(PEOPLE).all(LISTED);
  const months = fit.windows.map(({ from, to, people: asked, named, namedWrote, surprises }, window): ReplayedMonth => {
    const inIt = people.filter((row) => row.window === window);
    return {
      title: `${shortDay(from, zone, now)} to ${shortDay(to - 1, zone, now)}`,
      tally: { named, namedWrote, surprises },
      people: asked,
      named: inIt.filter(({ place }) => place !== null).map(({ contact, name, wrote }) => ({ contact, name, wrote: wrote === 1 })),
      surprises: inIt.filter(({ place }) => place === null).map(({ contact, name }) => ({ contact, name })),
    };
  });
  return { ...briefly(fit), months };
}
