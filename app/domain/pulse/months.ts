/** Where the months of the past year begin. */
import { DAY } from '../../lib/dates';
import { YEAR_DAYS, type PulseLayout } from './sizes';

export interface PulseMonth {
  x: number;
  /** "Nov" */
  label: string;
}

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** A name that begins nearer to now would run into the word "Today". */
const LABEL_WIDTH = 30;

/** @param today running number of the calendar day that the strip ends on */
export function monthsOf(today: number, layout: PulseLayout): PulseMonth[] {
  if (!layout.months) return [];
  const date = new Date(today * DAY);
  const months: PulseMonth[] = [];
  for (let back = NAMES.length; back >= 0; back -= 1) {
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1));
    // Half a day stands for the time of day: less than a pixel or two, and the line keeps still all day.
    const days = today - first.getTime() / DAY + 0.5;
    const x = Math.round(layout.past * (1 - days / YEAR_DAYS));
    const label = NAMES[first.getUTCMonth()];
    if (label !== undefined && x >= 0 && x <= layout.past - LABEL_WIDTH) months.push({ x, label });
  }
  return months;
}
