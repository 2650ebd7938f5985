/** After an import or its undo: whose turn it is on the accounts, and the health of everybody they know. */
import { inChunks } from '../bulk/in-chunks';
import type { Sql } from '../connection.server';
import { healthContext, refreshHealth } from './contact-health.server';
import { refreshConversation } from './conversation-state.server';
import { refreshRelationEnds } from './relation-ends.server';
import { sweepPast } from './sweep-past.server';
import { fitWorkspace } from './workspace-fit.server';

/** Conversations or contacts per transaction: some fifty milliseconds of the write lock. */
const ROWS = 200;

/**
 * Everybody and everything of the accounts, touched or not: a later export moves the moment up to which silence could be
 * seen for all of them, and a first pitch is none any more once the user is seen to have known its sender.
 * @param pause called between transactions, so that others get the write lock
 */
export function refreshAccounts(sql: Sql, ownAccountIds: readonly number[], now: number, pause: () => void): void {
  refreshRelationEnds(sql, ownAccountIds, pause);
  const accounts = JSON.stringify(ownAccountIds);
  const contacts = sql
    .prepare<[string], number>('SELECT DISTINCT contactId FROM ContactEvent WHERE ownAccountId IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(accounts);
  const conversations = sql
    .prepare<[{ accounts: string }], number>(
      `SELECT id FROM Conversation WHERE ownAccountId IN (SELECT value FROM json_each(@accounts))
       UNION SELECT s.conversationId FROM ConversationState s
       WHERE s.contactId IN (SELECT e.contactId FROM ContactEvent e WHERE e.ownAccountId IN (SELECT value FROM json_each(@accounts)))`,
    )
    .pluck()
    .all({ accounts });
  inChunks(sql, conversations, ROWS, pause, (id) => refreshConversation(sql, id, now));
  refreshPeople(sql, new Set(contacts), now, pause);
}

/**
 * The health of people whose log or coverage has changed, after the workspace was fitted again: the intercepts are part
 * of every reading, so where they move, everybody else is read again too.
 */
export function refreshPeople(sql: Sql, contactIds: ReadonlySet<number>, now: number, pause: () => void): void {
  const everybody = fitWorkspace(sql, now) ? sql.prepare<[], number>('SELECT contactId FROM ContactHealth').pluck().all() : [];
  const context = healthContext(sql);
  inChunks(sql, [...new Set([...contactIds, ...everybody])], ROWS, pause, (id) => refreshHealth(sql, id, context, now));
  // The day that all people are counted back from may have moved with these.
  while (sql.transaction(() => sweepPast(sql, now, ROWS)).immediate() > 0) pause();
}
