/** The two ways in which X writes times, both in UTC. */
import type { StatedTime } from '../../domain/activity';
import { utcTime } from '../reading/stated-time';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "Sat Feb 18 19:45:15 +0000 2023" */
const POSTED = /^[a-z]{3} ([a-z]{3}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000 (\d{4})$/i;
/** "2024-01-02T03:04:05.678Z" */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** Null for what is no date. */
export function readTime(written: string): StatedTime | null {
  if (ISO.test(written)) return utcTime(Date.parse(written), written.includes('.') ? 'ms' : 'second');
  const [, month = '', day, hour, minute, second, year] = POSTED.exec(written) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at === -1) return null;
  return utcTime(Date.UTC(Number(year), at, Number(day), Number(hour), Number(minute), Number(second)), 'second');
}
