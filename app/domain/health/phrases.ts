/** Pieces of sentences about days. Whole numbers of days, never negative. */

/** "1 day", "9 days" */
export function daysLong(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** "today", "yesterday", "4 days ago" */
export function daysAgo(count: number): string {
  if (count <= 0) return 'today';
  return count === 1 ? 'yesterday' : `${count} days ago`;
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
  return `Usually writes ${every}; silent for ${every === 'every day' || silent === 1 ? daysLong(silent) : silent}`;
}
