/** Which months an import has come across so far, as bars: what is read grows, and nothing is guessed about the rest. */
import { z } from 'zod';

/** How many words fell into each month, by `monthOf`. */
export const monthsSchema = z.record(z.string().regex(/^\d{1,6}$/), z.int().positive());
export type Months = z.infer<typeof monthsSchema>;

/** A number per month of UTC, one apart from month to month. @param at UTC milliseconds */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Bars that can still be told apart; of a longer history the newest are drawn. */
const MOST_BARS = 240;
/** Bars in which one month is no longer a picture of anything. */
const FEWEST_BARS = 2;

export const monthBarsSchema = z.object({
  /** Of the tallest bar, 0 to 1; every month between the first and the last. */
  heights: z.array(z.number()),
  /** Index of the month that was read last. */
  now: z.number(),
  /** "April 2024" */
  nowName: z.string(),
  /** Where a year begins: index and year. */
  years: z.array(z.object({ at: z.number(), year: z.number() })),
});
export type MonthBars = z.infer<typeof monthBarsSchema>;

const nameOf = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * @param last the month that was read last
 * @returns null while there is not enough to draw
 */
export function monthBars(months: Months, last: number | null): MonthBars | null {
  const keys = Object.keys(months).map(Number);
  if (keys.length < FEWEST_BARS || last === null) return null;
  const end = keys.reduce((a, b) => Math.max(a, b));
  const start = Math.max(keys.reduce((a, b) => Math.min(a, b)), end - MOST_BARS + 1);
  const drawn = Array.from({ length: end - start + 1 }, (_, index) => months[start + index] ?? 0);
  const tallest = drawn.reduce((a, b) => Math.max(a, b), 1);
  return {
    heights: drawn.map((count) => count / tallest),
    now: last - start,
    nowName: nameOf.format(Date.UTC(Math.floor(last / 12), last % 12)),
    years: drawn.flatMap((_, at) => ((start + at) % 12 === 0 ? [{ at, year: (start + at) / 12 }] : [])),
  };
}
