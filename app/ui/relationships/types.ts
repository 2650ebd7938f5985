/** What the Relationships page is given: everything worded by the server but what is arithmetic of drawing. */
import type { HealthStateName } from '../../domain/health/states';

/** Columns, not rows: the same index is the same person. */
export interface PlotColumns {
  /** 0 to 100. */
  health: readonly number[];
  /** 0 to 100: hundredths of the strength of tie. */
  tie: readonly number[];
  /** Places in HEALTH_STATES. */
  state: readonly number[];
  /** Thirty days before; null where there was nothing to read. */
  healthBefore: readonly (number | null)[];
  tieBefore: readonly (number | null)[];
}

export interface Plot extends PlotColumns {
  /** Everybody, or where they are too many to draw, those who matter or moved: then `ids` is shorter than this. */
  total: number;
  /** How many rose and how many fell, of everybody. */
  closer: number;
  drifting: number;
  /** Public ids. */
  ids: readonly string[];
  names: readonly string[];
  /** Places in the columns of those worth a name, most worth first. */
  named: readonly number[];
}

export interface StateCount {
  state: HealthStateName;
  before: number;
  after: number;
}

export interface Flow {
  /** Null for people who were not there yet. */
  from: HealthStateName | null;
  to: HealthStateName;
  people: number;
}

export interface Moves {
  /** "1 November" */
  since: string;
  /** In the order in which they are drawn. */
  states: readonly StateCount[];
  /** Also those who stayed (from = to). */
  flows: readonly Flow[];
}

export interface ReplySide {
  /** "11 h", "2 days"; null without an answer. */
  median: string | null;
  /** Answers by the time they took, in the eight buckets of ANSWER_TIMES. */
  answers: readonly number[];
}

export interface ReplyTimes {
  theirs: ReplySide;
  yours: ReplySide;
}

export interface RetentionCohort {
  /** "June" */
  month: string;
  /** "2026-06" */
  key: string;
  people: number;
  /** Whole per cent by month after the first exchange; null where that month is not over. */
  shares: readonly (number | null)[];
}

export interface Retention {
  /** Oldest first. */
  cohorts: readonly RetentionCohort[];
  columns: number;
}

export interface Reach {
  people: number;
  sentence: string;
  /** The same figure thirty days apart, oldest first; the last is `people`. */
  past: readonly number[];
  /** "24 more than in August" */
  trend: string | null;
  audience: string | null;
}

export interface RelationshipsView {
  headline: string;
  /** "22 November" where no source saw further; null where the readings are of now. */
  asOf: string | null;
  /** Everybody with a reading. */
  people: number;
  plot: Plot;
  moves: Moves;
  /** Null where nobody has answered. */
  replies: ReplyTimes | null;
  retention: Retention;
  reach: Reach;
  /** How Kith would have done on the user's own last three months; null before there are any. */
  replay: ReplayWords | null;
}

/** In sentences. */
export interface ReplayWords {
  sentence: string;
  surprise: string | null;
  tilt: string | null;
}

export interface ReplayMonth {
  title: string;
  /** Of all who were named or wrote, listed or not. */
  tally: { named: number; namedWrote: number; surprises: number };
  /** Who could be asked about. */
  people: number;
  named: { contact: string; name: string; wrote: boolean }[];
  surprises: { contact: string; name: string }[];
}
