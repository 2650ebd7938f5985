/** The logs of everybody, as health sees them, for what reads them all: a refold, the workspace's own fit. */
import type { HealthEvent } from '../../domain/health';
import type { Sql } from '../connection.server';

/**
 * An event is handed over as one number: instant, direction, whose it is and on which source. As an object of four
 * columns it would take four times as long as SQLite needs to find it. A double holds 53 bits: 42 for the instant, enough
 * until the year 2109, one for the direction, and ten for contact and source together.
 */
const LOW = 2 ** 10;
const AT = 2 * LOW;

export interface HealthLog {
  contactId: number;
  /** Oldest first. */
  log: HealthEvent[];
}

/** `CASE` from an own account's id to its place in the list; ids grow for ever, places don't. */
function placeOf(accounts: readonly number[]): string {
  if (accounts.length <= 1) return '0';
  return `CASE ownAccountId ${accounts.map((id, place) => `WHEN ${id} THEN ${place}`).join(' ')} ELSE 0 END`;
}

/**
 * Contact after contact, in the order of their ids; who has no event that counts is left out. Holds no lock between two
 * of them: the caller may write.
 * @throws RangeError beyond 1,024 own accounts
 */
export function* healthLogs(sql: Sql): Generator<HealthLog> {
  const accounts = sql.prepare<[], number>('SELECT id FROM OwnAccount ORDER BY id').pluck().all();
  if (accounts.length > LOW) throw new RangeError('So many own accounts were never thought of');
  const sources = accounts.map(String);
  /** Places for sources, a power of two; contacts in one statement share the rest of the bits. */
  const places = 2 ** Math.ceil(Math.log2(Math.max(1, accounts.length)));
  const contacts = LOW / places;
  const statement = `SELECT (occurredAt * 2 + direction - 1) * ${LOW} + (contactId - @after - 1) * ${places} + ${placeOf(accounts)}
    FROM ContactEvent WHERE countsForHealth = 1 AND direction < 3 AND contactId > @after AND contactId <= @after + ${contacts}
    ORDER BY contactId, occurredAt, interactionId`;
  const last = sql.prepare<[], number | null>('SELECT max(contactId) FROM ContactEvent').pluck().get() ?? 0;
  for (let after = 0; after < last; after += contacts) {
    const events = sql.prepare<[{ after: number }], number>(statement).pluck().all({ after });
    let contactId = 0;
    let log: HealthEvent[] = [];
    for (const packed of events) {
      const at = Math.floor(packed / AT);
      const rest = packed - at * AT;
      const low = rest & (LOW - 1);
      const whose = after + 1 + Math.floor(low / places);
      if (whose !== contactId) {
        if (log.length > 0) yield { contactId, log };
        contactId = whose;
        log = [];
      }
      log.push({ at, direction: rest >= LOW ? 'out' : 'in', source: sources[low & (places - 1)] ?? '' });
    }
    if (log.length > 0) yield { contactId, log };
  }
}
