/** From which state to which somebody went, and whether they draw closer, in one number: thousands are counted by it. */
import { LEAST_CHANGE } from '../health/change';

/** In place of a state: there was nothing to read yet. */
export const ABSENT = 15;
const STATES = 16;
const TRENDS = 4;

/** What health did in thirty days: rose or fell by LEAST_CHANGE at least. */
export const TRENDS_OF = { none: 0, closer: 1, drifting: 2 } as const;
export type Trend = keyof typeof TRENDS_OF;

export interface Move {
  /** Places in HEALTH_STATES; null where there was nothing to read. */
  from: number | null;
  to: number;
  trend: Trend;
}

export function packMove({ from, to, trend }: Move): number {
  return ((from ?? ABSENT) * STATES + to) * TRENDS + TRENDS_OF[trend];
}

export function unpackMove(packed: number): Move {
  const from = Math.floor(packed / (STATES * TRENDS));
  const code = packed % TRENDS;
  const trend = code === TRENDS_OF.closer ? 'closer' : code === TRENDS_OF.drifting ? 'drifting' : 'none';
  return { from: from === ABSENT ? null : from, to: Math.floor(packed / TRENDS) % STATES, trend };
}

/** The packed numbers of everybody who came from a state, both ends included. */
export function movesFrom(from: number | null): readonly [least: number, most: number] {
  const least = packMove({ from, to: 0, trend: 'none' });
  return [least, least + STATES * TRENDS - 1];
}

/** The packed numbers of everybody who went from one state to another, both ends included. */
export function movesBetween(from: number | null, to: number): readonly [least: number, most: number] {
  const least = packMove({ from, to, trend: 'none' });
  return [least, least + TRENDS - 1];
}

/**
 * @param before health thirty days earlier; null where there was nothing to read
 * @param newSource a source began in these weeks: what looks like warming may only have come into sight
 */
export function trendOf(health: number, before: number | null, newSource: boolean): Trend {
  if (before === null || newSource || Math.abs(health - before) < LEAST_CHANGE) return 'none';
  return health > before ? 'closer' : 'drifting';
}

/** Who is drawn where there is no room for all: strength of tie (hundredths) and points moved count alike. */
export function plotWeight(tie: number, health: number, before: number | null): number {
  return tie + (before === null ? 0 : Math.abs(health - before));
}
