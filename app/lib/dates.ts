/** Calendar days and words for instants, in a named time zone. Instants are UTC milliseconds. */
import { tzOffset } from '@date-fns/tz';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Offsets only ever change on a quarter of an hour. */
const QUARTER = 15 * MINUTE;
/** Days remembered per zone: more than fifty years of them, a megabyte or so. */
const REMEMBERED = 20_000;

/** Whether the name is a time zone this machine knows ("Europe/Lisbon"). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.length > 0;
  } catch {
    return false;
  }
}

/** Every zone this machine knows, for choosing from: UTC and the one in use first. */
export function timeZonesAround(zone: string): string[] {
  return [...new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')])];
}

const dayCounters = new Map<string, (at: number) => number>();

/**
 * The calendar day of an instant as a running number (days since 1 January 1970 on the zone's own calendar).
 * @returns a function, because it remembers offsets: folding a log asks a million times. One per zone.
 */
export function calendarDay(zone: string): (at: number) => number {
  let counter = dayCounters.get(zone);
  if (!counter) {
    counter = countDays(zone);
    dayCounters.set(zone, counter);
  }
  return counter;
}

function countDays(zone: string): (at: number) => number {
  const offsetAt = (at: number) => tzOffset(zone, new Date(Math.floor(at / QUARTER) * QUARTER)) * MINUTE;
  /** By UTC day; null on days when the clocks change, twice a year. */
  const offsets = new Map<number, number | null>();
  return (at) => {
    const day = Math.floor(at / DAY);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const [first, last] = [offsetAt(day * DAY), offsetAt((day + 1) * DAY - 1)];
      offset = first === last ? first : null;
      if (offsets.size >= REMEMBERED) offsets.clear();
      offsets.set(day, offset);
    }
    return Math.floor((at + (offset ?? offsetAt(at))) / DAY);
  };
}

/** The instant at which the zone's calendar day of `at`, moved by `plusDays`, begins. */
export function startOfDay(at: number, zone: string, plusDays = 0): number {
  return atHour(at, zone, 0, plusDays);
}

/** The instant of a full hour on the zone's calendar day of `at`, moved by `plusDays`. Skipped hours move forward. */
export function atHour(at: number, zone: string, hour: number, plusDays = 0): number {
  const wall = (Math.floor((at + tzOffset(zone, new Date(at)) * MINUTE) / DAY) + plusDays) * DAY + hour * HOUR;
  const first = wall - tzOffset(zone, new Date(wall)) * MINUTE;
  const second = wall - tzOffset(zone, new Date(first)) * MINUTE;
  const reads = (instant: number) => instant + tzOffset(zone, new Date(instant)) * MINUTE === wall;
  if (reads(second)) return second;
  return reads(first) ? first : Math.max(first, second);
}

type Write = (at: number) => string;

const writers = new Map<string, Write>();

function writer(zone: string, options: Intl.DateTimeFormatOptions): Write {
  const formatter = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  // British English has one month of four letters, which would make every column of dates ragged.
  const write = (at: number) => formatter.format(at).replace(/\bSept\b/, 'Sep');
  if (options.hour !== undefined) return write;
  // A list says the same few days again and again, and spelling one out takes as long as reading its row.
  const dayOf = calendarDay(zone);
  const spelled = new Map<number, string>();
  return (at) => {
    const day = dayOf(at);
    let words = spelled.get(day);
    if (words === undefined) {
      words = write(at);
      if (spelled.size >= REMEMBERED) spelled.clear();
      spelled.set(day, words);
    }
    return words;
  };
}

/** @param look names the options: what is asked for again must not cost their comparison */
function format(at: number, zone: string, look: keyof typeof LOOKS): string {
  const key = `${look} ${zone}`;
  let write = writers.get(key);
  if (!write) {
    write = writer(zone, LOOKS[look]);
    writers.set(key, write);
  }
  return write(at);
}

const LOOKS = {
  year: { year: 'numeric' },
  weekday: { weekday: 'short' },
  longWeekday: { weekday: 'long' },
  day: { day: 'numeric', month: 'short' },
  dayOfYear: { day: 'numeric', month: 'short', year: 'numeric' },
  longDay: { day: 'numeric', month: 'long' },
  longDayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** "12 Nov", with the year when it is not the year of `now`: "12 Nov 2024". */
export function shortDay(at: number, zone: string, now: number): string {
  const sameYear = format(at, zone, 'year') === format(now, zone, 'year');
  return format(at, zone, sameYear ? 'day' : 'dayOfYear');
}

/** "Thu 12 Nov", with the year when it is not the year of `now`. */
export function weekDay(at: number, zone: string, now: number): string {
  return `${format(at, zone, 'weekday')} ${shortDay(at, zone, now)}`;
}

/** "Monday 23 November" */
export function longDay(at: number, zone: string): string {
  return `${format(at, zone, 'longWeekday')} ${format(at, zone, 'longDay')}`;
}

/** "22 November 2026" */
export function fullDay(at: number, zone: string): string {
  return format(at, zone, 'longDayOfYear');
}

/** "May 2024" */
export function monthAndYear(at: number, zone: string): string {
  return format(at, zone, 'month');
}

/** "14:05" */
export function clockTime(at: number, zone: string): string {
  return format(at, zone, 'time');
}
