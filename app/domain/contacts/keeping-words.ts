/** How gaps, rest and time away are said. */
import type { ChosenGap, Gap } from './keeping';
import { STAGE_WORDS } from './stages';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** "every 14 days, 30 at most", "every day", "at most 30 days apart"; '' where neither is set. */
export function gapWords({ idealDays, longestDays }: Gap): string {
  if (idealDays === null) return longestDays === null ? '' : `at most ${days(longestDays)} apart`;
  const every = idealDays === 1 ? 'every day' : `every ${idealDays} days`;
  if (longestDays === null) return every;
  // "every 14 days, 30 at most": the unit is said already.
  return `${every}, ${idealDays === 1 ? days(longestDays) : longestDays} at most`;
}

/** "You want every 14 days, 30 at most" */
export function wishWords(gap: Gap): string {
  return `You want ${gap.idealDays === null ? 'to be ' : ''}${gapWords(gap)}`;
}

/** "from the tag Customers", "from the stage Customer"; '' for the person's own. */
export function wishSource({ from }: ChosenGap): string {
  if (from.is === 'person') return '';
  return from.is === 'tag' ? `from the tag ${from.name}` : `from the stage ${STAGE_WORDS[from.stage]}`;
}

/** What many people choose, in the order of the list; days. The longest is about twice the ideal. */
export const GAP_PRESETS = [
  { label: 'Weekly', idealDays: 7, longestDays: 14 },
  { label: 'Every 2 weeks', idealDays: 14, longestDays: 30 },
  { label: 'Monthly', idealDays: 30, longestDays: 60 },
  { label: 'Quarterly', idealDays: 91, longestDays: 150 },
] as const;

export interface RestChoice {
  key: 'open' | 'month' | 'quarter' | 'half' | 'pick';
  label: string;
  /** Calendar months from today; null where no time ends it, and for a day still to be picked. */
  months: number | null;
}

/** In the order of the menu. */
export const REST_CHOICES: readonly RestChoice[] = [
  { key: 'open', label: 'Until I say otherwise', months: null },
  { key: 'month', label: '1 month', months: 1 },
  { key: 'quarter', label: '3 months', months: 3 },
  { key: 'half', label: '6 months', months: 6 },
  { key: 'pick', label: 'Pick a date', months: null },
];

/** The day until which a choice of the menu means; null where no time ends it. @param today "2026-11-26" */
export function dayOfRest(key: RestChoice['key'], today: string): string | null {
  const months = REST_CHOICES.find((choice) => choice.key === key)?.months ?? null;
  return months === null ? null : monthsLater(today, months);
}

/**
 * The same day some months later; where that month has no such day, its last.
 * @param date "2026-11-30", as a date field has it; @returns in the same form
 */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
