/** What the user said of keeping somebody, as the rule of announcements asks for it. */
import { readHealth, readQuiet, type HealthReading, type HealthState, type Quiet, type ReadOptions, type Seen, type Wishes } from '../health';
import { asksAgainSince, away, nextKeepingChange, nudgesFrom, pausedNow, resting, wholeGap, type ChosenGap, type Keeping } from './keeping';

export interface Kept {
  keeping: Keeping;
  /** Null: the rhythm is the learned one. */
  gap: ChosenGap | null;
  seen: Wishes['seen'];
}

/**
 * What is announced of somebody at `now` (UTC milliseconds), and the reading it rests on.
 * @throws RangeError for the state of an empty log
 */
export function quietOf(state: HealthState, kept: Kept, now: number, options: ReadOptions): { reading: HealthReading; quiet: Quiet } {
  const reading = readHealth(state, pausedNow(now, kept.keeping), options);
  const wishes = wishesOf(kept, now, state.last, reading.measures.usualGapIn);
  return { reading, quiet: readQuiet(state, reading, wishes, now, options) };
}

/**
 * @param lastTouch of either side, UTC milliseconds; null if never
 * @param usualGapDays what they usually take between words
 */
export function wishesOf({ keeping, gap, seen }: Kept, now: number, lastTouch: number | null, usualGapDays: number): Wishes {
  const chosen = gap && wholeGap(gap);
  const back = nudgesFrom(keeping, chosen?.idealDays ?? usualGapDays);
  const changes = [nextKeepingChange(keeping, now), back].filter((at) => at !== null && at > now);
  return {
    gapDays: chosen?.longestDays ?? null,
    paused: resting(keeping, now) || away(keeping, now) || (back !== null && keeping.awayFrom !== null && keeping.awayFrom <= now && now < back),
    askedSince: asksAgainSince(keeping, now, lastTouch),
    nextAt: changes.length === 0 ? null : Math.min(...changes.map(Number)),
    seen,
  };
}

/** From the two columns of the store; null where nothing was seen. */
export function seenOf(coolingSeenAt: number | null, coolingSeenState: string | null): Wishes['seen'] {
  return coolingSeenAt !== null && isSeen(coolingSeenState) ? { what: coolingSeenState, through: coolingSeenAt } : null;
}

function isSeen(what: string | null): what is Seen {
  return what === 'Cooling' || what === 'Fading' || what === 'gap';
}
