/** A year of both sides in equal bins, drawn as one path each: them above the line, the user below. */
import { DAY } from '../../lib/dates';
import { YEAR_DAYS, type PulseLayout } from './sizes';

export interface PulseEvent {
  /** UTC milliseconds. */
  at: number;
  direction: 'in' | 'out';
  /** A message is 1. */
  weight: number;
}

/** Small differences between few words show more than those between many. */
const SHRINK = 0.62;

/** Weight per bin, oldest first. What is older than a year or later than now is left out. */
function binned(events: Iterable<PulseEvent>, now: number, bins: number): { them: number[]; you: number[] } {
  const them = new Array<number>(bins).fill(0);
  const you = new Array<number>(bins).fill(0);
  for (const { at, direction, weight } of events) {
    const bin = bins - 1 - Math.floor(((now - at) / DAY / YEAR_DAYS) * bins);
    const side = direction === 'in' ? them : you;
    const sofar = side[bin];
    if (sofar !== undefined) side[bin] = sofar + weight;
  }
  return { them, you };
}

/** Height of a bar in whole pixels: (weight / full)^0.62 of the limit, at most all of it; nothing for no weight. */
export function barHeight(weight: number, limit: number, { fullWeight, leastBar }: PulseLayout): number {
  if (!(weight > 0)) return 0;
  return Math.max(leastBar, Math.round(Math.min(1, (weight / fullWeight) ** SHRINK) * limit));
}

function barPath(x: number, top: number, height: number, { bar, radius }: PulseLayout): string {
  if (radius === 0) return `M${x} ${top}h${bar}v${height}h-${bar}z`;
  const corner = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx * radius} ${dy * radius}`;
  const across = bar - 2 * radius;
  const along = height - 2 * radius;
  return (
    `M${x + radius} ${top}h${across}${corner(1, 1)}v${along}${corner(-1, 1)}` +
    `h-${across}${corner(-1, -1)}v-${along}${corner(1, -1)}z`
  );
}

/** @param now UTC milliseconds; the last bin ends there */
export function barPaths(events: Iterable<PulseEvent>, now: number, layout: PulseLayout): { themPath: string; youPath: string } {
  const { them, you } = binned(events, now, layout.bins);
  let themPath = '';
  let youPath = '';
  for (let bin = 0; bin < layout.bins; bin += 1) {
    const x = bin * layout.pitch;
    const up = barHeight(them[bin] ?? 0, layout.up, layout);
    const down = barHeight(you[bin] ?? 0, layout.down, layout);
    if (up > 0) themPath += barPath(x, layout.baseline - up, up, layout);
    if (down > 0) youPath += barPath(x, layout.baseline + 1, down, layout);
  }
  return { themPath, youPath };
}
