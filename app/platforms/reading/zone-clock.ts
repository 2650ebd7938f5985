/** Instants of wall times, for sources that hold them by the hundred thousand: asking the zone's rules for each takes 25 µs. */
import { wallInstant } from '../../lib/wall-time';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Days remembered; a list of people spans some thousand. */
const REMEMBERED = 10_000;

/** The instant at which a day begins, null for days on which clocks are changed. By zone and day. */
const begins = new Map<string, number | null>();

/**
 * The same as `wallInstant`, which is only asked for days on which clocks change and once for every other day.
 * @param date "2026-11-23"; @param minutes since midnight as clocks show them; @returns UTC milliseconds
 */
export function instantOnClocks(date: string, minutes: number, zone: string): number {
  const key = `${zone} ${date}`;
  let start = begins.get(key);
  if (start === undefined) {
    start = evenDay(date, zone);
    if (begins.size >= REMEMBERED) begins.clear();
    begins.set(key, start);
  }
  if (start !== null) return start + minutes * MINUTE;
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return wallInstant(date, time, zone);
}

function evenDay(date: string, zone: string): number | null {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  const start = wallInstant(date, '00:00', zone);
  return wallInstant(next, '00:00', zone) - start === DAY ? start : null;
}
