/** Finds people on the plot: under a pointer, and from one to the next by arrow keys. */
import type { PlotColumns } from '../types';

/** Of the field, in px. */
export interface FieldSize {
  width: number;
  height: number;
}

type Spots = Pick<PlotColumns, 'health' | 'tie'>;

export const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;
export type Direction = keyof typeof DIRECTIONS;

export function isDirection(key: string): key is Direction {
  return Object.hasOwn(DIRECTIONS, key);
}

const xOf = ({ health }: Spots, person: number, { width }: FieldSize) => ((health[person] ?? 0) / 100) * width;
const yOf = ({ tie }: Spots, person: number, { height }: FieldSize) => (1 - (tie[person] ?? 0) / 100) * height;

/**
 * Whoever is nearest to a place, within `reach`; the first of those who stand in the same spot.
 * @param x in px from the left edge of the field, `y` from its top, `reach` in px
 */
export function nearestTo(spots: Spots, x: number, y: number, size: FieldSize, reach: number): number | null {
  let [found, least]: [number | null, number] = [null, reach * reach];
  for (let person = 0; person < spots.health.length; person += 1) {
    const distance = (xOf(spots, person, size) - x) ** 2 + (yOf(spots, person, size) - y) ** 2;
    if (distance < least) [found, least] = [person, distance];
  }
  return found;
}

/** What lies aside counts so much more than what lies ahead. */
const ASIDE = 2;

/**
 * Whoever comes next in a direction, null at the edge. Several in the same spot stand one behind the other, from left
 * to right, so that none of them is out of reach.
 */
export function nextTowards(spots: Spots, from: number, direction: Direction, size: FieldSize): number | null {
  const [right, down] = DIRECTIONS[direction];
  const [x, y] = [xOf(spots, from, size), yOf(spots, from, size)];
  let [found, least]: [number | null, number] = [null, Infinity];
  for (let person = 0; person < spots.health.length; person += 1) {
    const [dx, dy] = [xOf(spots, person, size) - x, yOf(spots, person, size) - y];
    const behind = dx === 0 && dy === 0;
    const ahead = behind ? (person - from) * right : dx * right + dy * down;
    if (ahead <= 0) continue;
    // In the same spot, the nearest by place comes before everybody elsewhere.
    const cost = behind ? ahead / 1e9 : ahead + ASIDE * Math.abs(dx * down + dy * right);
    // From the right, a spot is entered by its last.
    if (cost < least || (cost === least && right < 0)) [found, least] = [person, cost];
  }
  return found;
}
