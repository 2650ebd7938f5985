/** What the user said of keeping somebody, as the rule of announcements asks for it. */
import type { Seen, Wishes } from '../health';
import { asksAgainSince, away, nextKeepingChange, nudgesFrom, resting, wholeGap, type ChosenGap, type Keeping } from './keeping';

export interface Kept {
  keeping: Keeping;
  /** Null: the rhythm is the learned one. */
  gap: ChosenGap | null;
  seen: Wishes['seen'];
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
