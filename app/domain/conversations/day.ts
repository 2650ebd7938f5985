/**
 * The size of a day. Today holds what fits into the user's minutes, and whoever was answered, closed or snoozed today
 * takes up room in it: rows that go are not filled up from below. So the day ends, however many wait; the others roll
 * over quietly, and come to stand on the list when the next day begins. Who wants to go on makes the day longer by as
 * much again, as often as they like.
 */
import { DAY } from '../../lib/dates';
import { withThousands } from '../../lib/text';
import { waitLabel } from './words';

/** Reading somebody's last words and answering them, on average. Our own guess; an answer logged in one key costs less. */
const MINUTES_AN_ANSWER = 1.5;

/** However short the day is: fewer are no list. */
const FEWEST_ROWS = 3;

/** Rows shown at once, however long the day is: few enough to be read. */
export const MOST_ROWS = 40;

/** How many conversations a day has room for. */
export function sizeOfDay(minutesADay: number): number {
  return Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, Math.floor(minutesADay / MINUTES_AN_ANSWER)));
}

/**
 * How many rows still have a place on the list.
 * @param size of the day, or as far as the user has made it longer
 * @param handled answered, closed or put off today
 */
export function rowsLeft(size: number, handled: number): number {
  return Math.min(MOST_ROWS, Math.max(0, size - handled));
}

/**
 * The size of a day that goes on for as much again.
 * @param shown rows on the list
 * @returns null where nobody further waits, or the list is as long as it gets
 */
export function longerDay(minutesADay: number, handled: number, shown: number, waiting: number): number | null {
  return waiting > shown && shown < MOST_ROWS ? handled + shown + sizeOfDay(minutesADay) : null;
}

/** Places of a day's size for people who have gone quiet: at most so many, and so many that nobody who waits takes. */
const MOST_QUIET = 5;
const KEPT_FOR_QUIET = 3;
/** However short the day is, those who wait have two thirds of it. */
const SHARE_OF_QUIET = 1 / 3;

/**
 * Those who wait come first, but however many they are, a few of those who have gone quiet are thought of every day:
 * otherwise they never would be. And never many: quiet is no debt.
 * @param rows the day holds, as far as the user made it longer; @param ofMinutes what fits into their minutes
 * @param quiet people of whom something is announced; @param noted those dealt with today, who have used up places
 */
export function placesForQuiet(rows: number, ofMinutes: number, quiet: number, noted: number): { kept: number; most: number } {
  const days = Math.max(1, rows / ofMinutes);
  const most = Math.max(0, Math.round(MOST_QUIET * days) - noted);
  const kept = Math.max(1, Math.min(KEPT_FOR_QUIET, Math.floor(ofMinutes * SHARE_OF_QUIET))) - noted;
  return { kept: Math.max(0, Math.min(kept, most, quiet)), most };
}

/** @returns whole minutes; 0 only where no rows are left */
export function minutesFor(rows: number): number {
  return Math.ceil(rows * MINUTES_AN_ANSWER);
}

/** "12 more can wait": below those who have gone quiet. */
export function waitLine(count: number): string {
  return `${withThousands(count)} more can wait`;
}

/**
 * What stands below a list that is cut: "3 more, all under a day", "12 more, waiting up to 5 days".
 * @param oldest since when the one who waits longest among them waits, UTC milliseconds
 */
export function restLine(count: number, oldest: number, now: number): string {
  const more = `${withThousands(count)} more`;
  return now - oldest < DAY ? `${more}, ${count === 1 ? '' : 'all '}under a day` : `${more}, waiting up to ${waitLabel(oldest, now)}`;
}
