/** How it is said that somebody has gone quiet: a line for a row, without a full stop. */
import type { Announcement } from './announcement';
import { daysLong, everyDays } from './phrases';
import type { HealthReading } from './read';
import type { DayOf, HealthState } from './state';

export interface QuietContext {
  /** What the person is called. */
  name: string;
  state: HealthState;
  reading: HealthReading;
  /** The days between touches that the user chose; null without. */
  gap: { idealDays: number | null; longestDays: number | null } | null;
  /** The day a rest ended, in words: "today", "12 November". */
  askedOn: string;
  dayOf: DayOf;
}

/** Whole days, and the instant they count from: their silence; for a chosen gap, that of both sides. UTC milliseconds. */
export function silenceOf({ what }: Pick<Announcement, 'what'>, { state, reading, dayOf }: Omit<QuietContext, 'name' | 'gap' | 'askedOn'>) {
  const theirs = what === 'Cooling' || what === 'Fading';
  const since = (theirs ? state.lastIn : null) ?? state.last ?? reading.readAt;
  return { since, days: Math.max(0, dayOf(reading.readAt) - dayOf(since)) };
}

/** "Has gone quiet; usually writes every 9 days, silent for 41" */
export function announcementLine(announcement: Pick<Announcement, 'what'>, context: QuietContext): string {
  const { days } = silenceOf(announcement, context);
  if (announcement.what === 'ask_again') return `You let ${context.name} rest until ${context.askedOn}`;
  if (announcement.what === 'gap') return `${daysLong(days)} since you two were in touch${wish(context.gap, days)}`;
  const begins = announcement.what === 'Fading' ? 'Is fading' : 'Has gone quiet';
  const { usualIn } = context.reading.rhythm;
  if (usualIn === null) return `${begins}; silent for ${daysLong(days)}`;
  const every = everyDays(usualIn);
  return `${begins}; usually writes ${every}, silent for ${every === 'every day' ? daysLong(days) : sameUnit(days)}`;
}

/** "; you want no more than 30", "; you want every 14 days" */
function wish(gap: QuietContext['gap'], days: number): string {
  if (gap?.longestDays != null) return `; you want no more than ${days > 1 && gap.longestDays > 1 ? gap.longestDays : daysLong(gap.longestDays)}`;
  return gap?.idealDays == null ? '' : `; you want ${everyDays(gap.idealDays)}`;
}

/** A number of days behind another one: the unit is said already, where it is the same. */
function sameUnit(days: number): string {
  const words = daysLong(days);
  return words.endsWith(' days') ? String(days) : words;
}
