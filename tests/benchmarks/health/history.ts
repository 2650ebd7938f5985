/** What the scores that Kith is compared with remember of a contact, folded in time order like Kith's own state. */
import type { DayOf, HealthEvent } from '../../../app/domain/health';
import { DAY } from '../../../app/lib/dates';

/** Half life of the exponentially decaying count, in days. */
const DECAY_HALF_LIFE = 30;

export interface ContactHistory {
  /** Interactions of both sides, of theirs alone, and UTC days with any. */
  interactions: number;
  theirs: number;
  days: number;
  /** UTC milliseconds of the last interaction. */
  last: number;
  lastDay: number;
  /** Interactions, each counting half as much every 30 days, as of `last`. */
  decayed: number;
  /** Interactions by calendar month (years · 12 + months), oldest first. */
  months: { month: number; interactions: number }[];
  /** UTC days on which each side wrote, oldest first. */
  daysOf: Record<HealthEvent['direction'], number[]>;
}

export function freshHistory(): ContactHistory {
  return { interactions: 0, theirs: 0, days: 0, last: -Infinity, lastDay: -Infinity, decayed: 0, months: [], daysOf: { in: [], out: [] } };
}

/** The decaying count at a later instant. */
export function fade(history: ContactHistory, at: number): number {
  return history.interactions === 0 ? 0 : history.decayed * 2 ** (-(at - history.last) / DAY / DECAY_HALF_LIFE);
}

/** The UTC calendar month of an instant as a running number. */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Changes `history`. Constant time. */
export function addToHistory(history: ContactHistory, { at, direction }: HealthEvent, dayOf: DayOf): void {
  history.decayed = fade(history, at) + 1;
  history.interactions += 1;
  if (direction === 'in') history.theirs += 1;
  history.last = at;
  const day = dayOf(at);
  if (day !== history.lastDay) history.days += 1;
  history.lastDay = day;
  const days = history.daysOf[direction];
  if (days.at(-1) !== day) days.push(day);
  const month = monthOf(at);
  const latest = history.months.at(-1);
  if (latest?.month === month) latest.interactions += 1;
  else history.months.push({ month, interactions: 1 });
}
