/** From log-odds to probability and health, and the ceilings that log-odds end at. */
import {
  HEALTH_OFFSET, HEALTH_SLOPE, ONE_SIDED_CEILING, SILENCE_EVEN, SILENCE_SLOPE, UNSEEN_CEILING,
} from './constants';

/** Why health ends where it does. Without ceilings people who never wrote back would read far too high. */
export type CeilingKind = 'silence' | 'neverWrote' | 'youWrite' | 'theyWrite' | 'unseen';

export interface Ceiling {
  kind: CeilingKind;
  logOdds: number;
}

export interface CeilingFacts {
  /** Log of their silence over their usual gap. */
  overIn: number;
  everWrote: boolean;
  youWriteOnly: boolean;
  theyWriteOnly: boolean;
  seesIn: boolean;
  seesOut: boolean;
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Health before it is cut to a whole number, 0 to 100. */
export function exactHealth(logOdds: number): number {
  return 100 * probability(HEALTH_OFFSET + HEALTH_SLOPE * logOdds);
}

/** Whole, 0 to 100; 70 and above exactly where the probability is a half and above. */
export function healthOf(logOdds: number): number {
  return Math.floor(exactHealth(logOdds));
}

/** The lowest ceiling that applies; there always is one. Of equal ones silence comes first. */
export function lowestCeiling(facts: CeilingFacts): Ceiling {
  if (!facts.seesIn) return { kind: 'unseen', logOdds: UNSEEN_CEILING };
  const silence: Ceiling = {
    kind: facts.everWrote ? 'silence' : 'neverWrote',
    logOdds: SILENCE_SLOPE * (SILENCE_EVEN - facts.overIn),
  };
  if (!facts.seesOut || silence.logOdds <= ONE_SIDED_CEILING) return silence;
  if (facts.youWriteOnly) return { kind: 'youWrite', logOdds: ONE_SIDED_CEILING };
  if (facts.theyWriteOnly) return { kind: 'theyWrite', logOdds: ONE_SIDED_CEILING };
  return silence;
}
