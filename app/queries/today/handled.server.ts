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

/**
 * People with whom this teammate has dealt today though they did not wait: `noted` that they went quiet, or let them rest;
 * or wrote to them of their own accord, after an earlier word without an answer, which is counted in `all` only, because
 * that conversation counts already. Whoever is announced again gives the room back.
 */
export function quietToday(sql: Sql, { now, zone, teammateId }: TodayContext): { noted: number; all: number } {
  const counts = sql
    .prepare<[{ me: number; midnight: number }], { noted: number; all: number }>(
      `SELECT count(DISTINCT j.value) AS "all", count(DISTINCT CASE WHEN e.verb <> 'log-interaction' THEN j.value END) AS noted
       FROM JournalEntry e JOIN json_each(e.touched, '$.contacts') j LEFT JOIN ContactHealth h ON h.contactId = j.value
       WHERE e.teammateId = @me AND e.at >= @midnight AND e.undoneAt IS NULL AND h.quietRank IS NULL
         AND (e.verb IN ('acknowledge-announcement', 'let-rest') OR (e.verb = 'log-interaction' AND EXISTS (
           SELECT 1 FROM ContactEvent p WHERE p.contactId = j.value AND p.direction = 2
             AND p.occurredAt > coalesce(h.lastInAt, 0) AND p.occurredAt < @midnight)))`,
    )
    .get({ me: teammateId, midnight: startOfDay(now, zone) });
  return counts ?? { noted: 0, all: 0 };
}
