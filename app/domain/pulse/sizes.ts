/** The three sizes of the pulse, in pixels of its own box. One year of past, and time ahead on the same scale. */

export type PulseSize = 'row' | 'pane' | 'page';

export interface PulseLayout {
  /** Width of the past year and of the time ahead. */
  past: number;
  ahead: number;
  height: number;
  /** The axis, and how far bars go above and below it. */
  baseline: number;
  up: number;
  down: number;
  /** The year in equal bins, a bar's width and the distance from bar to bar. */
  bins: number;
  bar: number;
  pitch: number;
  /** Rounding of a bar's corners. */
  radius: number;
  /** The weight at which a bar is full, and the height of the lightest. */
  fullWeight: number;
  leastBar: number;
  leastBand: number;
  /** The hollow bar of an owed reply: its size and its distance from now. */
  owed: { width: number; height: number; offset: number };
  /** Whether months are named below. */
  months: boolean;
}

const LARGE = {
  radius: 1.5, fullWeight: 3, leastBar: 4, leastBand: 14, owed: { width: 6, height: 14, offset: 4.5 }, months: true,
} as const;

/** Proportions of the design's drawings; the page leaves room above for notes and below for months. */
export const LAYOUTS: Record<PulseSize, PulseLayout> = {
  row: {
    past: 108, ahead: 12, height: 24, baseline: 13, up: 11, down: 9, bins: 36, bar: 2, pitch: 3,
    radius: 0, fullWeight: 3.1, leastBar: 2, leastBand: 5, owed: { width: 4, height: 7, offset: 2.5 }, months: false,
  },
  pane: { past: 432, ahead: 48, height: 56, baseline: 32, up: 26, down: 18, bins: 72, bar: 4, pitch: 6, ...LARGE },
  page: { past: 730, ahead: 120, height: 188, baseline: 112, up: 64, down: 40, bins: 73, bar: 6, pitch: 10, ...LARGE },
};

export const YEAR_DAYS = 365;
