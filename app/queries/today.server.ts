/** Today: everybody who is the user's turn, in groups, and the size of the day. */
import type { Sql } from '../db/connection.server';
import { healthContext } from '../db/derive/contact-health.server';
import { longerDay, minutesFor, rowsLeft, sizeOfDay } from '../domain/conversations/day';
import { headlineForDay } from '../domain/conversations/words';
import { longDay } from '../lib/dates';
import { cooling } from './today/cooling.server';
import { changedToday, type ChangedPerson } from './today/changed-today.server';
import { dayFacts, type DayFacts } from './today/day.server';
import { handledToday, quietToday } from './today/handled.server';
import type { TodayContext, TodayGroupRows, TodayProvider } from './today/provider';
import { yourTurn } from './today/your-turn.server';

/** In the order of the page. What feeds none of them has no place on Today. */
const PROVIDERS: readonly TodayProvider[] = [yourTurn, cooling];

export interface TodayGroup extends Omit<TodayGroupRows, 'people'> {
  key: string;
  title: string;
  why: string;
}

export interface TodayView extends DayFacts {
  /** "Monday 23 November" */
  date: string;
  /** "Seven people are waiting on you." */
  headline: string;
  /** Only groups with somebody in them. */
  groups: TodayGroup[];
  /** Rows there are, shown or not. */
  waiting: number;
  /** For the rows that are shown. */
  minutesLeft: number;
  /** The room to ask for, to be shown more than fits into the day; null where there is no more. */
  longer: number | null;
  /** Only where the list is empty: whom the user answered today. */
  changed: ChangedPerson[];
}

/** In a number of statements that does not depend on how many people wait. */
export function today(sql: Sql, asked: TodayContext): TodayView {
  const context = { ...asked, health: asked.health ?? healthContext(sql) };
  const quietDone = quietToday(sql, context);
  const handled = handledToday(sql, context) + quietDone.noted;
  const ofMinutes = sizeOfDay(context.minutesADay);
  const size = { rows: Math.max(ofMinutes, context.room ?? 0), ofMinutes, quietDone: quietDone.all };
  const places = PROVIDERS.map((provider) => provider.places(sql, context, size));
  let left = rowsLeft(size.rows, handled);
  const loaded = PROVIDERS.map(({ key, title, why, load }, index) => {
    const keptForOthers = places.slice(index + 1).reduce((sum, { kept }) => sum + kept, 0);
    const group = load(sql, context, Math.max(0, Math.min(places[index]?.most ?? 0, left - keptForOthers)));
    left -= group.rows.length;
    return { key, title, why, ...group };
  });
  const waiting = loaded.reduce((sum, { total }) => sum + total, 0);
  const turn = loaded.find(({ key }) => key === yourTurn.key);
  const quiet = loaded.find(({ key }) => key === cooling.key) ?? { people: 0, total: 0 };
  const shown = loaded.reduce((sum, { rows }) => sum + rows.length, 0);
  const groups = loaded
    .filter(({ rows }) => rows.length > 0)
    .map(({ key, title, why, rows, total, rest }) => ({ key, title, why, rows, total, rest }));
  return {
    date: longDay(context.now, context.zone),
    headline: headlineForDay(turn?.people ?? 0, quiet.people, quiet.total - quiet.people),
    groups,
    waiting,
    minutesLeft: minutesFor(shown),
    longer: longerDay(context.minutesADay, handled, shown, waiting),
    ...dayFacts(sql, context),
    changed: shown === 0 ? changedToday(sql, context) : [],
  };
}
