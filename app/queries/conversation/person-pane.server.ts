/** The person beside a conversation: state, pulse, how it has gone, and what to expect. */
import type { Sql } from '../../db/connection.server';
import type { HealthContext } from '../../db/derive/contact-health.server';
import { healthHistory } from '../../domain/contacts/health-history';
import { firstName } from '../../domain/contacts/names';
import { usualAnswer } from '../../domain/conversations/usual-answer';
import { waitedSentence } from '../../domain/conversations/words';
import { headline, replyFacts, type HealthStateName } from '../../domain/health';
import { expectedTime, monthCounts, type MonthCount, type PulseGeometry } from '../../domain/pulse';
import { monthAndYear, shortDay } from '../../lib/dates';
import { restAndAway } from '../person/keeping.server';
import { lastTouches, NO_TOUCHES } from '../person/last-touches.server';
import { personLog } from '../person/log.server';
import { pulsesOf, type ContactPulse } from '../pulses.server';

/** The days over which health's change is told. */
const CHANGE_DAYS = 30;

export interface PanePerson {
  /** Public id. */
  id: string;
  name: string;
  firstName: string;
  headline: string | null;
  /** "first contact May 2024": in words, by whom or how old the connection is; null before it. */
  met: string | null;
  state: HealthStateName | null;
  /** Pane-sized. */
  pulse: PulseGeometry | null;
  /** The same year in numbers; empty without a pulse. */
  months: MonthCount[];
  /**
   * "Next expected 26 Nov to 7 Dec", "You want to be in touch by 7 Dec"; null without a rhythm, and once that time is over.
   * "Resting until 5 January" of those who rest, and likewise of those who are away.
   */
  expected: string | null;
  /** "Leila wrote 4 days ago.", then "You usually answer within 2." */
  wrote: string | null;
  usually: string | null;
  /** 0 to 100, its change over thirty days, and "22 Nov" where the sources saw no further. */
  health: { value: number; change: number | null; asOf: string | null } | null;
}

export interface PaneContact {
  id: number;
  publicId: string;
  name: string;
  headline: string | null;
  /** Since when they wait, UTC milliseconds; null where it is not the user's turn. */
  waitingSince: number | null;
}

interface Clock {
  zone: string;
  now: number;
  health?: HealthContext;
}

export interface PersonInPane {
  person: PanePerson;
  /** When their rhythm says they write next, UTC milliseconds. */
  expectedFrom: number | null;
}

export function personInPane(sql: Sql, contact: PaneContact, clock: Clock): PersonInPane {
  const { zone, now, health } = clock;
  const owed = contact.waitingSince === null ? undefined : 'everybody';
  const read = pulsesOf(sql, [contact.id], now, 'pane', owed, health).get(contact.id);
  const name = firstName(contact.name);
  const unknown: PanePerson = {
    id: contact.publicId, name: contact.name, firstName: name, headline: contact.headline,
    met: null, state: null, pulse: null, months: [], expected: null, wrote: null, usually: null, health: null,
  };
  if (!read) return { person: unknown, expectedFrom: null };
  const { reading, state, pulse } = read;
  const band = pulse.band?.look === 'calm' && read.rhythm ? expectedTime(read.rhythm) : null;
  const person: PanePerson = {
    ...unknown,
    ...numbersAndSentences(sql, contact, read, clock),
    met: state.first === null ? null : `first contact ${monthAndYear(state.first, zone)}`,
    state: reading.state,
    pulse,
    expected: expectation(read, band, clock),
  };
  return { person, expectedFrom: band?.from ?? null };
}

function expectation({ kept, rhythm }: ContactPulse, band: { from: number; to: number } | null, clock: Clock): string | null {
  const { zone, now } = clock;
  const { resting: rests, away: isAway } = restAndAway(kept.keeping, clock);
  if (rests !== null || isAway !== null) return rests ?? isAway;
  if (!band || band.to <= now) return null;
  const to = shortDay(band.to, zone, now);
  return rhythm?.says.is === 'wished' ? `You want to be in touch by ${to}` : `Next expected ${shortDay(band.from, zone, now)} to ${to}`;
}

function numbersAndSentences(sql: Sql, contact: PaneContact, read: ContactPulse, { zone, now }: Clock): Pick<PanePerson, 'months' | 'wrote' | 'usually' | 'health'> {
  const { reading, state, context: { dayOf, coverage, delta } } = read;
  const log = personLog(sql, contact.id);
  const months = monthCounts(log.pulse, reading.readAt, zone);
  const [before] = healthHistory({ log: log.health, dayOf, coverage, delta, until: reading.readAt, stepDays: CHANGE_DAYS, steps: 1 });
  const health = {
    value: reading.health,
    change: before?.health == null ? null : reading.health - before.health,
    asOf: reading.stale ? shortDay(reading.readAt, zone, now) : null,
  };
  if (contact.waitingSince === null) {
    const touches = lastTouches(sql, [contact.id]).get(contact.id) ?? NO_TOUCHES;
    return { months, health, wrote: null, usually: headline({ name: firstName(contact.name), reading, state, touches, now, dayOf }) };
  }
  const { yours } = replyFacts(log.words, reading.readAt, coverage);
  return {
    months,
    health,
    wrote: waitedSentence(contact.name, contact.waitingSince, now),
    usually: usualAnswer(yours, now - contact.waitingSince),
  };
}
