/** In which order people wait: longest first, weighted by how close the tie is. */
import { DAY } from '../../lib/dates';

/**
 * A day of the closest tie weighs 1 + CLOSENESS, a stranger's 1: a day of a close tie counts as much as three of a
 * stranger's. A stranger who has waited over three times as long still comes first: nobody waits for ever.
 */
export const CLOSENESS = 2;

export interface Wait {
  /** Since when they wait, UTC milliseconds. */
  since: number;
  /** How close the tie is, 0 to 1. */
  tie: number;
}

/** @returns weighted days; 0 for a wait that has not begun */
export function waitRank({ since, tie }: Wait, now: number): number {
  const days = Math.max(0, now - since) / DAY;
  const closeness = Number.isFinite(tie) ? Math.min(1, Math.max(0, tie)) : 0;
  return days * (1 + CLOSENESS * closeness);
}

/** The oldest instant at which a wait for Today may have begun; older ones stand in "Older threads" and in no headline. */
export function horizonStart(now: number, horizonDays: number): number {
  return now - horizonDays * DAY;
}

/** A new array, heaviest wait first; equal ones by who waits longer, then by id, so that no two loads differ. */
export function byWait<T extends Wait & { id: number }>(waits: readonly T[], now: number): T[] {
  return waits
    .map((wait) => ({ wait, rank: waitRank(wait, now) }))
    .sort((a, b) => b.rank - a.rank || a.wait.since - b.wait.since || a.wait.id - b.wait.id)
    .map(({ wait }) => wait);
}
