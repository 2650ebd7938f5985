/** When a mail was sent, from what it says itself, who received it, and the mailbox it lies in. */
import type { StatedTime } from '../../domain/activity';
import type { Headers } from './headers';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 822's names, in minutes. Military letters mean nothing certain and count as UTC, as RFC 5322 says. */
const ZONES: Readonly<Record<string, number>> = { est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, cet: 60, cest: 120, bst: 60 };

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const DAY = 86_400_000;
/** A mail can't be sent after it came in, but for clocks and zones… */
const MOST_AHEAD = DAY;
/** …and none takes longer than a month on its way. */
const LONGEST_WAY = 30 * DAY;

const DATE = /(?:^|[\s,])(\d{1,2})[\s-]{1,3}([a-z]{3})[a-z]{0,6}[\s-]{1,3}(\d{4}|\d{2})\s{1,5}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s{0,3}([+-]\d{4}|[+-]\d{2}:\d{2}|[a-z]{1,5}))?/i;
/** "Mon Oct 16 01:29:30 +0000 2023", as mbox separators and C programs write it. */
const ASCTIME = /([a-z]{3})\s{1,3}(\d{1,2})\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{1,3}(?:([+-]\d{4}|[a-z]{1,5})\s{1,3})?(\d{4})(?:\s{1,3}([+-]\d{4}))?/i;

/** A date in a header; null for what is none. */
export function parseMailDate(written: string): StatedTime | null {
  const text = written.slice(0, 200);
  const date = DATE.exec(text);
  if (date) return stated(date[3], date[2], date[1], date.slice(4, 7), date[7]);
  const asctime = ASCTIME.exec(text);
  return asctime && stated(asctime[7], asctime[1], asctime[2], asctime.slice(3, 6), asctime[6] ?? asctime[8]);
}

/**
 * The Date header where it can be true; else the last server's stamp; else the mailbox's own separator.
 * @param separator mbox's line before the mail, '' for none
 */
export function sentAt(headers: Headers, separator: string): StatedTime | null {
  const date = parseMailDate(headers.first('date'));
  const received = receivedAt(headers);
  if (!received) return date ?? parseMailDate(separator);
  const isTrue = date && date.at <= received.at + MOST_AHEAD && date.at >= received.at - LONGEST_WAY;
  return isTrue ? date : received;
}

/** The stamp stands behind the last semicolon; the topmost is the last server's. */
function receivedAt(headers: Headers): StatedTime | null {
  for (const stamp of headers.all('received').slice(0, 20)) {
    const at = parseMailDate(stamp.slice(stamp.lastIndexOf(';') + 1).trim());
    if (at) return at;
  }
  return null;
}

function stated(
  writtenYear: string | undefined,
  monthName: string | undefined,
  writtenDay: string | undefined,
  [hour, minute, second]: (string | undefined)[],
  zone: string | undefined,
): StatedTime | null {
  const short = Number(writtenYear);
  const year = writtenYear?.length === 2 ? short + (short < 50 ? 2000 : 1900) : short;
  const month = MONTHS.indexOf((monthName ?? '').toLowerCase());
  const day = Number(writtenDay);
  const midnight = Date.UTC(year, month, day);
  const exists = month !== -1 && new Date(midnight).getUTCDate() === day;
  if (!exists || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const { minutes, basis } = offsetOf(zone);
  const at = midnight + ((Number(hour) * 60 + Number(minute) - minutes) * 60 + Number(second ?? 0)) * 1000;
  if (at < EARLIEST || at >= LATEST) return null;
  return { at, precision: second === undefined ? 'minute' : 'second', zone: basis };
}

function offsetOf(zone: string | undefined): { minutes: number; basis: StatedTime['zone'] } {
  if (zone === undefined) return { minutes: 0, basis: 'assumed' };
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (digits) {
    const minutes = Number(digits[2]) * 60 + Number(digits[3]);
    return { minutes: minutes <= 14 * 60 ? (digits[1] === '-' ? -minutes : minutes) : 0, basis: 'offset' };
  }
  const named = Object.hasOwn(ZONES, zone.toLowerCase()) ? ZONES[zone.toLowerCase()] : undefined;
  return named === undefined ? { minutes: 0, basis: 'utc' } : { minutes: named, basis: 'offset' };
}
