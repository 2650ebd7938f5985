/** What of today's list was dealt with: it takes up room in the day. */
import type { Sql } from '../../db/connection.server';
import { startOfDay } from '../../lib/dates';
import type { TodayContext } from './provider';

/** Verbs after which somebody waits no more, for good or for now. */
const VERBS = `('log-interaction', 'close-conversation', 'snooze-conversation')`;

/**
 * Conversations this teammate has answered, closed or put off since midnight and in which nobody waits again: a snooze
 * that has ended, or a new word of theirs, gives the room back.
 */
export function handledToday(sql: Sql, { now, zone, teammateId }: TodayContext): number {
  return (
    sql
      .prepare<[number, number], { handled: number }>(
        `SELECT count(DISTINCT s.conversationId) AS handled
         FROM JournalEntry e JOIN json_each(e.touched, '$.conversations') j
         JOIN ConversationState s ON s.conversationId = j.value AND s.turn <> 'yours'
         WHERE e.teammateId = ? AND e.at >= ? AND e.undoneAt IS NULL AND e.verb IN ${VERBS}`,
      )
      .get(teammateId, startOfDay(now, zone))?.handled ?? 0
  );
}
