/** Dates as LinkedIn has written them over the years, and as spreadsheets rewrite them when a file is saved again. */
import type { StatedTime } from '../../domain/activity';
import { orderToldBy as toldBy, readDate } from '../csv/dates';

/** Which number comes first in 3/4/2021. LinkedIn writes the month first; spreadsheets follow their user's country. */
export type DateOrder = 'month-first' | 'day-first';

/** The year LinkedIn opened; what is older is a damaged cell (spreadsheets make 1900 of an empty one). */
const FIRST_DAY = Date.UTC(2003, 0, 1);

/**
 * A date as stated, null if it is none. A date without a time is UTC midnight with precision `day`; a time without a
 * zone is taken as UTC, as LinkedIn's are, and says so (`assumed`).
 */
export function parseDate(written: string, order: DateOrder = 'month-first'): StatedTime | null {
  const stated = readDate(written, { order: order === 'day-first' ? 'day_first' : 'month_first' });
  return stated !== null && stated.at >= FIRST_DAY ? stated : null;
}

/** What a written date tells about the order in its file: null for nothing (3/4/2021), 'named' if order plays no part. */
export function orderToldBy(written: string): DateOrder | 'named' | null {
  const told = toldBy(written);
  if (told === 'day_first') return 'day-first';
  return told === 'month_first' ? 'month-first' : told;
}
