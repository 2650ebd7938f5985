/** When a reading changes by itself, so that the sweep visits a contact then and no sooner. */
import { DAY } from '../../lib/dates';
import { firstHour } from './first-hour';
import { readHealth, type ReadOptions } from './read';
import type { HealthState } from './state';

/** Nobody is left longer than this without a visit. */
const HORIZON_DAYS = 400;

/**
 * The instant (UTC milliseconds) from which on health number or state word differ from those at `now`, if nothing
 * happens: to the hour, on the first day that ends differently. Where they stay the same beyond the horizon, its end.
 * Null where time has stopped for this contact: every source has ended, and no reading will ever differ.
 *
 * Days are tried one by one: health falls and states come and go (a source stops being new), so no leap is safe. Most
 * people change within days, and a day costs about a microsecond.
 */
export function nextChange(state: HealthState, now: number, options: ReadOptions = {}): number | null {
  if (state.last === null) return null;
  const present = readHealth(state, now, options);
  // Until the last interaction of a log that runs ahead of the clock, nothing moves.
  const from = Math.max(now, state.last);
  if (readHealth(state, from + HORIZON_DAYS * DAY, options).readAt === present.readAt) return null;
  const differsAt = (at: number) => {
    const then = readHealth(state, at, options);
    return then.health !== present.health || then.state !== present.state;
  };
  for (let day = 1; day <= HORIZON_DAYS; day += 1) {
    if (differsAt(from + day * DAY)) return firstHour(from + (day - 1) * DAY, from + day * DAY, differsAt);
  }
  return from + HORIZON_DAYS * DAY;
}
