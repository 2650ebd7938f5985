/** Who wrote last and waits for an answer, within the horizon: longest wait first, weighted by the tie. */
import type { Sql } from '../../db/connection.server';
import { AT_REST } from '../../db/keeping.server';
import { restLine } from '../../domain/conversations/day';
import { byWait, CLOSENESS, horizonStart, type Wait } from '../../domain/conversations/rank';
import type { TodayContext, TodayGroupRows, TodayProvider } from './provider';
import { waitingRows, type WaitingConversation } from './waiting-rows.server';

/** Everybody who waits within the horizon, and is not at rest. Read from indexes alone, because there can be thousands. */
const WAITING = `s.turn = 'yours' AND s.turnSince >= @horizon
  AND s.contactId NOT IN (SELECT id FROM Contact WHERE deletedAt IS NOT NULL) AND NOT ${AT_REST}`;

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

function load(sql: Sql, { now, horizonDays, health }: TodayContext, rows: number): TodayGroupRows {
  const window = { now, horizon: horizonStart(now, horizonDays) };
  const shown = byWait(sql.prepare<[Window & { rows: number }], WaitingConversation & Wait>(HEAVIEST).all({ ...window, rows }), now);
  const { total, people } = sql
    .prepare<[Window], { total: number; people: number }>(
      `SELECT count(*) AS total, count(DISTINCT s.contactId) AS people FROM ConversationState s WHERE ${WAITING}`,
    )
    .get(window) ?? { total: 0, people: 0 };
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
