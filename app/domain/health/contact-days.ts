/** Counts for sentences: real calendar days from the log, where the model works with decayed ones. */
import type { DayOf, HealthEvent } from './state';

/** On how many days each side was in touch. */
export interface ContactDays {
  /** The 30 calendar days up to and with the day of the reading. */
  inMonth: number;
  outMonth: number;
  /** The 365 days. */
  inYear: number;
  outYear: number;
}

export const MONTH_DAYS = 30;
export const YEAR_DAYS = 365;

/** @param readAt UTC milliseconds; what came later is not counted */
export function contactDays(log: Iterable<HealthEvent>, readAt: number, dayOf: DayOf): ContactDays {
  const today = dayOf(readAt);
  const days = { in: new Set<number>(), out: new Set<number>() };
  for (const { at, direction } of log) {
    if (at <= readAt) days[direction].add(today - dayOf(at));
  }
  const within = (ages: Set<number>, limit: number) => [...ages].filter((age) => age < limit).length;
  return {
    inMonth: within(days.in, MONTH_DAYS),
    outMonth: within(days.out, MONTH_DAYS),
    inYear: within(days.in, YEAR_DAYS),
    outYear: within(days.out, YEAR_DAYS),
  };
}
