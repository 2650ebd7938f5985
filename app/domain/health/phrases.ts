/** Pieces of sentences about days. Whole numbers of days, never negative. */
import { daysAndLonger } from '../../lib/text';

/** Rhythms are told in days, so silence is too, as long as the two can be compared; nobody counts beyond a year. */
const COUNTED_DAYS = 365;

/** "1 day", "9 days", "130 days"; beyond a year "14 months", "6 years". */
export function daysLong(count: number): string {
  if (count > COUNTED_DAYS) return daysAndLonger(count);
  return count === 1 ? '1 day' : `${count} days`;
}

/** "today", "yesterday", "4 days ago", "6 years ago" */
export function daysAgo(count: number): string {
  if (count <= 0) return 'today';
  return count === 1 ? 'yesterday' : `${daysLong(count)} ago`;
}

/** "every day", "every 9 days"; a gap of less than a day is a day. */
export function everyDays(gap: number): string {
  const whole = Math.max(1, Math.round(gap));
  return whole === 1 ? 'every day' : `every ${whole} days`;
}

/**
 * "Usually writes every 9 days; silent for 41"
 * @param usual their plain mean gap in days
 * @param silent calendar days since their last word
 */
export function rhythmPhrase(usual: number, silent: number): string {
  const every = everyDays(usual);
  // The unit is left out where the number before it carries the same one.
  const unitSaid = every !== 'every day' && silent !== 1 && silent <= COUNTED_DAYS;
  return `Usually writes ${every}; silent for ${unitSaid ? silent : daysLong(silent)}`;
}
