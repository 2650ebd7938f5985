/** Whose turn it is, of several people at once. */
import type { Sql } from '../db/connection.server';

/** From the people asked about: by the turn (hence the plus) SQLite would walk through everybody who waits to find a few. */
const WAITING = `SELECT DISTINCT s.contactId AS id FROM json_each(?) j CROSS JOIN ConversationState s ON s.contactId = j.value
  WHERE +s.turn = 'yours'`;

/** Those of the contacts who wait for the user in any conversation. */
export function waitingContacts(sql: Sql, contactIds: readonly number[]): ReadonlySet<number> {
  return new Set(sql.prepare<[string], { id: number }>(WAITING).all(JSON.stringify(contactIds)).map(({ id }) => id));
}
