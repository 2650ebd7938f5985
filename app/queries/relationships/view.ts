/** What the Relationships page shows. Everything is worded here but what is arithmetic of drawing. */
import type { HealthStateName } from '../../domain/health';
import type { ReplayInBrief } from '../replay.server';

/** Columns, not rows: thousands of objects cost more than all the rest. The same index is the same person. */
export interface PlotView {
  /** Everybody with a reading; above 2,000 only those who matter or moved are in the columns. */
  total: number;
  /** How many rose, and fell, by at least LEAST_CHANGE in thirty days: of everybody, shown or not. */
  closer: number;
  drifting: number;
  /** Public ids. */
  ids: string[];
  names: string[];
  /** 0 to 100. */
  health: number[];
  /** 0 to 100, whole: hundredths of the strength of tie. */
  tie: number[];
  /** Places in HEALTH_STATES. */
  state: number[];
  /** Thirty days before; null where there was nothing to read. */
  healthBefore: (number | null)[];
  tieBefore: (number | null)[];
  /** Places in these columns of those worth a name, most worth first. */
  named: number[];
}

export interface MovesView {
  /** "1 November": the first day of the calendar month of the readings. */
  since: string;
  /** In the order of the picture; only states that somebody is or was in. */
  states: { state: HealthStateName; before: number; after: number }[];
  /** Also those who stayed (from = to); newcomers come from null. */
  flows: { from: HealthStateName | null; to: HealthStateName; people: number }[];
}

export interface RepliesView {
  /** "11 h", "2 days"; null without an answer. Answers by bucket (domain/relationships/answers.ts). */
  theirs: { median: string | null; answers: number[] };
  yours: { median: string | null; answers: number[] };
}

export interface RetentionView {
  /** Oldest first. `month` is "Jun", `key` "2026-06"; `shares` whole per cent, null where that month is not over. */
  cohorts: { month: string; key: string; people: number; shares: (number | null)[] }[];
  /** Calendar months after the first exchange that have a column. */
  columns: number;
}

export interface ReachView {
  /** They wrote, answered, bought or met the user in the last 90 days. */
  people: number;
  sentence: string;
  /**
   * The same at moments thirty days apart, oldest first; the last is `people`. Twelve, or fewer where the sources did not
   * see as far back.
   */
  past: number[];
  /** "24 more than in August" */
  trend: string | null;
  /** Raw audience, said once; null where no platform counts any. */
  audience: string | null;
}

export interface RelationshipsView {
  headline: string;
  /** "22 November" where no source saw further; null where the readings are of now. */
  asOf: string | null;
  /** Everybody with a reading. */
  people: number;
  /** "Still counting: 1,200 of 4,000 people so far."; null where everybody is counted. */
  counting: string | null;
  plot: PlotView;
  moves: MovesView;
  /** Null without a single answer in the last 90 days. */
  replies: RepliesView | null;
  retention: RetentionView;
  reach: ReachView;
  /** How Kith would have done on the user's own last three months; null before there are any. */
  replay: ReplayInBrief | null;
}
