/** Whose turn it is, of several people at once. */
import type { Sql } from '../db/connection.server';

const WAITING = `SELECT DISTINCT contactId AS id FROM ConversationState
  WHERE turn = 'yours' AND contactId IN (SELECT value FROM json_each(?))`;

/** Those of the contacts who wait for the user in any conversation. */
export function waitingContacts(sql: Sql, contactIds: readonly number[]): ReadonlySet<number> {
  return new Set(sql.prepare<[string], { id: number }>(WAITING).all(JSON.stringify(contactIds)).map(({ id }) => id));
}
