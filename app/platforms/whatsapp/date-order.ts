/** Whether 3/4/25 is in March, in April or in 2003: told by all days of a file together, never by one alone. */
import type { DateOrder } from '../../domain/imports/questions';
import { DATE_ORDERS } from '../../domain/imports/questions';
import type { WrittenDay } from './line';

/** WhatsApp began in 2009; nothing is older. */
const FIRST_YEAR = 2009;
const LAST_YEAR = 2099;
/** Thai phones count from the Buddha's death. */
const BUDDHIST_YEARS = 543;

export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** The day, or null where it can't be one in this order. */
export function dayIn({ numbers: [a, b, c], isYearFirst }: WrittenDay, order: DateOrder): CalendarDay | null {
  if (isYearFirst !== (order === 'year_first') && (isYearFirst || c > 99)) return null;
  const [written, month, day] = order === 'year_first' ? [a, b, c] : order === 'day_first' ? [c, b, a] : [c, a, b];
  const year = written < 100 ? 2000 + written : written > 2400 ? written - BUDDHIST_YEARS : written;
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const read = new Date(Date.UTC(year, month - 1, day));
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? { year, month, day } : null;
}

interface Account {
  /** Days that don't exist in this order. */
  impossible: number;
  /** Days earlier than the one before: a chat goes forward in time. */
  back: number;
  last: number;
}

/** Takes note of a file's days and says which orders they allow, the likeliest first. */
export class DateOrderJudge {
  readonly #accounts: Record<DateOrder, Account> = {
    day_first: { impossible: 0, back: 0, last: 0 },
    month_first: { impossible: 0, back: 0, last: 0 },
    year_first: { impossible: 0, back: 0, last: 0 },
  };
  #american = 0;

  note(written: WrittenDay, isAmerican: boolean): void {
    if (isAmerican) this.#american += 1;
    for (const order of DATE_ORDERS) {
      const account = this.#accounts[order];
      const day = dayIn(written, order);
      if (day === null) {
        account.impossible += 1;
        continue;
      }
      const at = Date.UTC(day.year, day.month - 1, day.day);
      if (at < account.last) account.back += 1;
      account.last = at;
    }
  }

  /** Steps back in time under this order. */
  steps(order: DateOrder): number {
    return this.#accounts[order].back;
  }

  /** Orders under which the fewest days don't exist (none, in a sound file), the likeliest first; one: it is certain. */
  orders(): DateOrder[] {
    const least = Math.min(...DATE_ORDERS.map((order) => this.#accounts[order].impossible));
    // Where nothing else tells.
    const usual: readonly DateOrder[] = this.#american > 0 ? ['month_first', 'day_first', 'year_first'] : DATE_ORDERS;
    return usual
      .filter((order) => this.#accounts[order].impossible === least)
      .sort((a, b) => this.#accounts[a].back - this.#accounts[b].back);
  }
}
