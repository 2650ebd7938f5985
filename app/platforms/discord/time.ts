/** Times as Discord and the tools around it write them. */
import type { StatedTime } from '../../domain/activity';
import { utcTime, zonedTime } from '../reading/stated-time';

const WRITTEN = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,9})?\s?(Z|[+-]\d\d:\d\d)?$/;
/** "02-Sep-26 09:00 AM" of older exports by DiscordChatExporter, on the clock of the computer that made them. */
const NAMED_MONTH = /^(\d{1,2})-([A-Z][a-z]{2})-(\d\d) (\d{1,2}):(\d\d) ([AP])M$/;
const MONTHS: readonly string[] = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Without a zone of its own it is UTC, as in all files by Discord itself. */
export function parseTime(written: string): StatedTime | null {
  const [, day, time, fraction = '', zone = 'Z'] = WRITTEN.exec(written.trim()) ?? [];
  if (day === undefined || time === undefined) return null;
  const at = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${zone}`);
  const stated = utcTime(at, fraction === '' ? 'second' : 'ms');
  return stated && !/^(?:Z|[+-]00:00)$/.test(zone) ? { ...stated, zone: 'offset' } : stated;
}

/** The form without a zone. */
export function parseLocalTime(written: string, zone: string): StatedTime | null {
  const match = NAMED_MONTH.exec(written.trim());
  const month = MONTHS.indexOf(match?.[2] ?? '');
  if (!match || month < 0) return null;
  const hour = (Number(match[4]) % 12) + (match[6] === 'P' ? 12 : 0);
  return zonedTime({ year: 2000 + Number(match[3]), month: month + 1, day: Number(match[1]), hour, minute: Number(match[5]), second: 0 }, zone, 'minute');
}

export const lacksZone = (written: string): boolean => NAMED_MONTH.test(written.trim());
