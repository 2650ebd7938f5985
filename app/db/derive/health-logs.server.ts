/** The logs of everybody, as health sees them, for what reads them all: a refold, the workspace's own fit. */
import type { HealthEvent } from '../../domain/health';
import type { Sql } from '../connection.server';

/** Contact ids looked at in one statement: some ten thousand events, a few hundred kilobytes. */
const CONTACTS = 1_000;

/**
 * An event is handed over as one number: instant, direction, place of its source. As an object of four columns it takes
 * four times as long as SQLite needs to find it. What is below the instant has 11 bits, the instant the other 42: enough
 * until the year 2109.
 */
const AT = 2 ** 11;
const OUT = 2 ** 10;
/** Of how many events a contact can be told: they stand below the contact's id. */
const COUNT = 2 ** 26;

const COUNTED = 'countsForHealth = 1 AND direction < 3 AND contactId > ? AND contactId <= ?';

export interface HealthLog {
  contactId: number;
  /** Oldest first. */
  log: HealthEvent[];
}

/** `CASE` from an own account's id to its place in the list; ids grow for ever, places don't. */
function placeOf(accounts: readonly number[]): string {
  const cases = accounts.map((id, place) => `WHEN ${id} THEN ${place}`).join(' ');
  return `CASE ownAccountId ${cases} ELSE 0 END`;
}

/**
 * Contact after contact, in the order of their ids; who has no event that counts is left out. Holds no lock between two
 * of them: the caller may write.
 * @throws RangeError beyond 1,024 own accounts
 */
export function* healthLogs(sql: Sql): Generator<HealthLog> {
  const accounts = sql.prepare<[], number>('SELECT id FROM OwnAccount ORDER BY id').pluck().all();
  if (accounts.length > OUT) throw new RangeError('So many own accounts were never thought of');
  const sources = accounts.map(String);
  const last = sql.prepare<[], number | null>('SELECT max(contactId) FROM ContactEvent').pluck().get() ?? 0;
  for (let after = 0; after < last; after += CONTACTS) {
    const counts = sql
      .prepare<[number, number], number>(`SELECT contactId * ${COUNT} + count(*) FROM ContactEvent WHERE ${COUNTED} GROUP BY contactId`)
      .pluck()
      .all(after, after + CONTACTS);
    const events = sql
      .prepare<[number, number], number>(
        `SELECT occurredAt * ${AT} + (direction - 1) * ${OUT} + ${placeOf(accounts)} FROM ContactEvent
         WHERE ${COUNTED} ORDER BY contactId, occurredAt, interactionId`,
      )
      .pluck()
      .all(after, after + CONTACTS);
    let next = 0;
    for (const packed of counts) {
      const count = packed % COUNT;
      yield { contactId: Math.floor(packed / COUNT), log: unpack(events, next, next + count, sources) };
      next += count;
    }
  }
}

function unpack(events: readonly number[], from: number, to: number, sources: readonly string[]): HealthEvent[] {
  const log: HealthEvent[] = [];
  for (let place = from; place < to; place += 1) {
    const packed = events[place] ?? 0;
    const at = Math.floor(packed / AT);
    const rest = packed - at * AT;
    log.push({ at, direction: rest >= OUT ? 'out' : 'in', source: sources[rest % OUT] ?? '' });
  }
  return log;
}
