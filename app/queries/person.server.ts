/** Everything the page of one person shows. A fixed number of statements, however long the story is. */
import type { Sql } from '../db/connection.server';
import { healthContext, storedHealth } from '../db/derive/contact-health.server';
import { KEEPING_COLUMNS, keptOf, type KeepingRow, type Kept } from '../db/keeping.server';
import { pausedNow } from '../domain/contacts/keeping';
import { firstName } from '../domain/contacts/names';
import type { Stage } from '../domain/contacts/stages';
import type { TimelineGroup } from '../domain/contacts/timeline';
import { rebuildHealth, type EvidenceTopic } from '../domain/health';
import { DAY, monthAndYear } from '../lib/dates';
import { becauseOf, evidenceRows, type Because } from './person/because.server';
import {
  factsOf, healthInWords, readPerson, silenceGap, type PersonFacts, type PersonHealth, type SilenceGap, type Spoken,
} from './person/health.server';
import { personIdentities, personPlaces, type PersonIdentity, type PersonPlace } from './person/identities.server';
import { knownAs, mergedInto, type JoinedPerson, type KnownAs } from './person/known-as.server';
import { keepingInWords, lateNow, quietly, UNKEPT, type PersonKeeping } from './person/keeping.server';
import { lastTouches, NO_TOUCHES } from './person/last-touches.server';
import { encountersSince, NO_LOG, personLog } from './person/log.server';
import { personPulse, type PersonPulse } from './person/pulse.server';
import { sourcesOf, type SourceSeen } from './person/sources.server';
import { timelineGroups, timelinePage, type TimelinePage } from './person/timeline.server';

const YEAR = 365 * DAY;
/** Meetings and purchases read for the marks above the pulse; not all of them have room. */
const MARKS = 6;

export interface Person {
  publicId: string;
  name: string;
  /** What they are called: "Amara". */
  called: string;
  headline: string | null;
  howMet: string | null;
  stage: Stage;
  /** "Mar 2026", where the user set it; null where it was never set. */
  stageSince: string | null;
  /** "Added 23 November" stands where there are no words yet. */
  addedIn: string;
  tags: { publicId: string; name: string }[];
  identities: PersonIdentity[];
  /** Set where several places were brought together in them. */
  known: KnownAs[];
  merged: JoinedPerson[];
  /** Conversations something can be logged in or written to, the newest first. */
  places: PersonPlace[];
  facts: PersonFacts;
  keeping: PersonKeeping;
  /** What could be seen of the two, and where. */
  sources: SourceSeen[];
  health: PersonHealth | null;
  pulse: PersonPulse | null;
  gap: SilenceGap | null;
  timeline: TimelinePage;
  /** Set where the timeline shows what one sentence rests on. */
  because: Because | null;
  groups: TimelineGroup[];
  /** Added by hand, and nothing was ever said. */
  removable: boolean;
}

export interface PersonQuestion {
  publicId: string;
  show: TimelineGroup | null;
  /** A sentence whose events to show; it stands above a group. */
  because?: EvidenceTopic | null;
  zone: string;
  /** UTC milliseconds. */
  now: number;
}

/** The page; where to go instead for somebody who was merged; null for nobody. */
export type PersonAnswer = { is: 'person'; person: Person } | { is: 'merged'; into: string } | null;

interface ContactRow extends KeepingRow {
  id: number;
  publicId: string;
  name: string;
  headline: string | null;
  howMet: string | null;
  stageSetAt: number | null;
  createdAt: number;
  createdHow: string;
  mergedInto: string | null;
  /** It is the user's turn in any conversation with them. */
  waits: 0 | 1;
}

/** The stage counts from when it was set last, unless that was undone; journal and audit carry the same instant. */
const STAGE_SET_AT = `(SELECT max(e.at) FROM AuditEvent e WHERE e.verb = 'set-stage' AND e.subject = c.publicId
  AND EXISTS (SELECT 1 FROM JournalEntry j WHERE j.verb = e.verb AND j.at = e.at AND j.teammateId IS e.teammateId AND j.undoneAt IS NULL))`;

function contactRow(sql: Sql, publicId: string): ContactRow | undefined {
  return sql
    .prepare<[string], ContactRow>(
      `SELECT c.id, c.publicId, c.name, c.headline, c.howMet, c.createdAt, c.createdHow, ${KEEPING_COLUMNS},
              CASE WHEN c.version > 1 THEN ${STAGE_SET_AT} END AS stageSetAt,
              (SELECT publicId FROM Contact m WHERE m.id = c.mergedIntoId) AS mergedInto,
              EXISTS (SELECT 1 FROM ConversationState s WHERE s.contactId = c.id AND s.turn = 'yours') AS waits
       FROM Contact c WHERE c.publicId = ? AND (c.deletedAt IS NULL OR c.mergedIntoId IS NOT NULL)`,
    )
    .get(publicId);
}

