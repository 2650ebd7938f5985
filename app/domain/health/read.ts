/** Everything that can be said of a relationship at an instant, from its folded state. Pure; needs no nightly job. */
import { DAY } from '../../lib/dates';
import { HEADS, STALE_AFTER_DAYS, type Head, type HeadName } from './constants';
import type { CoverageBySource } from './coverage';
import { measure, type Features, type Measures } from './measures';
import { readRhythm, type Rhythm } from './rhythm';
import { healthOf, lowestCeiling, probability, type CeilingKind } from './scale';
import type { HealthState } from './state';
import { stateOf, type HealthStateName } from './states';

export type Intercepts = Record<HeadName, number>;

export interface ReadOptions {
  /** A source that is not named is live and shows both sides. */
  coverage?: CoverageBySource;
  /** The workspace's own intercepts in log-odds; 0 where none was fitted. */
  delta?: Partial<Intercepts>;
}

/** What the model expects of the next 30 days. */
export interface Odds {
  /** Log-odds of words both ways, before and after the ceiling, and the ceiling that cut them. */
  logOdds: number;
  shownLogOdds: number;
  ceiling: CeilingKind | null;
  /** The part of the log-odds that is the workspace's own. */
  workspaceLogOdds: number;
  /** Log-odds of words from them. */
  inboundLogOdds: number;
  /** Probabilities of words both ways, of words from them, and that a strong tie is kept. */
  twoWay: number;
  inbound: number;
  kept: number;
}

/** In groups, because joining them into one flat object costs more than all the arithmetic. */
export interface HealthReading {
  /** UTC milliseconds: everything here is as of this instant. */
  readAt: number;
  /** It lies so far before now that it has to be shown. */
  stale: boolean;
  /** Whole, 0 to 100. */
  health: number;
  state: HealthStateName;
  odds: Odds;
  rhythm: Rhythm;
  measures: Measures;
}

function weigh(head: Head, features: Features): number {
  return (
    head.intercept + head.a7 * features.a7 + head.i30 * features.i30 + head.o30 * features.o30 +
    head.i365 * features.i365 + head.o365 * features.o365 + head.silence * features.silence + head.over * features.over
  );
}

function readOdds(measures: Measures, everWrote: boolean, delta: Partial<Intercepts>): Odds {
  const { features, overIn, youWriteOnly, theyWriteOnly, seesIn, seesOut } = measures;
  const workspaceLogOdds = delta.twoWay ?? 0;
  const logOdds = weigh(HEADS.twoWay, features) + workspaceLogOdds;
  const lowest = lowestCeiling({ overIn, everWrote, youWriteOnly, theyWriteOnly, seesIn, seesOut });
  const shownLogOdds = Math.min(logOdds, lowest.logOdds);
  const inboundLogOdds = weigh(HEADS.inbound, features) + (delta.inbound ?? 0);
  const twoWay = probability(shownLogOdds);
  return {
    logOdds, shownLogOdds,
    ceiling: lowest.logOdds < logOdds ? lowest.kind : null,
    workspaceLogOdds, inboundLogOdds, twoWay,
    // Words both ways include words from them.
    inbound: Math.max(probability(inboundLogOdds), twoWay),
    kept: probability(weigh(HEADS.kept, features) + (delta.kept ?? 0)),
  };
}

/**
 * Reads a state at `now` (UTC milliseconds), or at the latest instant its sources could see.
 * @throws RangeError for the state of an empty log
 */
export function readHealth(state: HealthState, now: number, { coverage = {}, delta = {} }: ReadOptions = {}): HealthReading {
  const measures = measure(state, now, coverage);
  const odds = readOdds(measures, state.nIn > 0, delta);
  const rhythm = readRhythm(state, measures);
  const health = healthOf(odds.shownLogOdds);
  const { readAt, age, theirSilence, silenceOut, overIn, trend, youWriteOnly, theyWriteOnly, seesIn, seesOut, newSource } = measures;
  const seesAll = measures.seesAllIn && measures.seesAllOut;
  const name = stateOf({
    health, age, days: state.days, theirSilence, silenceOut, overIn, trend, rhythm: rhythm.known, grey: rhythm.grey.reached,
    owed: rhythm.owed, youWriteOnly, theyWriteOnly, seesIn, seesOut, seesAll, newSource,
  });
  return { readAt, stale: now - readAt > STALE_AFTER_DAYS * DAY, health, state: name, odds, rhythm, measures };
}
