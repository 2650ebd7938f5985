/**
 * Reasons with points that add up to health. Each term's log-odds, measured from a typical contact, is put on the
 * health scale with one common factor (h(η) - h(η typical)) / (η - η typical): the integral of the gradient along the
 * straight line between the two. So points are exact, independent of order, and never have the wrong sign.
 */
import { HEADS, HEALTH_SLOPE, TYPICAL, type Head } from './constants';
import type { HealthReading } from './read';
import { exactHealth, type CeilingKind } from './scale';

export type ReasonTerm =
  | 'theirMonth' | 'yourMonth' | 'theirYear' | 'yourYear' | 'silence' | 'workspace' | `ceiling:${CeilingKind}`;

export interface Reason {
  term: ReasonTerm;
  logOdds: number;
  /** On the health scale, exact. */
  points: number;
  /** Whole points; with the base they add up to health. */
  shown: number;
}

export interface Explanation {
  /** Whole health of a typical contact: 36. */
  base: number;
  /** The weightiest first. */
  reasons: Reason[];
}

const HEAD: Head = HEADS.twoWay;
type Weighed = keyof typeof TYPICAL;
const WEIGHED: readonly Weighed[] = ['a7', 'i30', 'o30', 'i365', 'o365', 'silence', 'over'];
const TYPICAL_LOG_ODDS = WEIGHED.reduce<number>((sum, name) => sum + HEAD[name] * TYPICAL[name], HEAD.intercept);
const TYPICAL_HEALTH = exactHealth(TYPICAL_LOG_ODDS);
/** Nearer than this to the typical contact, in log-odds, the quotient would lose its digits: take the slope there. */
const NEAR = 1e-6;

/** Health points per log-odds on the way from the typical contact to this one. */
function pointsPerLogOdds(shownLogOdds: number): number {
  const distance = shownLogOdds - TYPICAL_LOG_ODDS;
  if (Math.abs(distance) < NEAR) return HEALTH_SLOPE * TYPICAL_HEALTH * (1 - TYPICAL_HEALTH / 100);
  return (exactHealth(shownLogOdds) - TYPICAL_HEALTH) / distance;
}

function termsOf({ measures, odds }: HealthReading): { term: ReasonTerm; logOdds: number }[] {
  const part = (name: Weighed) => HEAD[name] * (measures.features[name] - TYPICAL[name]);
  const terms: { term: ReasonTerm; logOdds: number }[] = [
    { term: 'theirMonth', logOdds: part('i30') },
    { term: 'yourMonth', logOdds: part('o30') },
    { term: 'theirYear', logOdds: part('i365') },
    { term: 'yourYear', logOdds: part('o365') },
    { term: 'silence', logOdds: part('silence') + part('over') },
  ];
  if (odds.workspaceLogOdds) terms.push({ term: 'workspace', logOdds: odds.workspaceLogOdds });
  if (odds.ceiling) {
    terms.push({ term: `ceiling:${odds.ceiling}`, logOdds: odds.shownLogOdds - odds.logOdds });
  }
  return terms;
}

/**
 * Whole numbers that add up to `target`: each part rounded down, then one more for the largest remainders. `target`
 * lies within one of the parts' own sum; should rounding of doubles put it below, the smallest remainder gives way.
 */
function wholeParts(parts: readonly number[], target: number): number[] {
  const floors = parts.map(Math.floor);
  const left = target - floors.reduce((sum, floor) => sum + floor, 0);
  const remainder = (index: number) => (parts[index] ?? 0) - (floors[index] ?? 0);
  const order = parts.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a));
  const chosen = new Set(left >= 0 ? order.slice(0, left) : order.slice(left));
  return floors.map((floor, index) => floor + (chosen.has(index) ? Math.sign(left) : 0));
}

/** Why health is what it is: `base` and the shown points of all reasons add up to `reading.health`. */
export function explainHealth(reading: HealthReading): Explanation {
  const base = Math.floor(TYPICAL_HEALTH);
  const factor = pointsPerLogOdds(reading.odds.shownLogOdds);
  const terms = termsOf(reading);
  const shown = wholeParts(terms.map(({ logOdds }) => logOdds * factor), reading.health - base);
  const reasons = terms.map(({ term, logOdds }, index) => ({ term, logOdds, points: logOdds * factor, shown: shown[index] ?? 0 }));
  return { base, reasons: reasons.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)) };
}
