/** Small guards for parsed JSON that anybody may have written. */
import type { StatedTime } from '../../domain/activity';
import { utcTime } from '../reading/stated-time';

export type Dict = Readonly<Record<string, unknown>>;

export const dict = (value: unknown): Dict | null => (isDict(value) ? value : null);

const isDict = (value: unknown): value is Dict => typeof value === 'object' && value !== null && !Array.isArray(value);

/** [] for what is no list. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** '' for what is no text. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Larger than any Unix time in seconds here, smaller than any in milliseconds: the year 5138 or 1973. */
const SECONDS_END = 100_000_000_000;

/** Unix time in seconds or milliseconds, as Meta writes both. Null for 0, which stands for "not known", and for nonsense. */
export function unixTime(value: unknown): StatedTime | null {
  const number = typeof value === 'string' && /^\d{9,13}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || number <= 0) return null;
  return number < SECONDS_END ? utcTime(number * 1000, 'second') : utcTime(number, 'ms');
}

/** "2019-03-04T05:06:07+00:00", as Instagram wrote times until 2020. */
export function isoTime(value: unknown): StatedTime | null {
  const written = text(value);
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?$/.test(written)) return null;
  // Without an offset they were UTC.
  return utcTime(Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(written) ? written : `${written}Z`), 'second');
}

/** The beginning of a row, for the user to find it by. */
export const sampleOf = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 200);
