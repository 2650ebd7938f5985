/**
 * How each side answers the other: facts shown without points (they do not improve the ranking, people ask for them).
 * A call is the first word of one side after a word of the other, or after a long quiet; the next word of the other
 * side answers it, if it comes soon enough to be called an answer.
 */
import { DAY } from '../../lib/dates';
import type { HealthEvent } from './state';

/** Later than this, a word is a new beginning. Our own choice: a month, the horizon of the model. */
export const ANSWER_DAYS = 30;

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

interface Tally {
  times: number[];
  calls: number;
}

function median(times: readonly number[]): number | null {
  const sorted = times.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

const factsOf = ({ times, calls }: Tally): ReplyFacts => ({ answered: times.length, calls, medianTime: median(times) });

/**
 * Only meaningful where both sides can be seen.
 * @param log in any order; what is later than `readAt` (UTC milliseconds) is left out
 */
export function replyFacts(log: readonly HealthEvent[], readAt: number): Replies {
  const tallies: Record<'in' | 'out', Tally> = { in: { times: [], calls: 0 }, out: { times: [], calls: 0 } };
  const answererOf = (call: HealthEvent) => tallies[call.direction === 'in' ? 'out' : 'in'];
  const limit = ANSWER_DAYS * DAY;
  let call: HealthEvent | null = null;
  for (const event of log.filter(({ at }) => at <= readAt).sort((a, b) => a.at - b.at)) {
    const late: boolean = call !== null && event.at - call.at > limit;
    if (call && !late && call.direction === event.direction) continue;
    if (call) {
      answererOf(call).calls += 1;
      if (!late) answererOf(call).times.push(event.at - call.at);
    }
    call = event;
  }
  if (call && readAt - call.at > limit) answererOf(call).calls += 1;
  return { theirs: factsOf(tallies.in), yours: factsOf(tallies.out) };
}
