/** The pulse: a year of both sides as plain geometry, them above the line, the user below. */
export { expectedTime } from './band';
export type { PulseBand, PulseHeat, PulseRhythm } from './band';
export type { PulseEvent } from './bars';
export { isLate, pulseGeometry, pulseRhythm } from './geometry';
export type { PulseGeometry, PulseInput } from './geometry';
export { monthCounts } from './month-counts';
export type { MonthCount } from './month-counts';
export type { PulseMonth } from './months';
export type { PulseSize } from './sizes';
export { interactionWeight } from './weight';
