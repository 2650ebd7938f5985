/** Dates and times as people type them into a form, in the workspace's time zone. */
import { z } from 'zod';
import { MINUTE, startOfDay } from './dates';

/** "2026-11-23", a day that exists. */
export const typedDate = z.iso.date({ error: 'Pick a day.' });
/** "14:05" */
export const typedTime = z.iso.time({ precision: -1 });

/**
 * The instant at which clocks in the zone show this.
 * @param date "2026-11-23"; @param time "14:05"
 * @returns UTC milliseconds; a time that a change of clocks skips moves forward
 */
export function wallInstant(date: string, time: string, zone: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  // Noon in UTC is the neighbouring day in some zones: step to the day whose calendar says this date.
  const shift = [0, -1, 1].find((days) => wallDate(startOfDay(noon, zone, days), zone) === date) ?? 0;
  const begins = startOfDay(noon, zone, shift);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const straight = begins + (hours * 60 + minutes) * MINUTE;
  const [shownHours = 0, shownMinutes = 0] = wallTime(straight, zone).split(':').map(Number);
  // Clocks that changed since midnight: move by as much as they are off, if that still is the same day.
  const moved = straight + ((hours - shownHours) * 60 + (minutes - shownMinutes)) * MINUTE;
  return wallDate(moved, zone) === date && wallTime(moved, zone) === time ? moved : straight;
}

/** "2026-11-23": the day that the zone's calendar shows, as a date field wants it. */
export function wallDate(at: number, zone: string): string {
  return parts(at, zone).slice(0, 10);
}

/** "14:05", as a time field wants it. */
export function wallTime(at: number, zone: string): string {
  return parts(at, zone).slice(11, 16);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "2026-11-23 14:05:09" */
function parts(at: number, zone: string): string {
  let formatter = formatters.get(zone);
  if (!formatter) {
    // Swedish writes dates the way ISO 8601 does.
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formatters.set(zone, formatter);
  }
  return formatter.format(at);
}

/** What a form says about when: a day, perhaps with a time. */
export interface TypedMoment {
  at: number;
  precision: 'minute' | 'day';
}

/**
 * @param time '' where only the day is known: then noon stands for it, or now where the day is today
 */
export function typedMoment(date: string, time: string, zone: string, now: number): TypedMoment {
  if (time !== '') return { at: Math.min(wallInstant(date, time, zone), now), precision: 'minute' };
  if (date === wallDate(now, zone)) return { at: now, precision: 'minute' };
  return { at: Math.min(wallInstant(date, '12:00', zone), now), precision: 'day' };
}
