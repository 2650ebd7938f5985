/** Real reach: people one was in touch with, beside which the audience that platforms count changes nothing. */
import type { Sql } from '../../db/connection.server';
import { monthOfDay } from '../../domain/relationships/calendar';
import { REACH_STEP_DAYS } from '../../domain/relationships/past';
import { comparableMoments, COMPARED_MOMENT, endedMeanwhile, reachAt, type SourceDays } from '../../domain/relationships/reach';
import { audienceSentence, reachSentence, reachTrend } from '../../domain/relationships/words';
import { calendarDay } from '../../lib/dates';
import type { PageMoment } from './moment.server';
import type { ReachView } from './view';

const COUNTS = 'SELECT "key", people FROM PastCount WHERE what = 2';
/** What others wrote, per source; what is logged by hand says nothing of what could have been seen. */
const SOURCES = `SELECT min(v."from") AS start, CASE WHEN max(v."to" IS NULL) THEN NULL ELSE max(v."to") END AS end
  FROM Coverage v JOIN OwnAccount a ON a.id = v.ownAccountId
  WHERE a.access <> 'by_hand' AND v.direction = 'in' AND v.kind IN ('message', 'email', 'reply', 'mention', 'comment')
  GROUP BY v.ownAccountId`;
/** Relations in which somebody is counted by a platform. */
const AUDIENCE = `SELECT count(*) FROM Relation WHERE kind IN ('follower', 'subscriber', 'connection', 'friend') AND endedBefore IS NULL`;

export function reachView(sql: Sql, { asOfDay, asOf }: PageMoment, zone: string): ReachView {
  const people = reachAt(sql.prepare<[], [number, number]>(COUNTS).raw().all());
  const present = people[0] ?? 0;
  const sources = sourcesOf(sql, zone);
  const comparable = comparableMoments(sources, asOfDay);
  const before = comparable > COMPARED_MOMENT && !endedMeanwhile(sources, asOfDay) ? (people[COMPARED_MOMENT] ?? 0) : null;
  const then = monthOfDay(asOfDay - COMPARED_MOMENT * REACH_STEP_DAYS);
  const audience = sql.prepare<[], number>(AUDIENCE).pluck().get() ?? 0;
  return {
    people: present,
    sentence: reachSentence(present, asOf),
    past: people.slice(0, comparable).reverse(),
    trend: before === null || present + before === 0 ? null : reachTrend(present, before, then),
    audience: audience === 0 ? null : audienceSentence(audience),
  };
}

function sourcesOf(sql: Sql, zone: string): SourceDays[] {
  const dayOf = calendarDay(zone);
  return sql
    .prepare<[], SourceDays>(SOURCES)
    .all()
    .map(({ start, end }) => ({ start: start === null ? null : dayOf(start), end: end === null ? null : dayOf(end) }));
}
