/**
 * How strong a tie is, whatever the silence of these days: it weights how long somebody has been waiting.
 *
 * Each side's days in touch over the last year (half life 365 days) count logarithmically, x = ln(1 + days) / ln(1 + 75),
 * at most 1; both sides meet in the power mean with exponent ½, ((√them + √you) / 2)². It grows with either side, is 1
 * for weekly contact both ways and a quarter where only one side ever wrote. The formula is our own choice, not fitted:
 * order is all that is asked of it.
 */
import { DAY } from '../../lib/dates';
import { HALF_LIFE } from './constants';
import type { HealthState } from './state';

/** What one day in touch each week, kept up for years, adds up to: (365 / ln 2) / 7. */
const WEEKLY_DAYS = HALF_LIFE.year / Math.LN2 / 7;

function side(days: number): number {
  return Math.min(1, Math.log1p(days) / Math.log1p(WEEKLY_DAYS));
}

/**
 * @param readAt UTC milliseconds, the reading's own time
 * @returns 0 (no interaction) to 1
 */
export function tieStrength(state: HealthState, readAt: number): number {
  if (state.last === null) return 0;
  const left = 2 ** (-Math.max(0, readAt - state.last) / DAY / HALF_LIFE.year);
  return ((Math.sqrt(side(state.i365 * left)) + Math.sqrt(side(state.o365 * left))) / 2) ** 2;
}
