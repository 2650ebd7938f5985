/**
 * The workspace's own intercepts: some people's people answer more often than most. The last three closed windows of 30
 * days are predicted from what came before them and compared with what happened. Whether strong ties are kept is not
 * replayed: three windows hold too few of them that lapse.
 */
import { DAY } from '../../lib/dates';
import { readHealth, type Intercepts } from './read';
import { probability } from './scale';
import { rebuildHealth, type DayOf, type HealthEvent } from './state';

const WINDOWS = 3;
const WINDOW_DAYS = 30;
/** Who was silent for a year is not expected to say anything, and would only drown the others. */
const SEEN_WITHIN_DAYS = 365;
/** Newton's method has the digits it needs after four or five steps; each is kept short enough not to overshoot. */
const STEPS = 50;
const LONGEST_STEP = 1;
const CLOSE_ENOUGH = 1e-10;

export interface Prediction {
  logOdds: number;
  happened: boolean;
}

/** What is shown of a replay: how many were expected, before and after the intercept, and how many there were. */
export interface ReplayedHead {
  delta: number;
  people: number;
  expected: number;
  expectedWithDelta: number;
  happened: number;
}

export type Replay = Record<'twoWay' | 'inbound', ReplayedHead>;

/** The δ with the greatest log-likelihood - δ²/2: 0 without evidence, and moved little by little of it. */
export function fitIntercept(predictions: readonly Prediction[]): number {
  let delta = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let slope = -delta;
    let curvature = 1;
    for (const { logOdds, happened } of predictions) {
      const p = probability(logOdds + delta);
      slope += (happened ? 1 : 0) - p;
      curvature += p * (1 - p);
    }
    const move = slope / curvature;
    delta += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, move));
    if (Math.abs(move) < CLOSE_ENOUGH) break;
  }
  return delta;
}

function replayed(predictions: readonly Prediction[]): ReplayedHead {
  const delta = fitIntercept(predictions);
  const expected = (shift: number) => predictions.reduce((sum, { logOdds }) => sum + probability(logOdds + shift), 0);
  return {
    delta,
    people: predictions.length,
    expected: expected(0),
    expectedWithDelta: expected(delta),
    happened: predictions.filter(({ happened }) => happened).length,
  };
}

/**
 * @param logs one per contact, in any order; only of sources that show both sides over all of the windows
 * @param asOf UTC milliseconds: the latest instant those sources could see; the last window ends there
 */
export function replayWorkspace(logs: Iterable<readonly HealthEvent[]>, asOf: number, dayOf: DayOf): Replay {
  const twoWay: Prediction[] = [];
  const inbound: Prediction[] = [];
  for (const log of logs) {
    for (let window = 1; window <= WINDOWS; window += 1) {
      const start = asOf - window * WINDOW_DAYS * DAY;
      const state = rebuildHealth(log.filter(({ at }) => at < start), dayOf);
      if (state.last === null || start - state.last > SEEN_WITHIN_DAYS * DAY) continue;
      const during = log.filter(({ at }) => at >= start && at < start + WINDOW_DAYS * DAY);
      const theyWrote = during.some(({ direction }) => direction === 'in');
      const youWrote = during.some(({ direction }) => direction === 'out');
      const { odds } = readHealth(state, start);
      // Where a ceiling decides, the intercept has no say.
      if (odds.ceiling === null) twoWay.push({ logOdds: odds.logOdds, happened: theyWrote && youWrote });
      inbound.push({ logOdds: odds.inboundLogOdds, happened: theyWrote });
    }
  }
  return { twoWay: replayed(twoWay), inbound: replayed(inbound) };
}

/** The intercepts to read with. */
export function interceptsOf(replay: Replay): Intercepts {
  return { twoWay: replay.twoWay.delta, inbound: replay.inbound.delta, kept: 0 };
}
