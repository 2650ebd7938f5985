/** When the next word is typical by their own rhythm, or wished for by the user, and the heat once that time is over. */
import { DAY } from '../../lib/dates';
import type { Gap } from '../contacts/keeping';
import { YEAR_DAYS, type PulseLayout } from './sizes';

export interface PulseRhythm {
  /** What band and heat are measured in, in days: their usual gap, smoothed; or the user's own. */
  gap: number;
  /** Where the band begins, in gaps. */
  bandFrom: number;
  /** UTC milliseconds: their last word; where the user set the gap, the last touch of either side. */
  since: number;
  /** Days of silence after which the alarm ends. */
  greyAfter: number;
  /** What the sentence says: their plain mean gap in days, or what the user wants. */
  says: { is: 'learned'; usualIn: number } | { is: 'wished'; gap: Gap };
}

export type PulseHeat = 'calm' | 'amber' | 'red' | 'rest';

export interface PulseBand {
  x: number;
  width: number;
  /** calm: the expected time; heat: it is over, from calm over amber to red; rest: the alarm has ended. */
  look: 'calm' | 'heat' | 'rest';
  /** Where the heat's gradient begins and ends, also outside the band. */
  gradientFrom: number;
  gradientTo: number;
}

/** In gaps of silence. What is typical begins at 0.6 of their usual gap. */
export const BAND_FROM = 0.6;
export const BAND_TO = 1.5;
const RED_FROM = 3;
const GRADIENT_TO = 3.4;

/** One decimal: finer than the eye, short in the page. */
const tenth = (value: number) => Math.round(value * 10) / 10;

function silentDays(rhythm: PulseRhythm, now: number): number {
  return Math.max(0, (now - rhythm.since) / DAY);
}

/** When the next word is expected, in UTC milliseconds. */
export function expectedTime({ since, gap, bandFrom }: PulseRhythm): { from: number; to: number } {
  return { from: since + bandFrom * gap * DAY, to: since + BAND_TO * gap * DAY };
}

/**
 * Calm without a rhythm. Grey begins with the moment the state becomes Dormant or "you write".
 * @param atRest the user lets them rest: then there is no alarm
 */
export function heatOf(rhythm: PulseRhythm | null, now: number, atRest = false): PulseHeat {
  if (!rhythm) return 'calm';
  const silent = silentDays(rhythm, now);
  if (silent > rhythm.greyAfter) return 'rest';
  const gaps = silent / rhythm.gap;
  if (gaps <= BAND_TO) return 'calm';
  if (atRest) return 'rest';
  return gaps <= RED_FROM ? 'amber' : 'red';
}

/** Null without a rhythm, and where the expected time begins beyond what the strip shows. */
export function bandOf(rhythm: PulseRhythm | null, now: number, layout: PulseLayout, atRest = false): PulseBand | null {
  if (!rhythm) return null;
  const { past, ahead, leastBand } = layout;
  const perDay = past / YEAR_DAYS;
  const silent = silentDays(rhythm, now);
  const xAt = (gaps: number) => past - (silent - gaps * rhythm.gap) * perDay;
  const heat = heatOf(rhythm, now, atRest);
  const from = xAt(rhythm.bandFrom);
  if (heat === 'calm') {
    if (from >= past + ahead) return null;
    const end = Math.min(past + ahead, Math.max(xAt(BAND_TO), from + leastBand));
    const x = tenth(Math.max(0, Math.min(from, end - leastBand)));
    return { x, width: tenth(end - x), look: 'calm', gradientFrom: 0, gradientTo: 0 };
  }
  // Past the expected time the band reaches up to now; a short rhythm's is widened to the left.
  const start = Math.min(from, past - leastBand);
  const x = tenth(Math.max(0, start));
  const band = { x, width: tenth(past - x) };
  if (heat === 'rest') return { ...band, look: 'rest', gradientFrom: 0, gradientTo: 0 };
  // The gradient runs from 0.6 to 3.4 gaps; how far it has come by now must hold for a widened band too, and
  // for one that the user's ideal begins elsewhere.
  const progress = (silent / rhythm.gap - BAND_FROM) / (GRADIENT_TO - BAND_FROM);
  return { ...band, look: 'heat', gradientFrom: tenth(start), gradientTo: tenth(start + (past - start) / progress) };
}
