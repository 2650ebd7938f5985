/**
 * Dates as the HTML variant writes them: local time without a zone, in the user's language. "Sep 13, 2020, 12:26 PM",
 * "Oct 19, 2019 at 2:37 PM", "19 Oct 2019, 14:37", "03. Sept. 2026, 9:33 pm".
 */
import type { LocalTime } from '../reading/stated-time';

export interface PageDate {
  local: LocalTime;
  precision: 'minute' | 'second';
}

/** Longer than any such date. */
const LONGEST = 60;
/** Languages of Meta's pages whose months are words. Node knows the words. */
const LANGUAGES = [
  'en', 'en-GB', 'de', 'nl', 'fr', 'es', 'it', 'pt', 'pt-BR', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'ro', 'hu', 'tr', 'el', 'id', 'ru', 'uk', 'ca',
] as const;
/** Words between the parts of a date. */
const BETWEEN: ReadonlySet<string> = new Set(['at', 'um', 'om', 'kl', 'klo', 'à', 'a', 'as', 'às', 'las', 'alle', 'ore', 'o', 'de', 'del', 'di', 'h', 'r', 'г', 'в', 'den', 'the', 'of', 'pada', 'pukul', 'th', 'st', 'nd', 'rd']);
const LATIN_HALF = /^([ap])m?$/;

let words: { months: Map<string, number>; weekdays: Set<string> } | null = null;

/** Words of all languages. None means two months; "mar." is March here and a Tuesday there. */
function calendarWords() {
  if (words) return words;
  const months = new Map<string, number>([['sept', 9]]);
  const weekdays = new Set<string>();
  for (const language of LANGUAGES) {
    for (const width of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: width, weekday: width, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        for (const { type, value } of format.formatToParts(Date.UTC(2023, month - 1, month))) {
          const word = bare(value);
          if (type === 'weekday') weekdays.add(word);
          if (type === 'month' && !/^\d+$/.test(word)) months.set(word, month);
        }
      }
    }
  }
  words = { months, weekdays };
  return words;
}

const bare = (word: string): string => word.normalize('NFC').toLowerCase().replace(/[.,]/g, '').trim();

/** @returns null for what is no date, or none that can be read */
export function parsePageDate(written: string): PageDate | null {
  if (written.length > LONGEST) return null;
  const line = written.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const clock = /(\d{1,2}):(\d\d)(?::(\d\d))?/.exec(line) ?? /(?:,|\s)(\d{1,2})[.h](\d\d)(?:[.](\d\d))?$/.exec(line);
  if (!clock) return null;
  const [whole, hours = '', minutes = '', seconds] = clock;
  const rest = `${line.slice(0, clock.index)} ${line.slice(clock.index + whole.length)}`;
  const half = /(?:^|\s)([ap])\.? ?m\.?(?=\s|$)/i.exec(rest);
  const day = dayOf(half ? rest.replace(half[0], ' ') : rest);
  const hour = hourOf(Number(hours), half?.[1]);
  if (!day || hour === null) return null;
  const local = { ...day, hour, minute: Number(minutes), second: Number(seconds ?? 0) };
  return { local, precision: seconds === undefined ? 'minute' : 'second' };
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return hour < 24 ? hour : null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

type Day = Pick<LocalTime, 'year' | 'month' | 'day'>;

function dayOf(written: string): Day | null {
  // 2020-09-13, 2020/9/13, 2020年9月13日, 2020. 9. 13.
  const yearFirst = /^\s*(\d{4})(?:[-/年]|\. ?)\s?(\d{1,2})(?:[-/月]|\. ?)\s?(\d{1,2})[日.]?\s*\p{L}*\s*,?\s*$/u.exec(written);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
  const { months, weekdays } = calendarWords();
  const named: string[] = [];
  const found: Partial<Day> = {};
  for (const raw of written.split(/[\s,]+/)) {
    const word = bare(raw);
    if (word === '' || BETWEEN.has(word) || LATIN_HALF.test(word)) continue;
    const number = /^(\d{1,4})(?:st|nd|rd|th|er|º)?$/.exec(word);
    if (months.has(word) || weekdays.has(word)) named.push(word);
    else if (number?.[1]?.length === 4 && found.year === undefined) found.year = Number(number[1]);
    else if (number?.[1] !== undefined && number[1].length <= 2 && found.day === undefined) found.day = Number(number[1]);
    else return null;
  }
  const month = monthOf(named);
  const { year, day } = found;
  return year === undefined || month === null || day === undefined ? null : { year, month, day };
}

/** The month among the words; what may be a day of the week is one where another word is a month. */
function monthOf(named: readonly string[]): number | null {
  const { months, weekdays } = calendarWords();
  const possible = named.filter((word) => months.has(word));
  const sure = possible.filter((word) => !weekdays.has(word));
  const [only, ...others] = sure.length > 0 ? sure : possible;
  return only === undefined || others.length > 0 ? null : months.get(only) ?? null;
}

/** Whether a text is a date, in whichever language: one that can't be read still ends a block of the page. */
export function isLikeDate(written: string): boolean {
  if (written.length < 10 || written.length > LONGEST || !/^[\p{L}\p{N}]/u.test(written)) return false;
  if (parsePageDate(written)) return true;
  return written.length <= 40 && /(?<!\d)(?:19|20)\d\d(?!\d)/.test(written) && /\d{1,2}[:.]\d\d(?!\d{2})/.test(written) && (written.match(/\p{L}{2,}/gu) ?? []).length <= 3;
}
