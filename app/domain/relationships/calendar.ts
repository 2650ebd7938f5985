/** Days and months by number: a day counts from 1 January 1970 on the workspace's calendar, a month is 12 years + month. */
import type { DayOf } from '../health';
import { DAY } from '../../lib/dates';

/** Calendars differ from UTC by at most fourteen hours; a day more is surely outside. */
const FARTHEST = 2 * DAY;

export function monthOfDay(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function firstDayOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
}

/** The instant (UTC milliseconds) at which a calendar day begins: the first that `dayOf` counts to it or a later one. */
export function beginOfDay(day: number, dayOf: DayOf): number {
  let before = day * DAY - FARTHEST;
  let within = day * DAY + FARTHEST;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle) >= day) within = middle;
    else before = middle;
  }
  return within;
}

/** "2026-06" */
export function monthKey(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Reads what monthKey wrote. */
export function monthFromKey(key: string): number {
  const [year = 0, month = 1] = key.split('-').map(Number);
  return year * 12 + month - 1;
}

const NAMES = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** "June" */
export function monthName(month: number): string {
  return NAMES[((month % 12) + 12) % 12] ?? '';
}

/** "1 November"; with the year where it is not that of `today`: "1 November 2025". */
export function dayName(day: number, today: number): string {
  const date = new Date(day * DAY);
  const words = `${date.getUTCDate()} ${monthName(date.getUTCMonth())}`;
  const year = date.getUTCFullYear();
  return year === new Date(today * DAY).getUTCFullYear() ? words : `${words} ${year}`;
}
