/** After an import: whose turn it is in what was touched, and the health of everybody the source knows. */
import { ENTITY, ROLE } from '../bulk/provenance.server';
import type { Sql } from '../connection.server';
import { healthContext, refreshHealth } from './contact-health.server';
import { refreshConversation } from './conversation-state.server';

/** Conversations or contacts per transaction. */
const CHUNK = 50;

/**
 * @param pause called between transactions, so that others get the write lock
 */
export function refreshImported(sql: Sql, importRunId: number, ownAccountId: number, now: number, pause: () => void): void {
  const conversations = sql
    .prepare<[number], { id: number }>(
      `SELECT DISTINCT i.conversationId AS id FROM ImportRunRow r JOIN Interaction i ON i.id = r.rowId
       WHERE r.importRunId = ? AND r.entity = ${ENTITY.interaction} AND r.role <> ${ROLE.met} AND i.conversationId IS NOT NULL`,
    )
    .all(importRunId);
  inChunks(sql, conversations, pause, ({ id }) => refreshConversation(sql, id, now));
  // Everybody of the account: a later export moves the moment up to which silence could be seen for all of them.
  const contacts = sql
    .prepare<[number], { id: number }>('SELECT DISTINCT contactId AS id FROM ContactEvent WHERE ownAccountId = ?')
    .all(ownAccountId);
  const context = healthContext(sql);
  inChunks(sql, contacts, pause, ({ id }) => refreshHealth(sql, id, context, now));
}

function inChunks<T>(sql: Sql, rows: T[], pause: () => void, one: (row: T) => void): void {
  for (let from = 0; from < rows.length; from += CHUNK) {
    sql.transaction(() => rows.slice(from, from + CHUNK).forEach(one)).immediate();
    pause();
  }
}
