/** What stands aside of Today: waits beyond the horizon, and first approaches of strangers who sell something. */
import type { Sql } from '../db/connection.server';
import { AT_REST } from '../db/keeping.server';
import { horizonStart } from '../domain/conversations/rank';
import type { TodayContext, TodayRow } from './today/provider';
import { waitingRows, type WaitingConversation } from './today/waiting-rows.server';

/** Rows of each list; more are closed in one go rather than read. */
const SHOWN = 100;

export interface OlderThreads {
  older: { rows: TodayRow[]; total: number };
  pitches: { rows: TodayRow[]; total: number };
}

interface Counted extends WaitingConversation {
  total: number;
}

/** Newest first: what is nearest to Today is the likeliest to be worth an answer. */
export function olderThreads(sql: Sql, { now, horizonDays }: Pick<TodayContext, 'now' | 'horizonDays'>): OlderThreads {
  const older = sql
    .prepare<[{ horizon: number; now: number; shown: number }], Counted>(
      `SELECT s.conversationId AS id, s.turnSince AS since, count(*) OVER () AS total
       FROM ConversationState s JOIN Contact c ON c.id = s.contactId AND c.deletedAt IS NULL
       WHERE s.turn = 'yours' AND s.turnSince < @horizon AND NOT ${AT_REST} ORDER BY s.turnSince DESC, s.conversationId LIMIT @shown`,
    )
    .all({ horizon: horizonStart(now, horizonDays), now, shown: SHOWN });
  const pitches = sql
    .prepare<[number], Counted>(
      `SELECT s.conversationId AS id, s.lastInAt AS since, count(*) OVER () AS total
       FROM ConversationState s JOIN Contact c ON c.id = s.contactId AND c.deletedAt IS NULL
       WHERE s.turn = 'none' AND s.quietBecause = 'cold_pitch' AND s.lastInAt IS NOT NULL
       ORDER BY s.lastInAt DESC, s.conversationId LIMIT ?`,
    )
    .all(SHOWN);
  const list = (rows: readonly Counted[], owed?: 'everybody') => ({
    rows: waitingRows(sql, rows, now, owed),
    total: rows[0]?.total ?? 0,
  });
  return { older: list(older, 'everybody'), pitches: list(pitches) };
}
