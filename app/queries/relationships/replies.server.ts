/** How long both sides took to answer within the last ninety days. */
import type { Sql } from '../../db/connection.server';
import { answerTime, SIDES, type Side } from '../../domain/relationships/answers';
import { ANSWER_BUCKETS } from '../../domain/relationships/question';
import type { RepliesView } from './view';

const BUCKETS = 'SELECT side, bucket, count(*) AS answers FROM ContactAnswer GROUP BY side, bucket';
/** Buckets rise with the minutes, so their index is in the order of the minutes. */
const MIDDLE = 'SELECT minutes FROM ContactAnswer WHERE side = ? ORDER BY bucket, minutes LIMIT ? OFFSET ?';

/** @returns null without a single answer; answers are only measured where both sides can be seen */
export function repliesView(sql: Sql): RepliesView | null {
  const counts = sql.prepare<[], { side: number; bucket: number; answers: number }>(BUCKETS).all();
  const sideOf = (side: Side): RepliesView['theirs'] => {
    const mine = counts.filter((count) => count.side === SIDES[side]);
    const answers = Array.from({ length: ANSWER_BUCKETS }, (_, bucket) => mine.find((one) => one.bucket === bucket)?.answers ?? 0);
    return { median: medianOf(sql, side, answers.reduce((sum, count) => sum + count, 0)), answers };
  };
  const view = { theirs: sideOf('theirs'), yours: sideOf('yours') };
  return counts.length === 0 ? null : view;
}

/** The middle one, or the mean of the two in the middle. */
function medianOf(sql: Sql, side: Side, answers: number): string | null {
  const even = answers % 2 === 0;
  const middle = sql
    .prepare<[number, number, number], number>(MIDDLE)
    .pluck()
    .all(SIDES[side], even ? 2 : 1, Math.max(0, Math.floor((answers - 1) / 2)));
  return middle.length === 0 ? null : answerTime(middle.reduce((sum, minutes) => sum + minutes, 0) / middle.length);
}
