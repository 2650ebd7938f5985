/** The pulses of several people at once: a constant number of statements, however many there are. */
import { healthContext, type HealthContext } from '../db/derive/contact-health.server';
import type { Sql } from '../db/connection.server';
import { KEEPING_COLUMNS, keptOf, type KeepingRow, type Kept } from '../db/keeping.server';
import { pausedNow, resting } from '../domain/contacts/keeping';
import { firstName } from '../domain/contacts/names';
import {
  healthStateSchema, HEALTH_MODEL_VERSION, readHealth, type HealthReading, type HealthState,
} from '../domain/health';
import {
  pulseGeometry, pulseRhythm, type PulseEvent, type PulseGeometry, type PulseRhythm, type PulseSize,
} from '../domain/pulse';
import { DAY } from '../lib/dates';
import { waitingContacts } from './waiting-contacts.server';

/** What the strip shows of the past, in milliseconds. */
const YEAR = 365 * DAY;

export interface ContactPulse {
  pulse: PulseGeometry;
  /** What the pulse draws of the rhythm, learned or wished for; null where there is neither. */
  rhythm: PulseRhythm | null;
  kept: Kept;
  /** As of `reading.readAt`, which is `now` or the last moment that could be seen. */
  reading: HealthReading;
  state: HealthState;
  /** It was read with. */
  context: HealthContext;
}

interface StateRow extends KeepingRow {
  contactId: number;
  name: string;
  state: string;
}

/**
 * @param now UTC milliseconds
 * @param owed who gets the hollow bar: everybody ("they are waiting"), or those who wait for the user in any conversation
 * @param context what health is read with, where the page has it already
 * @returns by contact id; people with whom nothing dated has happened are left out
 */
export function pulsesOf(
  sql: Sql,
  contactIds: readonly number[],
  now: number,
  size: PulseSize,
  owed: 'everybody' | ReadonlySet<number> = waitingContacts(sql, contactIds),
  context = healthContext(sql),
): Map<number, ContactPulse> {
  const ids = JSON.stringify([...new Set(contactIds)]);
  const states = sql
    .prepare<[string, number], StateRow>(
      `SELECT h.contactId, c.name, h.state, ${KEEPING_COLUMNS} FROM ContactHealth h JOIN Contact c ON c.id = h.contactId
       WHERE h.contactId IN (SELECT value FROM json_each(?)) AND h.modelVersion = ?`,
    )
    .all(ids, HEALTH_MODEL_VERSION);
  const keptPeople = keptOf(sql, new Map(states.map((row) => [row.contactId, row])), context.gaps);
  const read = states.flatMap(({ contactId, name, state: stored }) => {
    const { data: state } = healthStateSchema.safeParse(JSON.parse(stored));
    const kept = keptPeople.get(contactId);
    if (!state || !kept || state.last === null) return [];
    const reading = readHealth(state, pausedNow(now, kept.keeping), context);
    return { contactId, name: firstName(name), state, reading, kept };
  });
  const events = eventsOf(sql, read.map(({ contactId, reading }) => [contactId, Math.floor(reading.readAt) - YEAR]));
  return new Map(
    read.map(({ contactId, name, state, reading, kept }) => {
      const rhythm = pulseRhythm(state, reading, kept.gap);
      const pulse = pulseGeometry(
        {
          events: events.get(contactId) ?? [],
          now: reading.readAt,
          rhythm,
          owed: owed === 'everybody' || owed.has(contactId),
          atRest: resting(kept.keeping, now),
          name,
          dayOf: context.dayOf,
        },
        size,
      );
      return [contactId, { pulse, rhythm, kept, reading, state, context }];
    }),
  );
}

const MINUTE = 60_000;
/** A year has less than 2^20 minutes; a weight fits into eight bits, a direction into two. */
const PLACE = 2 ** 30;
const AT = 2 ** 10;
const WEIGHT = 2 ** 2;

/**
 * The events of hundreds of people, each handed over as one number: who, when, how heavy, which way. As objects they
 * would take four times as long as SQLite needs to find them, and so would a look into the JSON for each of them: it is
 * taken apart once. Their instants are cut to the minute.
 * @param from contact and the whole instant (UTC milliseconds; a fraction would spill into the direction) after which their events are drawn, at most a year before now
 */
function eventsOf(sql: Sql, from: readonly (readonly [contactId: number, after: number])[]): Map<number, PulseEvent[]> {
  const packed = sql
    .prepare<[string], number>(
      `WITH j AS MATERIALIZED (SELECT key AS place, value ->> 0 AS contactId, value ->> 1 AS after FROM json_each(?))
       SELECT j.place * ${PLACE} + ((e.occurredAt - j.after) / ${MINUTE}) * ${AT} + e.weight * ${WEIGHT} + e.direction
       FROM j CROSS JOIN ContactEvent e ON e.contactId = j.contactId AND e.occurredAt > j.after AND e.occurredAt < j.after + ${YEAR + DAY}
       WHERE e.direction < 3`,
    )
    .pluck()
    .all(JSON.stringify(from));
  const byPlace = from.map((): PulseEvent[] => []);
  for (const number of packed) {
    const [place, rest] = [Math.floor(number / PLACE), number % PLACE];
    const after = from[place]?.[1] ?? 0;
    byPlace[place]?.push({
      at: after + Math.floor(rest / AT) * MINUTE,
      direction: rest % WEIGHT === 1 ? 'in' : 'out',
      weight: Math.floor((rest % AT) / WEIGHT) / 100,
    });
  }
  return new Map(from.map(([contactId], place) => [contactId, byPlace[place] ?? []]));
}
