/** Everybody the user keeps, seen together: where they stand, who moved, how both sides answer, who stays. */
import type { Sql } from '../db/connection.server';
import { relationshipsHeadline } from '../domain/relationships/headline';
import { trendOf, type Trend } from '../domain/relationships/move';
import { countingSentence } from '../domain/relationships/words';
import { pageMoment, type PageContext } from './relationships/moment.server';
import { countMoves, movesView, peopleOf } from './relationships/moves.server';
import { plotColumns } from './relationships/plot.server';
import { reachView } from './relationships/reach.server';
import { repliesView } from './relationships/replies.server';
import { retentionView } from './relationships/retention.server';
import { replayInBrief } from './replay.server';
import type { PlotView, RelationshipsView } from './relationships/view';

export type { MovesView, PlotView, ReachView, RelationshipsView, RepliesView, RetentionView } from './relationships/view';

/** Rows that the sweep has not come to yet. */
const UNREAD = 'SELECT count(*) FROM ContactPast WHERE dueDay = 0 AND asOfDay = 0';

/**
 * A fixed number of statements, however many people there are, all but the columns of the plot answered by an index alone.
 * Removed and merged people have no part in it. What day it is counted back from, db/derive/as-of says.
 */
export function relationships(sql: Sql, context: PageContext): RelationshipsView {
  const moment = pageMoment(sql, context);
  const moves = countMoves(sql);
  const people = peopleOf(moves);
  const [closer, drifting] = [peopleOf(moves, ({ trend }) => trend === 'closer'), peopleOf(moves, ({ trend }) => trend === 'drifting')];
  const columns = plotColumns(sql);
  const unread = sql.prepare<[], number>(UNREAD).pluck().get() ?? 0;
  const movement = {
    people, closer, drifting,
    comparable: columns.healthBefore.filter((before) => before !== null).length,
    name: {
      closer: closer === 1 ? nameWhoIs('closer', columns) : null,
      drifting: drifting === 1 ? nameWhoIs('drifting', columns) : null,
      only: people === 1 ? (columns.names[0] ?? null) : null,
    },
  };
  return {
    headline: relationshipsHeadline(movement),
    asOf: moment.asOf,
    people,
    counting: unread === 0 ? null : countingSentence(people, people + unread),
    plot: { total: people, closer, drifting, ...columns },
    moves: movesView(moves, moment),
    replies: repliesView(sql),
    retention: retentionView(sql, moment),
    reach: reachView(sql, moment, context.zone),
    replay: replayInBrief(sql),
  };
}

/** Among those who are drawn; whoever came from a source that began in these weeks may be taken for them only if nobody else is. */
function nameWhoIs(trend: Trend, { names, health, healthBefore }: Pick<PlotView, 'names' | 'health' | 'healthBefore'>): string | null {
  const named = names.filter((_, place) => trendOf(health[place] ?? 0, healthBefore[place] ?? null, false) === trend);
  return named.length === 1 ? (named[0] ?? null) : null;
}
