/** Bars of how long answers took: theirs stand on the line, yours hang from it. */

export const REPLIES = { width: 336, height: 132, line: 61, labelY: 128 } as const;
/** From one bucket to the next, width of a bar, and room left of the first. */
const PITCH = 42;
const BAR_WIDTH = 30;
const MARGIN = 4;
/** Highest bar of either side, and what one answer is at least. */
const MOST = 52;
const LEAST = 2;
/** Between the line and a bar. */
const AIR = 1;

/** How long an answer took at most, by bucket; the last has no end. */
export const ANSWER_TIMES = [
  { short: '<1h', long: 'within an hour' },
  { short: '4h', long: 'within 4 hours' },
  { short: '12h', long: 'within 12 hours' },
  { short: '1d', long: 'within a day' },
  { short: '2d', long: 'within 2 days' },
  { short: '4d', long: 'within 4 days' },
  { short: '7d', long: 'within a week' },
  { short: '7d+', long: 'after more than a week' },
] as const;

export interface ReplyBar {
  bucket: number;
  answers: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface RepliesGeometry {
  /** Only buckets with an answer. */
  theirs: ReplyBar[];
  yours: ReplyBar[];
  /** Middle of each bucket. */
  middles: number[];
}

const sumOf = (answers: readonly number[]) => answers.reduce((sum, count) => sum + count, 0);

/**
 * Heights are shares of a side's own answers, at one scale for both: so the two shapes can be compared, however much
 * more one side was asked.
 */
export function repliesGeometry(theirs: readonly number[], yours: readonly number[]): RepliesGeometry {
  const shares = [theirs, yours].map((answers) => answers.map((count) => count / Math.max(1, sumOf(answers))));
  const most = Math.max(...shares.flat(), 0);
  const bars = (answers: readonly number[], above: boolean): ReplyBar[] =>
    ANSWER_TIMES.flatMap((_, bucket) => {
      const count = answers[bucket] ?? 0;
      if (count === 0) return [];
      const height = Math.max(LEAST, (MOST * count) / sumOf(answers) / most);
      const y = above ? REPLIES.line - AIR - height : REPLIES.line + AIR;
      return [{ bucket, answers: count, x: MARGIN + bucket * PITCH, y, width: BAR_WIDTH, height }];
    });
  return {
    theirs: bars(theirs, true),
    yours: bars(yours, false),
    middles: ANSWER_TIMES.map((_, bucket) => MARGIN + bucket * PITCH + BAR_WIDTH / 2),
  };
}
