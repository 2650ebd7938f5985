/** Numbers and nouns as they stand in sentences. */

/** "4,120", rounded to a whole number. */
export function withThousands(count: number): string {
  return Math.round(count).toLocaleString('en-GB');
}

/** "1 person", "12 people", "4,120 people" */
export function counted(count: number, one: string, many: string): string {
  return `${withThousands(count)} ${count === 1 ? one : many}`;
}

const AVERAGE_MONTH_DAYS = 365.25 / 12;
/** Days from which a length is told in weeks, months, years: never "1 week" or "1 month", which say too little. */
const IN_WEEKS = 14;
const IN_MONTHS = 61;
const IN_YEARS = 731;

/** A length of whole days, rounded down: "1 day", "13 days", "7 weeks", "5 months", "2 years". */
export function daysAndLonger(days: number): string {
  if (days < IN_WEEKS) return counted(days, 'day', 'days');
  if (days < IN_MONTHS) return counted(Math.floor(days / 7), 'week', 'weeks');
  if (days < IN_YEARS) return counted(Math.floor(days / AVERAGE_MONTH_DAYS), 'month', 'months');
  return counted(Math.floor(days / (12 * AVERAGE_MONTH_DAYS)), 'year', 'years');
}

const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;
const GIGABYTE = 1000 * MEGABYTE;

/** "1.2 GB", "48 MB", "7 KB", "12 bytes" */
export function sizeInWords(bytes: number): string {
  if (bytes >= GIGABYTE) return `${(bytes / GIGABYTE).toFixed(1)} GB`;
  if (bytes >= MEGABYTE) return `${Math.round(bytes / MEGABYTE)} MB`;
  return bytes >= KILOBYTE ? `${Math.round(bytes / KILOBYTE)} KB` : `${bytes} bytes`;
}
