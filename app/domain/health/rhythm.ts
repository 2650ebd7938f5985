/** Their own rhythm: when the next word is typical, when it is late, when the alarm ends, and whose turn it is. */
import { DAY } from '../../lib/dates';
import {
  ANSWERED_SHARE, BAND_FROM_GAPS, BAND_TO_GAPS, GREY_DAYS, GREY_GAPS, LATE_OVER, RHYTHM_GAPS,
} from './constants';
import type { Measures } from './measures';
import type { HealthState } from './state';

/** When alarm ends: long silence is rest. */
export interface Grey {
  /** Days of silence, and the instant (UTC milliseconds) they are over. */
  after: number;
  from: number;
  /** They are over at the read time. */
  reached: boolean;
}

export interface Rhythm {
  /** They were in touch on enough days for a usual gap of their own. */
  known: boolean;
  /** Their plain mean gap in days, for sentences; null without a rhythm. */
  usualIn: number | null;
  /** Past three of their usual gaps: shown beside any state. */
  late: boolean;
  /** When their next word is typical, in UTC milliseconds; null without a rhythm. */
  band: { from: number; to: number } | null;
  /** The end of the alarm. */
  grey: Grey;
  /** They wrote last, and an answer would have been seen; and the user normally answers them. */
  awaiting: boolean;
  owed: boolean;
}

/** By their silence, or by anybody's where theirs cannot be seen. */
function greyOf(state: HealthState, measures: Measures): Grey {
  const { seesIn, silence, theirSilence, usualGapIn } = measures;
  const after = seesIn ? Math.max(GREY_DAYS, GREY_GAPS * usualGapIn) : GREY_DAYS;
  const silentSince = (seesIn ? (state.lastIn ?? state.first) : state.last) ?? measures.readAt;
  return { after, from: silentSince + after * DAY, reached: (seesIn ? theirSilence : silence) > after };
}

function bandOf(lastIn: number, usualGapIn: number): { from: number; to: number } {
  const after = (gaps: number) => lastIn + gaps * usualGapIn * DAY;
  return { from: after(BAND_FROM_GAPS), to: after(BAND_TO_GAPS) };
}

export function readRhythm(state: HealthState, measures: Measures): Rhythm {
  const { lastIn, lastOut } = state;
  const { seesIn, seesAllOut, usualGapIn, overIn, accumulators } = measures;
  const known = seesIn && state.kIn >= RHYTHM_GAPS;
  const awaiting = seesIn && seesAllOut && lastIn !== null && (lastOut === null || lastOut < lastIn);
  return {
    known,
    usualIn: known ? Math.exp(state.mIn) : null,
    late: known && overIn > LATE_OVER,
    band: known && lastIn !== null ? bandOf(lastIn, usualGapIn) : null,
    grey: greyOf(state, measures),
    awaiting,
    owed: awaiting && accumulators.o365 >= ANSWERED_SHARE * accumulators.i365,
  };
}
