/**
 * The workspace's own intercepts: some people's people answer more often than most. The last three closed windows of 30
 * days are predicted from what came before them and compared with what happened. Whether strong ties are kept is not
 * replayed: three windows hold too few of them that lapse.
 */
import { DAY } from '../../lib/dates';
import { readHealth, type Intercepts, type Odds } from './read';
import { probability } from './scale';
import { statesBefore, type DayOf, type HealthEvent } from './state';

export const REPLAY_WINDOWS = 3;
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

/** One month, asked about as it began: nothing of it, and no intercept fitted on it, was known. */
export interface ReplayedWindow<Key> {
  /** UTC milliseconds; the end is not in it. */
  from: number;
  to: number;
  /** Who could be asked about: in touch within the year before. */
  people: number;
  /** How many were expected to write. */
  expected: number;
  /** Whom Kith would have named: the likeliest to write, as many as it expected, the likeliest first. */
  named: Key[];
  /** Who wrote, named or not. */
  wrote: Key[];
}

export interface Replay<Key> {
  twoWay: ReplayedHead;
  inbound: ReplayedHead;
  /** The latest first. */
  windows: ReplayedWindow<Key>[];
}

/** The start of the earliest window, UTC milliseconds: sources have to show both sides from here to `asOf`. */
export function replayFrom(asOf: number): number {
  return asOf - REPLAY_WINDOWS * WINDOW_DAYS * DAY;
}

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

interface Asked<Key> {
  key: Key;
  /** Probability that they write within the window. */
  inbound: number;
  wrote: boolean;
}

function windowOf<Key>(from: number, asked: readonly Asked<Key>[]): ReplayedWindow<Key> {
  const expected = asked.reduce((sum, { inbound }) => sum + inbound, 0);
  const likeliest = asked.toSorted((a, b) => b.inbound - a.inbound).slice(0, Math.round(expected));
  return {
    from,
    to: from + WINDOW_DAYS * DAY,
    people: asked.length,
    expected,
    named: likeliest.map(({ key }) => key),
    wrote: asked.filter(({ wrote }) => wrote).map(({ key }) => key),
  };
}

interface Outcome {
  /** As the window began. */
  odds: Odds;
  theyWrote: boolean;
  youWrote: boolean;
}

/** What was known of one contact as each window began, and what came; null where there was nobody to ask about. */
function outcomes(log: readonly HealthEvent[], starts: readonly number[], dayOf: DayOf): (Outcome | null)[] {
  return statesBefore(log, starts, dayOf).map((state, place) => {
    const start = starts[place] ?? 0;
    if (state.last === null || start - state.last > SEEN_WITHIN_DAYS * DAY) return null;
    const end = start + WINDOW_DAYS * DAY;
    const wrote = (side: HealthEvent['direction']) => log.some(({ at, direction }) => direction === side && at >= start && at < end);
    return { odds: readHealth(state, start).odds, theyWrote: wrote('in'), youWrote: wrote('out') };
  });
}

/**
 * @param logs one per contact, each oldest first; only of sources that show both sides from `replayFrom(asOf)` on
 * @param asOf UTC milliseconds: the latest instant those sources could see; the last window ends there
 */
export function replayWorkspace<Key>(logs: Iterable<readonly [Key, readonly HealthEvent[]]>, asOf: number, dayOf: DayOf): Replay<Key> {
  const starts = Array.from({ length: REPLAY_WINDOWS }, (_, window) => replayFrom(asOf) + window * WINDOW_DAYS * DAY);
  const twoWay: Prediction[] = [];
  const inbound: Prediction[] = [];
  const windows = starts.map((): Asked<Key>[] => []);
  for (const [key, log] of logs) {
    outcomes(log, starts, dayOf).forEach((outcome, window) => {
      if (outcome === null) return;
      const { odds, theyWrote, youWrote } = outcome;
      // Where a ceiling decides, the intercept has no say.
      if (odds.ceiling === null) twoWay.push({ logOdds: odds.logOdds, happened: theyWrote && youWrote });
      inbound.push({ logOdds: odds.inboundLogOdds, happened: theyWrote });
      windows[window]?.push({ key, inbound: odds.inbound, wrote: theyWrote });
    });
  }
  return {
    twoWay: replayed(twoWay),
    inbound: replayed(inbound),
    windows: windows.map((asked, window) => windowOf(starts[window] ?? asOf, asked)).reverse(),
  };
}

/** The intercepts to read with. */
export function interceptsOf({ twoWay, inbound }: Pick<Replay<unknown>, 'twoWay' | 'inbound'>): Intercepts {
  return { twoWay: twoWay.delta, inbound: inbound.delta, kept: 0 };
}
