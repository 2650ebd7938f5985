/**
 * "Still talking after": of those with whom the first two-way exchange fell into one calendar month, the share that was in
 * touch in each calendar month after it. In touch is a word, a purchase or a meeting of theirs, not a click. The first
 * exchange is the moment from which on both sides had spoken, whoever began. A month counts once it is over, and only
 * for people whose sources could see all of it: silence that nobody saw is no silence.
 */
import { monthKey, monthName } from './calendar';

export const RETENTION_COLUMNS = 5;
const COHORTS = 6;
/** One more than all bits of the first month and the columns. */
const SPOKEN = 2 ** (RETENTION_COLUMNS + 1);

/** People with whom it began in the same month, who could be seen as long, and were in touch in the same months. */
export interface CohortCount {
  exchangeMonth: number;
  monthsSeen: number;
  /** Bit k: in touch in the k-th month. */
  monthsSpoken: number;
  people: number;
}

export interface Cohort {
  /** "Jun" */
  month: string;
  /** "2026-06" */
  key: string;
  people: number;
  /** Whole per cent; null where that month is not over. */
  shares: (number | null)[];
}

/** A number that says all of a CohortCount but its people, as the triggers of PastCount put it together. */
export function cohortKey(exchangeMonth: number, monthsSeen: number, monthsSpoken: number): number {
  const seen = Math.min(monthsSeen, RETENTION_COLUMNS);
  return (exchangeMonth * (RETENTION_COLUMNS + 1) + seen) * SPOKEN + (monthsSpoken % SPOKEN);
}

/** Reads what cohortKey put together. */
export function cohortCount(key: number, people: number): CohortCount {
  const began = Math.floor(key / SPOKEN);
  return {
    exchangeMonth: Math.floor(began / (RETENTION_COLUMNS + 1)), monthsSeen: began % (RETENTION_COLUMNS + 1), monthsSpoken: key % SPOKEN, people,
  };
}

/** The months, first and last, whose people are shown: the last six with at least one whole month after them. */
export function cohortMonths(asOfMonth: number): readonly [first: number, last: number] {
  return [asOfMonth - 1 - COHORTS, asOfMonth - 2];
}

/** Oldest first; only months in which it began with somebody. */
export function cohortsOf(counts: readonly CohortCount[], asOfMonth: number): Cohort[] {
  const [first, last] = cohortMonths(asOfMonth);
  const months = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return months.flatMap((month) => {
    const began = counts.filter(({ exchangeMonth }) => exchangeMonth === month);
    if (began.length === 0) return [];
    const shares = Array.from({ length: RETENTION_COLUMNS }, (_, index) =>
      month + index + 1 < asOfMonth ? shareIn(index + 1, began) : null,
    );
    return [{ month: monthName(month).slice(0, 3), key: monthKey(month), people: sum(began), shares }];
  });
}

const sum = (counts: readonly CohortCount[]) => counts.reduce((total, { people }) => total + people, 0);

function shareIn(month: number, began: readonly CohortCount[]): number | null {
  const seen = began.filter(({ monthsSeen }) => monthsSeen >= month);
  const all = sum(seen);
  return all === 0 ? null : Math.round((100 * sum(seen.filter(({ monthsSpoken }) => (monthsSpoken >> month) & 1))) / all);
}
