/** The day that everything which looks at all people together is counted back from. */
import type { Sql } from '../connection.server';

/** Asked again after so many answers: an import moves the day while it brings everybody up to date. */
const ANSWERS = 50;

/**
 * The k-th latest of the days that people are read at, k being a tenth of everybody, at most a hundred. It costs the same
 * however many people there are.
 */
const AS_OF_DAY = `SELECT readDay FROM ContactPast WHERE readDay IS NOT NULL ORDER BY readDay DESC
  LIMIT 1 OFFSET (SELECT max(0, (count(*) + 9) / 10 - 1) FROM (SELECT 1 FROM ContactPast WHERE readDay IS NOT NULL LIMIT 1000))`;

/**
 * Each person is read at the latest moment their sources could see; sources end at different days. "As of" is the latest
 * day up to which a tenth of all people, or a hundred of them, could be seen: the export's date in a workspace of archives,
 * whatever a few people logged by hand say later, and today as soon as a channel is connected that people write on.
 * Whoever could not be seen so long stays where they were last seen: silence that nobody saw is no move.
 * @returns null where nobody was read yet
 */
export function asOfDay(sql: Sql): number | null {
  return sql.prepare<[], { readDay: number }>(AS_OF_DAY).get()?.readDay ?? null;
}

/** The same for bringing many people up to date one after the other. */
export function asOfDayKept(sql: Sql): () => number | null {
  let day: number | null = null;
  let left = 0;
  return () => {
    if (left === 0) {
      day = asOfDay(sql);
      left = ANSWERS;
    }
    left -= 1;
    return day;
  };
}
