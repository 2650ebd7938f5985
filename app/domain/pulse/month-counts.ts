/** The year that the pulse draws, in numbers: what its table shows. */
import { calendarDay, DAY, monthAndYear } from '../../lib/dates';
import type { PulseEvent } from './bars';
import { YEAR_DAYS } from './sizes';

export interface MonthCount {
  /** "Nov 2026" */
  month: string;
  /** Interactions from them and from you. */
  them: number;
  you: number;
}

/** A year back from any day begins twelve months before its own. */
const MONTHS_BACK = 12;

/**
 * The month of `now` on the zone's calendar first, then the twelve before it; months without a word stay in, so that
 * silence is seen. What is counted is exactly what is drawn.
 */
export function monthCounts(events: Iterable<PulseEvent>, now: number, zone: string): MonthCount[] {
  const today = new Date(calendarDay(zone)(now) * DAY);
  const counts = new Map<string, MonthCount>();
  for (let back = 0; back <= MONTHS_BACK; back += 1) {
    const month = monthAndYear(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1), 'UTC');
    counts.set(month, { month, them: 0, you: 0 });
  }
  for (const { at, direction, weight } of events) {
    if (!(weight > 0) || at > now || now - at >= YEAR_DAYS * DAY) continue;
    const count = counts.get(monthAndYear(at, zone));
    if (count) count[direction === 'in' ? 'them' : 'you'] += 1;
  }
  return [...counts.values()];
}
