/** After an import or its undo: whose turn it is on the account, and the health of everybody it knows. */
import { inChunks } from '../bulk/in-chunks';
import type { Sql } from '../connection.server';
import { healthContext, refreshHealth } from './contact-health.server';
import { refreshConversation } from './conversation-state.server';
import { sweepPast } from './sweep-past.server';
import { fitWorkspace } from './workspace-fit.server';

/** Conversations or contacts per transaction. */
const ROWS = 50;

/**
 * Everybody and everything of the account, touched or not: a later export moves the moment up to which silence could be
 * seen for all of them, and a first pitch is none any more once the user is seen to have known its sender.
 * @param pause called between transactions, so that others get the write lock
 */
export function refreshAccount(sql: Sql, ownAccountId: number, now: number, pause: () => void): void {
  const contacts = sql
    .prepare<[number], { id: number }>('SELECT DISTINCT contactId AS id FROM ContactEvent WHERE ownAccountId = ?')
    .all(ownAccountId);
  const conversations = sql
    .prepare<[{ account: number }], { id: number }>(
      `SELECT id FROM Conversation WHERE ownAccountId = @account
       UNION SELECT s.conversationId FROM ConversationState s
       WHERE s.contactId IN (SELECT e.contactId FROM ContactEvent e WHERE e.ownAccountId = @account)`,
    )
    .all({ account: ownAccountId });
  inChunks(sql, conversations, ROWS, pause, ({ id }) => refreshConversation(sql, id, now));
  // Before anybody is read: the intercepts are part of every reading, also of people the account does not know.
  const others = fitWorkspace(sql, now) ? contactsBeside(sql, ownAccountId) : [];
  const context = healthContext(sql);
  inChunks(sql, [...contacts, ...others], ROWS, pause, ({ id }) => refreshHealth(sql, id, context, now));
  // The day that all people are counted back from may have moved with these.
  while (sql.transaction(() => sweepPast(sql, now, ROWS)).immediate() > 0) pause();
}

function contactsBeside(sql: Sql, ownAccountId: number): { id: number }[] {
  return sql
    .prepare<[number], { id: number }>(
      'SELECT contactId AS id FROM ContactHealth WHERE contactId NOT IN (SELECT contactId FROM ContactEvent WHERE ownAccountId = ?)',
    )
    .all(ownAccountId);
}
