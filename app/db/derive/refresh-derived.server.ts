/** Everything derived, brought up to date for what a command touched, inside the command's own transaction. */
import type { LogEvent } from '../../domain/contacts/events';
import type { Sql } from '../connection.server';
import { healthContext, refreshHealth, sweepHealth } from './contact-health.server';
import { refreshConversation } from './conversation-state.server';
import { sweepPast } from './sweep-past.server';

export interface Derivable {
  /** With the events that came last and only those; null where anything else may have changed. */
  contacts: ReadonlyMap<number, LogEvent[] | null>;
  conversations: Iterable<number>;
}

/** Conversations first: health does not read them, but a list may read both. */
export function refreshDerived(sql: Sql, touched: Derivable, now: number): void {
  for (const id of touched.conversations) refreshConversation(sql, id, now);
  if (touched.contacts.size === 0) return;
  const context = healthContext(sql);
  for (const [id, appended] of touched.contacts) refreshHealth(sql, id, context, now, appended);
}

/** Rows visited in one sweep, so that the write lock is held for milliseconds only. */
const SWEEP_ROWS = 200;
/** Each of these reads a log. */
const SWEEP_LOGS = 100;

/**
 * Visits what can have changed without anybody doing anything: snoozes that end, health that moves with the days, and
 * where people were thirty days ago.
 * @returns true when there may be more
 */
export function sweepDerived(sql: Sql, now: number): boolean {
  return sql
    .transaction(() => {
      const waking = sql
        .prepare<[number, number], { conversationId: number }>(
          'SELECT conversationId FROM ConversationState WHERE wakeAt <= ? ORDER BY wakeAt LIMIT ?',
        )
        .all(now, SWEEP_ROWS);
      for (const { conversationId } of waking) refreshConversation(sql, conversationId, now);
      const read = sweepHealth(sql, now, SWEEP_ROWS);
      const looked = sweepPast(sql, now, SWEEP_LOGS);
      return waking.length === SWEEP_ROWS || read === SWEEP_ROWS || looked > 0;
    })
    .immediate();
}
