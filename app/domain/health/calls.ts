/**
 * Calls and their answers. A call is the first word of one side after a word of the other, or after a long quiet; the
 * next word of the other side answers it, if it comes soon enough to be called an answer.
 */
import { DAY } from '../../lib/dates';
import { coverageOf, type CoverageBySource } from './coverage';
import type { HealthEvent } from './state';

/** Later than this, a word is a new beginning. Our own choice: a month, the horizon of the model. */
export const ANSWER_DAYS = 30;

/** One call, and what came of it. */
export interface Call<E> {
  call: E;
  /** The word that answered it; null where none came within a month. */
  answer: E | null;
}

const earlierFirst = (a: HealthEvent, b: HealthEvent) => a.at - b.at;

/** Whether an answer to this could be seen on the source it was said on. */
function seesAnswers({ source, direction }: HealthEvent, coverage: CoverageBySource): boolean {
  const { seesIn, seesOut, hidesIn, hidesOut } = coverageOf(coverage, source);
  return direction === 'in' ? seesOut && !hidesOut : seesIn && !hidesIn;
}

/** Until when an answer on that source could be seen, UTC milliseconds. */
function seenUntil({ source }: HealthEvent, readAt: number, coverage: CoverageBySource): number {
  return Math.min(readAt, coverageOf(coverage, source).end ?? readAt);
}

/**
 * Every call of which it is known whether it was answered, oldest first. Left out: what may still be answered, or may
 * have been after its source ended, and what was said where answers can't be seen. What is said there still answers.
 * @param log words of both sides in any order; what is later than `readAt` (UTC milliseconds) is left out
 */
export function callsOf<E extends HealthEvent>(log: readonly E[], readAt: number, coverage: CoverageBySource = {}): Call<E>[] {
  const limit = ANSWER_DAYS * DAY;
  const calls: Call<E>[] = [];
  const close = (call: E, answer: E | null) => {
    const known = answer !== null || seenUntil(call, readAt, coverage) - call.at > limit;
    if (known && seesAnswers(call, coverage)) calls.push({ call, answer });
  };
  let call: E | null = null;
  for (const event of log.filter(({ at }) => at <= readAt).sort(earlierFirst)) {
    const late: boolean = call !== null && event.at - call.at > limit;
    if (call && !late && call.direction === event.direction) continue;
    if (call) close(call, late ? null : event);
    call = event;
  }
  if (call) close(call, null);
  return calls;
}

/**
 * What has waited longest: the first word since the other side's last one, of those whose answer could be seen.
 * @param log as for `callsOf`
 * @returns null where nothing was said
 */
export function oldestUnanswered<E extends HealthEvent>(log: readonly E[], readAt: number, coverage: CoverageBySource = {}): E | null {
  const said = log.filter(({ at }) => at <= readAt).sort(earlierFirst);
  const last = said.at(-1);
  if (!last) return null;
  const answered = said.findLastIndex(({ direction }) => direction !== last.direction);
  return said.slice(answered + 1).find((word) => seesAnswers(word, coverage)) ?? null;
}

/** The longest gap between two days on which they were in touch. */
export interface LongestGap<E> {
  /** From their first word on the one day to their first on the other, in days: as the folded state measures it. */
  days: number;
  /** All of theirs on the day before the gap and on the day after it, oldest first. */
  before: E[];
  after: E[];
}

/**
 * @param log oldest first; what the user did is left out
 * @returns null below two days; of equal gaps the earliest
 */
export function longestGap<E extends HealthEvent>(log: readonly E[], readAt: number, dayOf: (at: number) => number): LongestGap<E> | null {
  const days: E[][] = [];
  for (const event of log) {
    if (event.direction !== 'in' || event.at > readAt) continue;
    const day = days.at(-1);
    if (day?.[0] && dayOf(day[0].at) === dayOf(event.at)) day.push(event);
    else days.push([event]);
  }
  let longest: LongestGap<E> | null = null;
  for (const [index, after] of days.entries()) {
    const before = days[index - 1];
    if (!before?.[0] || !after[0]) continue;
    const length = (after[0].at - before[0].at) / DAY;
    if (length > (longest?.days ?? 0)) longest = { days: length, before, after };
  }
  return longest;
}
