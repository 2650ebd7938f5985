/** Who wrote last and waits for an answer, within the horizon: longest wait first, weighted by the tie. */
import type { Sql } from '../../db/connection.server';
import { restLine, ROWS_A_DAY } from '../../domain/conversations/day';
import { byWait, horizonStart } from '../../domain/conversations/rank';
import type { TodayContext, TodayGroupRows, TodayProvider } from './provider';
import { waitingRows } from './waiting-rows.server';

interface WaitRow {
  id: number;
  contactId: number;
  since: number;
  tie: number;
}

function load(sql: Sql, { now, horizonDays }: TodayContext): TodayGroupRows {
  const waits = sql
    .prepare<[number], WaitRow>(
      `SELECT s.conversationId AS id, s.contactId, s.turnSince AS since, coalesce(h.tie, 0) AS tie
       FROM ConversationState s JOIN Contact c ON c.id = s.contactId AND c.deletedAt IS NULL
       LEFT JOIN ContactHealth h ON h.contactId = s.contactId
       WHERE s.turn = 'yours' AND s.turnSince >= ?`,
    )
    .all(horizonStart(now, horizonDays));
  const ranked = byWait(waits, now);
  const rest = ranked.slice(ROWS_A_DAY);
  return {
    rows: waitingRows(sql, ranked.slice(0, ROWS_A_DAY), now),
    total: waits.length,
    people: new Set(waits.map(({ contactId }) => contactId)).size,
    rest: rest.length === 0 ? null : restLine(rest.length, Math.min(...rest.map(({ since }) => since)), now),
  };
}

export const yourTurn: TodayProvider = { key: 'your-turn', title: 'Your turn', why: 'Longest wait first', load };
