/** How long both sides took to answer within the last ninety days. */
import type { Sql } from '../../db/connection.server';
import { answerTime, SIDES, type Side } from '../../domain/relationships/answers';
import { ANSWER_BUCKETS } from '../../domain/relationships/question';
import type { RepliesView } from './view';

const BUCKETS = 'SELECT "key", people AS answers FROM PastCount WHERE what = 4';
/** Buckets rise with the minutes, so their index is in the order of the minutes. */
const FROM_BUCKET = 'SELECT minutes FROM ContactAnswer WHERE side = ? AND bucket >= ? ORDER BY bucket, minutes LIMIT ? OFFSET ?';

/** @returns null without a single answer; answers are only measured where both sides can be seen */
export function repliesView(sql: Sql): RepliesView | null {
  const counts = new Map(sql.prepare<[], { key: number; answers: number }>(BUCKETS).all().map(({ key, answers }) => [key, answers]));
  const sideOf = (side: Side): RepliesView['theirs'] => {
    const answers = Array.from({ length: ANSWER_BUCKETS }, (_, bucket) => counts.get(SIDES[side] * ANSWER_BUCKETS + bucket) ?? 0);
    return { median: medianOf(sql, side, answers), answers };
  };
  const view = { theirs: sideOf('theirs'), yours: sideOf('yours') };
  return counts.size === 0 ? null : view;
}

/** The middle one, or the mean of the two in the middle; looked for only within the bucket where the middle lies. */
function medianOf(sql: Sql, side: Side, answers: readonly number[]): string | null {
  const all = answers.reduce((sum, count) => sum + count, 0);
  let middle = Math.max(0, Math.floor((all - 1) / 2));
  let bucket = 0;
  while (middle > 0 && middle >= (answers[bucket] ?? Infinity)) {
    middle -= answers[bucket] ?? 0;
    bucket += 1;
  }
  const minutes = sql
    .prepare<[number, number, number, number], number>(FROM_BUCKET)
    .pluck()
    .all(SIDES[side], bucket, all % 2 === 0 ? 2 : 1, middle);
  return minutes.length === 0 ? null : answerTime(minutes.reduce((sum, one) => sum + one, 0) / minutes.length);
}
