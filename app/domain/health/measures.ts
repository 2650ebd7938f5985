/** What is measured of a state at its read time, before anything is judged. Times in days. */
import { DAY } from '../../lib/dates';
import {
  ANSWERED_SHARE, HALF_LIFE, ONE_SIDED_DAYS, PRIOR_GAPS, PRIOR_GAP_DAYS, REMEMBERED_GAPS, SILENCE_OFFSET_DAYS, TREND_FLOOR,
  type Accumulator, type Head,
} from './constants';
import { readTime, sightOf, type CoverageBySource, type Sight } from './coverage';
import type { HealthState } from './state';

/** What the heads weigh: ln(1 + decayed days), log of the silence, log of the silence over the usual gap. */
export type Features = Record<Exclude<keyof Head, 'intercept'>, number>;

export interface Measures extends Sight {
  /** UTC milliseconds. */
  readAt: number;
  /** Since the first interaction. */
  age: number;
  /** Since the last interaction. */
  silence: number;
  /** Since their last word and since the user's; null if never. */
  silenceIn: number | null;
  silenceOut: number | null;
  /** Since their last word; since the first interaction where they never wrote. */
  theirSilence: number;
  /** Days in touch, decayed to the read time. */
  accumulators: Record<Accumulator, number>;
  /** Smoothed gap between days of either side, and between days of theirs. */
  usualGap: number;
  usualGapIn: number;
  features: Features;
  /** Log of their silence over their usual gap. */
  overIn: number;
  /** Log of the last month's rate over the last year's. */
  trend: number;
  /** One side's days of the last year stand (nearly) alone, and every source would have shown the other's. */
  youWriteOnly: boolean;
  theyWriteOnly: boolean;
}

/** The mean log gap, drawn towards two gaps of a fortnight; the more gaps of their own are known, the less. */
function usualGapOf(gaps: number, meanLog: number): number {
  const own = Math.min(gaps, REMEMBERED_GAPS);
  return Math.exp((PRIOR_GAPS * Math.log(PRIOR_GAP_DAYS) + own * meanLog) / (PRIOR_GAPS + own));
}

function logSilence(days: number): number {
  return Math.log(days + SILENCE_OFFSET_DAYS);
}

function logOver(days: number, gap: number): number {
  return logSilence(days) - Math.log(gap);
}

function decayed(state: HealthState, silence: number): Record<Accumulator, number> {
  const month = 2 ** (-silence / HALF_LIFE.month);
  const year = 2 ** (-silence / HALF_LIFE.year);
  return {
    a7: state.a7 * 2 ** (-silence / HALF_LIFE.week),
    i30: state.i30 * month,
    o30: state.o30 * month,
    i365: state.i365 * year,
    o365: state.o365 * year,
  };
}

function featuresOf(days: Record<Accumulator, number>, silence: number, usualGap: number): Features {
  return {
    a7: Math.log1p(days.a7),
    i30: Math.log1p(days.i30),
    o30: Math.log1p(days.o30),
    i365: Math.log1p(days.i365),
    o365: Math.log1p(days.o365),
    silence: logSilence(silence),
    over: logOver(silence, usualGap),
  };
}

/** ln of the month's rate over the year's, each over the days that its half life can hold at this age. */
function trendOf(days: Record<Accumulator, number>, age: number): number {
  const held = (halfLife: number) => (halfLife / Math.LN2) * (1 - 2 ** (-(age + 1) / halfLife));
  const month = (days.i30 + days.o30) / held(HALF_LIFE.month);
  const year = (days.i365 + days.o365) / held(HALF_LIFE.year);
  return Math.log((month + TREND_FLOOR) / (year + TREND_FLOOR));
}

/** Whether, over the last year, the other side was there on less than a fifth of this side's days. */
function hardlyAnswered(days: number, side: number, other: number): boolean {
  return days >= ONE_SIDED_DAYS && side >= 1 && other < ANSWERED_SHARE * side;
}

/** @throws RangeError for the state of an empty log: there is no moment to measure from */
export function measure(state: HealthState, now: number, coverage: CoverageBySource): Measures {
  const { first, last, lastIn, lastOut } = state;
  if (first === null || last === null) throw new RangeError('Nothing to read: no interaction counts towards health yet');
  const readAt = readTime(state, now, coverage);
  const { seesIn, seesOut, seesAllIn, seesAllOut, newSource } = sightOf(state, readAt, coverage);
  const daysSince = (at: number) => Math.max(0, (readAt - at) / DAY);
  const silence = daysSince(last);
  const age = daysSince(first);
  const silenceIn = lastIn === null ? null : daysSince(lastIn);
  const theirSilence = silenceIn ?? age;
  const accumulators = decayed(state, silence);
  const usualGap = usualGapOf(state.k, state.m);
  const usualGapIn = usualGapOf(state.kIn, state.mIn);
  return {
    // One by one: spread into this object, they would cost more than all the arithmetic, and it is read day by day.
    seesIn, seesOut, seesAllIn, seesAllOut, newSource, readAt, age, silence, silenceIn,
    silenceOut: lastOut === null ? null : daysSince(lastOut),
    theirSilence, accumulators, usualGap, usualGapIn,
    features: featuresOf(accumulators, silence, usualGap),
    overIn: logOver(theirSilence, usualGapIn),
    trend: trendOf(accumulators, age),
    youWriteOnly: seesAllIn && hardlyAnswered(state.days, accumulators.o365, accumulators.i365),
    theyWriteOnly: seesAllOut && hardlyAnswered(state.days, accumulators.i365, accumulators.o365),
  };
}
