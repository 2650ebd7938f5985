/** How each side answers the other: facts shown without points (they do not improve the ranking, people ask for them). */
import { callsOf, type Call } from './calls';
import type { CoverageBySource } from './coverage';
import type { HealthEvent } from './state';

export { ANSWER_DAYS } from './calls';

export interface ReplyFacts {
  /** Calls that had an answer, and all calls; one that may still be answered is not counted. */
  answered: number;
  calls: number;
  /** Median time to the answer in milliseconds; null without one. */
  medianTime: number | null;
}

export interface Replies {
  /** How they answer the user, and how the user answers them. */
  theirs: ReplyFacts;
  yours: ReplyFacts;
}

function median(times: readonly number[]): number | null {
  const sorted = times.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

function factsOf(calls: readonly Call<HealthEvent>[]): ReplyFacts {
  const times = calls.flatMap(({ call, answer }) => (answer ? [answer.at - call.at] : []));
  return { answered: times.length, calls: calls.length, medianTime: median(times) };
}

/**
 * Says nothing (no calls) about a side that can't be seen.
 * @param log words in any order; what is later than `readAt` (UTC milliseconds) is left out
 * @param coverage a source that is not named is live and shows both sides
 */
export function replyFacts(log: readonly HealthEvent[], readAt: number, coverage: CoverageBySource = {}): Replies {
  const calls = callsOf(log, readAt, coverage);
  const to = (caller: HealthEvent['direction']) => factsOf(calls.filter(({ call }) => call.direction === caller));
  return { theirs: to('out'), yours: to('in') };
}
