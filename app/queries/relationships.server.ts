/** Everybody the user keeps, seen together: where they stand, who moved, how both sides answer, who stays. */
import type { Sql } from '../db/connection.server';
import { HEALTH_STATES } from '../domain/health';
import { longDay, startOfDay } from '../lib/dates';
import type { RelationshipsView } from './relationships/view';

export type { MovesView, PlotView, ReachView, RelationshipsView, RepliesView, RetentionView } from './relationships/view';

export interface RelationshipsContext {
  zone: string;
  /** UTC milliseconds. */
  now: number;
}

interface Row {
  publicId: string;
  name: string;
  health: number;
  tie: number;
  stateName: string;
}

/** A fixed number of statements, however many people there are. */
export function relationships(sql: Sql, { zone, now }: RelationshipsContext): RelationshipsView {
  const rows = sql
    .prepare<[], Row>(
      `SELECT c.publicId, c.name, h.health, h.tie, h.stateName FROM ContactHealth h JOIN Contact c ON c.id = h.contactId
       WHERE c.deletedAt IS NULL AND c.mergedIntoId IS NULL ORDER BY h.tie DESC LIMIT 2000`,
    )
    .all();
  const state = rows.map((row) => HEALTH_STATES.findIndex((name) => name === row.stateName));
  const counts = HEALTH_STATES.map((name, index) => ({ state: name, before: 0, after: state.filter((one) => one === index).length }));
  return {
    headline: '',
    asOf: null,
    people: rows.length,
    plot: {
      total: rows.length, closer: 0, drifting: 0,
      ids: rows.map(({ publicId }) => publicId),
      names: rows.map(({ name }) => name),
      health: rows.map(({ health }) => health),
      tie: rows.map(({ tie }) => Math.round(tie * 100)),
      state,
      healthBefore: rows.map(() => null),
      tieBefore: rows.map(() => null),
      named: rows.slice(0, 14).map((_, index) => index),
    },
    moves: {
      since: longDay(startOfDay(now, zone), zone),
      states: counts.filter(({ after }) => after > 0),
      flows: counts.filter(({ after }) => after > 0).map(({ state: to, after }) => ({ from: null, to, people: after })),
    },
    replies: null,
    retention: { cohorts: [], columns: 5 },
    reach: { people: 0, sentence: '', past: [], trend: null, audience: null },
  };
}
