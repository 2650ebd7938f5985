/** Who wrote last and waits for an answer, within the horizon: longest wait first, weighted by the tie. */
import type { Sql } from '../../db/connection.server';
import { RESTING } from '../../db/keeping.server';
import { restLine } from '../../domain/conversations/day';
import { byWait, CLOSENESS, horizonStart, type Wait } from '../../domain/conversations/rank';
import type { TodayContext, TodayGroupRows, TodayProvider } from './provider';
import { waitingRows, type WaitingConversation } from './waiting-rows.server';

/** Of people who are gone or at rest: few, found once. */
const LEFT_OUT = `SELECT r.conversationId FROM Contact k CROSS JOIN ConversationState r ON r.contactId = k.id WHERE k.deletedAt IS NOT NULL
  UNION ALL SELECT r.conversationId FROM ${RESTING}`;

/** Everybody who waits within the horizon, and is not at rest. Read from indexes alone, because there can be thousands. */
const WAITING = `s.turn = 'yours' AND s.turnSince >= @horizon AND s.contactId IS NOT NULL AND s.conversationId NOT IN (${LEFT_OUT})`;

/** The first of rank.ts's order. Picked by SQLite, so that only the rows of the day are handed over. */
const HEAVIEST = `SELECT s.conversationId AS id, s.turnSince AS since, s.tie FROM ConversationState s WHERE ${WAITING}
  ORDER BY max(0, @now - s.turnSince) * (1 + ${CLOSENESS} * s.tie) DESC, s.turnSince, s.conversationId LIMIT @rows`;

interface Window {
  now: number;
  horizon: number;
}

/** Since when the one who waits longest among those without a row waits, UTC milliseconds. */
function oldestBeyond(sql: Sql, shown: readonly WaitingConversation[], window: Window): number | null {
  return (
    sql
      .prepare<[Window & { shown: string }], { since: number }>(
        `SELECT s.turnSince AS since FROM ConversationState s WHERE ${WAITING} AND s.conversationId NOT IN (SELECT value FROM json_each(@shown))
         ORDER BY s.turnSince LIMIT 1`,
      )
      .get({ ...window, shown: JSON.stringify(shown.map(({ id }) => id)) })?.since ?? null
  );
}

/** How many wait, and how many people they are: told apart here, which takes SQLite twice as long. */
function countWaiting(sql: Sql, window: Window): { total: number; people: number } {
  const contacts = sql
    .prepare<[Window], { ids: string | null }>(`SELECT group_concat(s.contactId) AS ids FROM ConversationState s WHERE ${WAITING}`)
    .get(window)?.ids?.split(',') ?? [];
  return { total: contacts.length, people: new Set(contacts).size };
}

function load(sql: Sql, { now, horizonDays, health }: TodayContext, rows: number): TodayGroupRows {
  const window = { now, horizon: horizonStart(now, horizonDays) };
  const shown = byWait(sql.prepare<[Window & { rows: number }], WaitingConversation & Wait>(HEAVIEST).all({ ...window, rows }), now);
  const { total, people } = countWaiting(sql, window);
  const oldest = oldestBeyond(sql, shown, window);
  return {
    rows: waitingRows(sql, shown, now, 'everybody', health),
    total,
    people,
    rest: oldest === null ? null : restLine(total - shown.length, oldest, now),
  };
}

/** Whatever the other groups leave. */
const places = () => ({ kept: 0, most: Infinity });

export const yourTurn: TodayProvider = { key: 'your-turn', title: 'Your turn', why: 'Longest wait first, weighted by tie', places, load };
