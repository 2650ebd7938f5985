/** Health as it was: the log folded up to earlier moments and read there, each time knowing only what was known then. */
import {
  foldInteraction, readHealth, rebuildHealth, type DayOf, type HealthEvent, type HealthState, type ReadOptions,
} from '../health';
import { DAY } from '../../lib/dates';

export interface PastHealth {
  /** UTC milliseconds. */
  at: number;
  /** 0 to 100; null before the first interaction. */
  health: number | null;
}

export interface HealthHistoryInput extends ReadOptions {
  /** Oldest first. */
  log: readonly HealthEvent[];
  dayOf: DayOf;
  /** UTC milliseconds: the moment of the present reading. */
  until: number;
  /** Days between two readings, and how many there are before the present one. */
  stepDays: number;
  steps: number;
}

/** Oldest first; the last is the reading at `until` itself. */
export function healthHistory({ log, dayOf, until, stepDays, steps, ...options }: HealthHistoryInput): PastHealth[] {
  const times = Array.from({ length: steps + 1 }, (_, index) => until - (steps - index) * stepDays * DAY);
  const begin = times[0] ?? until;
  let next = log.findIndex(({ at }) => at > begin);
  if (next < 0) next = log.length;
  let state: HealthState = rebuildHealth(log.slice(0, next), dayOf);
  return times.map((at) => {
    for (let event = log[next]; event && event.at <= at; event = log[next]) {
      state = foldInteraction(state, event, dayOf);
      next += 1;
    }
    return { at, health: state.last === null ? null : readHealth(state, at, options).health };
  });
}
