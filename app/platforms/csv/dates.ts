/** Dates as programs write them into tables, and as spreadsheets rewrite them when a file is saved again. */
import type { Precision, StatedTime, Zone } from '../../domain/activity';
import type { DateOrder } from '../../domain/imports/questions';
import { instantOnClocks } from '../reading/zone-clock';

/** First letters of month names: English, and the Dutch, German, French, Spanish, Italian and Portuguese ones that differ. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mrt', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mei', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

/** Customers are older than networks; what is older still is a damaged cell (spreadsheets make 1900 of an empty one). */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
/** Ten digits are seconds and thirteen milliseconds since 1970, from 2001 on; fewer digits are some other number. */
const UNIX_TIME = /^(\d{10})(\d{3})?(?:\.0+)?$/;

/** Names of zones that stand behind times. Some mean several zones ("IST", "CST"), so they say no more than none does. */
const ZONE_NAMES = 'EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|WET|WEST|EET|EEST|BST|MSK|IST|JST|AEST|AEDT';
const ZONE = String.raw`(UTC|GMT|Z|[+-]\d{2}:?\d{2}|${ZONE_NAMES})?`;
const TIME = String.raw`(?:,?[\sT]+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?\s?m\.?)?\s*${ZONE})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const DAY_NAMED_MONTH = new RegExp(String.raw`^(\d{1,2})[\s.-]+(\p{L}{3,10})[\s.-]+(\d{4}|\d{2})${TIME}$`, 'iu');
const NAMED_MONTH_DAY = new RegExp(String.raw`^(\p{L}{3,10})\.?\s+(\d{1,2}),?\s+(\d{4})${TIME}$`, 'iu');
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');
/** "Sat Feb 18 19:45:15 +0000 2023", X's own. */
const YEAR_LAST = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}) (\d{4})$/;
const WEEKDAY = /^\p{L}{2,10}\.?,\s+/u;

export interface DateReading {
  /** Decides what 3/4/2021 is. Years of two digits in front are not read. */
  order: DateOrder;
  /** Whose clocks times without a zone were read off; 'stated utc' where the source is known to write UTC. */
  zone?: string | 'stated utc';
}

/**
 * A date as stated, null if it is none. A date without a time is UTC midnight with precision `day`; a time without a
 * zone is read on the clocks of `zone`, or taken as UTC, and says so (`assumed`).
 */
export function readDate(written: string, { order, zone }: DateReading): StatedTime | null {
  const text = written.trim().replace(WEEKDAY, '');
  if (text.length < 6 || text.length > 50) return null;
  const unix = UNIX_TIME.exec(text);
  if (unix) return { at: Number(unix[1]) * 1000 + Number(unix[2] ?? 0), precision: unix[2] === undefined ? 'second' : 'ms', zone: 'utc' };
  const stated = dateIn(text, order);
  if (stated === null || stated.zone !== 'assumed' || stated.precision === 'day' || zone === undefined) return stated;
  if (zone === 'stated utc') return { ...stated, zone: 'utc' };
  const shown = new Date(stated.at);
  const minutes = shown.getUTCHours() * 60 + shown.getUTCMinutes();
  const seconds = ((stated.at % 60_000) + 60_000) % 60_000;
  return { ...stated, at: instantOnClocks(shown.toISOString().slice(0, 10), minutes, zone) + seconds };
}

/** What a written date tells about the order in its column: null for nothing (3/4/2021), 'named' if order plays no part. */
export function orderToldBy(written: string): 'day_first' | 'month_first' | 'named' | null {
  const numbers = NUMBERS.exec(written.trim().replace(WEEKDAY, ''));
  if (!numbers || numbers[2] === '.') return 'named';
  if (Number(numbers[1]) > 12) return 'day_first';
  return Number(numbers[3]) > 12 ? 'month_first' : null;
}

function dateIn(text: string, order: DateOrder): StatedTime | null {
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, month, day, hour, minute, second, offset, year] = yearLast;
    return stated(year, monthNamed(month), day, [hour, minute, second, undefined, undefined, offset]);
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return stated(yearFirst[1], Number(yearFirst[2]), yearFirst[3], yearFirst.slice(4));
  const dayMonth = DAY_NAMED_MONTH.exec(text);
  if (dayMonth) return stated(dayMonth[3], monthNamed(dayMonth[2]), dayMonth[1], dayMonth.slice(4));
  const monthDay = NAMED_MONTH_DAY.exec(text);
  if (monthDay) return stated(monthDay[3], monthNamed(monthDay[1]), monthDay[2], monthDay.slice(4));
  const numbers = NUMBERS.exec(text);
  if (!numbers) return null;
  const [, first, separator, second, year] = numbers;
  const time = numbers.slice(5);
  const monthFirst = () => stated(year, Number(first), second, time);
  const dayFirst = () => stated(year, Number(second), first, time);
  // Dots are only used where the day comes first. A number above 12 is no month, whatever the column's order.
  if (separator === '.' || order !== 'month_first') return dayFirst() ?? monthFirst();
  return monthFirst() ?? dayFirst();
}

function stated(
  writtenYear: string | undefined,
  month: number,
  writtenDay: string | undefined,
  time: (string | undefined)[],
): StatedTime | null {
  const year = Number(writtenYear) + (writtenYear?.length === 2 ? 2000 : 0);
  const day = Number(writtenDay);
  const [writtenHour, minute, second, fraction, half, zoneName] = time;
  const hour = hourOfDay(Number(writtenHour ?? 0), half);
  const midnight = Date.UTC(year, month - 1, day);
  const calendar = new Date(midnight);
  const exists = calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === day;
  if (!exists || year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (hour === null || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null;
  const thousandths = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const wall = midnight + ((hour * 60 + Number(minute ?? 0)) * 60 + Number(second ?? 0)) * 1000 + thousandths;
  return { at: wall - offsetMinutes(zoneName) * 60_000, precision: precisionOf(writtenHour, second, fraction), zone: zoneOf(zoneName) };
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function precisionOf(hour: string | undefined, second: string | undefined, fraction: string | undefined): Precision {
  if (fraction !== undefined) return 'ms';
  if (second !== undefined) return 'second';
  return hour === undefined ? 'day' : 'minute';
}

function zoneOf(name: string | undefined): Zone {
  if (name === undefined) return 'assumed';
  if (/^[+-]/.test(name)) return 'offset';
  return /^(UTC|GMT|Z)$/i.test(name) ? 'utc' : 'assumed';
}

function offsetMinutes(name: string | undefined): number {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(name ?? '');
  if (!offset) return 0;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}

/** 1 to 12, or 0 for no month. */
function monthNamed(name: string | undefined): number {
  const start = (name ?? '').toLowerCase();
  // "juin" and "juil" share their first three letters, so the longer beginnings are asked first.
  const byLength = (length: number) =>
    MONTH_NAMES.findIndex((beginnings) => beginnings.some((one) => one.length === length && start.startsWith(one)));
  return (byLength(4) === -1 ? byLength(3) : byLength(4)) + 1;
}
