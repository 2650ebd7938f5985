/** Since when somebody has been Cooling or Fading. Nothing has happened since their last interaction, so it can be read back. */
import { DAY } from '../../lib/dates';
import type { CoverageBySource } from './coverage';
import { firstHour } from './first-hour';
import { readHealth, type HealthReading, type ReadOptions } from './read';
import type { HealthState } from './state';
import type { HealthStateName } from './states';

/** States that mean: quieter than by their own rhythm. Worse ones later. */
export type LowerState = Extract<HealthStateName, 'Cooling' | 'Fading'>;

export function isLower(state: HealthStateName): state is LowerState {
  return state === 'Cooling' || state === 'Fading';
}

/** UTC milliseconds, in the reading's own time. */
export interface LowerSince {
  /** Cooling or Fading. */
  lower: number;
  /** Fading; null while it is not. */
  fading: number | null;
}

/** The same sources without their ends: the reading at an instant then is of that very instant. */
function withoutEnds(options: ReadOptions): ReadOptions {
  const coverage: CoverageBySource = Object.fromEntries(
    Object.entries(options.coverage ?? {}).map(([source, seen]) => [source, { ...seen, end: null }]),
  );
  return { ...options, coverage };
}

/**
 * To the hour; null in any other state. Days are tried one by one, as in next-change.ts, from the last interaction on:
 * so two readings of the same silence find the same moment.
 * @param reading of this state, with the same options
 */
export function lowerSince(state: HealthState, reading: HealthReading, options: ReadOptions = {}): LowerSince | null {
  const { last } = state;
  if (last === null || !isLower(reading.state)) return null;
  const endless = withoutEnds(options);
  const nameAt = (at: number) => readHealth(state, at, endless).state;
  const since = (holds: (name: HealthStateName) => boolean): number => {
    for (let day = Math.floor((reading.readAt - last) / DAY); day >= 0; day -= 1) {
      const from = last + day * DAY;
      if (holds(nameAt(from))) continue;
      const to = holds(nameAt(from + DAY)) ? from + DAY : reading.readAt;
      return firstHour(from, to, (at) => holds(nameAt(at)));
    }
    return last;
  };
  return { lower: since(isLower), fading: reading.state === 'Fading' ? since((name) => name === 'Fading') : null };
}
