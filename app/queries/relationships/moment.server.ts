/** The day that the page of all relationships is counted back from. */
import { asOfDay } from '../../db/derive/as-of.server';
import type { Sql } from '../../db/connection.server';
import { STALE_AFTER_DAYS } from '../../domain/health';
import { dayName } from '../../domain/relationships/calendar';
import { calendarDay } from '../../lib/dates';

export interface PageContext {
  zone: string;
  /** UTC milliseconds. */
  now: number;
}

export interface PageMoment {
  /** Calendar days of the workspace. */
  asOfDay: number;
  today: number;
  /** "22 November" where it lies so far back that it has to be said; null otherwise. */
  asOf: string | null;
}

/** Without anybody who was read, today. */
export function pageMoment(sql: Sql, { zone, now }: PageContext): PageMoment {
  const today = calendarDay(zone)(now);
  const day = asOfDay(sql) ?? today;
  return { asOfDay: day, today, asOf: today - day > STALE_AFTER_DAYS ? dayName(day, today) : null };
}