export function person(sql: Sql, { publicId, show, because: asked = null, zone, now }: PersonQuestion): PersonAnswer {
  const contact = contactRow(sql, publicId);
  if (!contact) return null;
  if (contact.mergedInto !== null) return { is: 'merged', into: contact.mergedInto };
  const { id, stageSetAt, createdAt, createdHow, waits } = contact;
  const spoken: Spoken = { name: firstName(contact.name), zone, now };
  const log = personLog(sql, id);
  const context = healthContext(sql);
  const kept = keptOf(sql, new Map([[id, contact]]), context.gaps).get(id) ?? UNKEPT;
  const stored = log.health.length > 0 ? (storedHealth(sql, id) ?? rebuildHealth(log.health, context.dayOf)) : null;
  const read = readPerson(stored, log, context, pausedNow(now, kept.keeping));
  const theyWait = waits === 1;
  const health = read && healthInWords(read, log, lastTouches(sql, [id]).get(id) ?? NO_TOUCHES, context, spoken, theyWait);
  const facts = factsOf(read, log, context, spoken, theyWait);
  const because = becauseOf(asked, read, log, context, facts.between);
  const only = because && evidenceRows(because.topic, read, log, context);
  const known = knownAs(sql, id, zone);
  return {
    is: 'person',
    person: {
      publicId: contact.publicId,
      name: contact.name,
      headline: contact.headline,
      howMet: contact.howMet,
      stage: contact.stage,
      called: spoken.name,
      stageSince: stageSetAt === null ? null : monthAndYear(stageSetAt, zone),
      addedIn: monthAndYear(createdAt, zone),
      tags: tagsOf(sql, id),
      identities: personIdentities(sql, id, zone),
      known,
      merged: known.length === 0 ? [] : mergedInto(sql, id, zone),
      places: personPlaces(sql, id),
      facts,
      sources: sourcesOf(sql, read, context, spoken),
      keeping: keepingInWords(kept, contact, spoken),
      health: read && health && { ...health, late: lateNow(read, kept, now) },
      pulse:
        log.pulse.length > 0
          ? personPulse({
              read, kept, log, owed: theyWait, encounters: encountersSince(sql, id, now - YEAR, MARKS), dayOf: context.dayOf, spoken,
            })
          : null,
      gap: read && quietly(silenceGap(read, context.dayOf), kept, now),
      timeline: timelinePage(sql, { contactId: id, show: only ? null : show, only, before: null }, spoken),
      because,
      groups: timelineGroups(sql, id),
      removable: createdHow !== 'import' && log.pulse.length === 0,
    },
  };
}

function tagsOf(sql: Sql, contactId: number): Person['tags'] {
  return sql
    .prepare<[number], Person['tags'][number]>(
      'SELECT t.publicId, t.name FROM ContactTag c JOIN Tag t ON t.id = c.tagId WHERE c.contactId = ? ORDER BY c.addedAt, t.id',
    )
    .all(contactId);
}

/** Names of tags that somebody has, for suggestions. */
export function tagsInUse(sql: Sql): string[] {
  return sql
    .prepare<[], { name: string }>(
      'SELECT name FROM Tag t WHERE EXISTS (SELECT 1 FROM ContactTag c WHERE c.tagId = t.id) ORDER BY name COLLATE NOCASE',
    )
    .all()
    .map(({ name }) => name);
}

/** A further page of the timeline; null where the person is gone. */
export function olderTimeline(
  sql: Sql, question: PersonQuestion & { before: string | null },
): (TimelinePage & { gap: SilenceGap | null }) | null {
  const { publicId, show, because = null, before, zone, now } = question;
  const contact = sql
    .prepare<[string], KeepingRow & { id: number; name: string }>(
      `SELECT c.id, c.name, ${KEEPING_COLUMNS} FROM Contact c WHERE c.publicId = ? AND c.deletedAt IS NULL`,
    )
    .get(publicId);
  if (!contact) return null;
  const context = healthContext(sql);
  const state = storedHealth(sql, contact.id);
  const kept: Kept = { keeping: contact, gap: null, seen: null };
  const log = because === null ? NO_LOG : personLog(sql, contact.id);
  const read = readPerson(state, log, context, pausedNow(now, contact));
  const only = evidenceRows(because, read, log, context);
  const asked = { contactId: contact.id, show: only ? null : show, only, before };
  const page = timelinePage(sql, asked, { name: firstName(contact.name), zone, now });
  return { ...page, gap: read && quietly(silenceGap(read, context.dayOf), kept, now) };
}
