/** How long each side takes to answer, told apart in eight lengths. What an answer is, domain/health/replies says. */
import { ANSWER_DAYS, type HealthEvent } from '../health';
import { DAY, HOUR, MINUTE } from '../../lib/dates';

/** Upper ends in milliseconds, not included; the last length has none. */
const ENDS = [HOUR, 4 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY, 7 * DAY] as const;

export const SIDES = { theirs: 1, yours: 2 } as const;
export type Side = keyof typeof SIDES;

export interface Answer {
  side: Side;
  /** Milliseconds. */
  took: number;
  /** UTC milliseconds. */
  at: number;
}

/** The word that the other side may still answer. */
export interface Call {
  /** UTC milliseconds. */
  at: number;
  direction: HealthEvent['direction'];
}

/**
 * Takes the next word, in the order of time.
 * @param call the word that waited for an answer so far
 */
export function hear(call: Call | null, { at, direction }: Call): { call: Call; answer: Answer | null } {
  const late = call !== null && at - call.at > ANSWER_DAYS * DAY;
  if (call && !late && call.direction === direction) return { call, answer: null };
  const answer = call && !late ? { side: direction === 'in' ? 'theirs' : 'yours', took: at - call.at, at } as const : null;
  return { call: { at, direction }, answer };
}

/** 0 (within an hour) to 7 (a week and more). */
export function answerBucket(took: number): number {
  const bucket = ENDS.findIndex((end) => took < end);
  return bucket < 0 ? ENDS.length : bucket;
}

/** "under a minute", "25 min", "11 h", "2 days" */
export function answerTime(minutes: number): string {
  const took = minutes * MINUTE;
  if (took < MINUTE) return 'under a minute';
  if (took < HOUR) return `${Math.round(minutes)} min`;
  const hours = Math.round(took / HOUR);
  if (hours < 36) return `${hours} h`;
  return `${Math.round(took / DAY)} days`;
}

const LENGTHS = [
  'within an hour', 'in 1 to 4 hours', 'in 4 to 12 hours', 'in 12 to 24 hours', 'in 1 to 2 days', 'in 2 to 4 days', 'in 4 to 7 days',
  'after a week or more',
] as const;

/** "in 4 to 12 hours" */
export function bucketInWords(bucket: number): string {
  return LENGTHS[bucket] ?? LENGTHS[0];
}
