/** The size of a day: what is left of it, and what does not fit on its list. */
import { DAY } from '../../lib/dates';
import { withThousands } from '../../lib/text';
import { waitLabel } from './words';

/** Reading somebody's last words and answering them, on average. Our own guess; an answer logged in one key costs less. */
const MINUTES_AN_ANSWER = 1.5;

/** Rows that Today shows at once: more than fit into a day, few enough to be read. */
export const ROWS_A_DAY = 40;

/** @returns whole minutes, at most the day's; 0 only where nobody waits */
export function minutesLeft(waiting: number, minutesADay: number): number {
  return Math.min(minutesADay, Math.ceil(waiting * MINUTES_AN_ANSWER));
}

/**
 * What stands below a list that is cut: "3 more, all under a day", "12 more, waiting up to 5 days".
 * @param oldest since when the one who waits longest among them waits, UTC milliseconds
 */
export function restLine(count: number, oldest: number, now: number): string {
  const more = `${withThousands(count)} more`;
  return now - oldest < DAY ? `${more}, ${count === 1 ? '' : 'all '}under a day` : `${more}, waiting up to ${waitLabel(oldest, now)}`;
}
