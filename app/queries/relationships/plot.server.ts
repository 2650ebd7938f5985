/** Everybody by health and strength of tie, with where they were thirty days before. */
import type { Sql } from '../../db/connection.server';
import { LEAST_CHANGE } from '../../domain/health/change';
import { waitingContacts } from '../waiting-contacts.server';
import type { PlotView } from './view';

/** Above so many, those are drawn who matter or moved. */
export const DRAWN = 2_000;
/** Names on the plot: of those who wait, of those who moved most, and of the strongest ties for what is left. */
const NAMED = 14;
const NAMED_WAITING = 5;
const NAMED_MOVED = 5;
/** Whoever waits is looked for among so many of the weightiest. */
const LOOKED_AT = 300;

type Drawn = [
  id: number, publicId: string, name: string, health: number, tie: number, state: number, healthBefore: number | null,
  tieBefore: number | null,
];

const PEOPLE = `SELECT p.contactId, c.publicId, c.name, p.health, p.tie, p.state, p.healthBefore, p.tieBefore
  FROM ContactPast p CROSS JOIN Contact c ON c.id = p.contactId AND c.deletedAt IS NULL AND c.mergedIntoId IS NULL
  WHERE p.weight IS NOT NULL ORDER BY p.weight DESC LIMIT ${DRAWN}`;

/** The columns; the weightiest first. */
export function plotColumns(sql: Sql): Omit<PlotView, 'total' | 'closer' | 'drifting'> {
  const rows = sql.prepare<[], Drawn>(PEOPLE).raw().all();
  const column = <Place extends keyof Drawn & number>(place: Place) => rows.map((row) => row[place]);
  const waiting = waitingContacts(sql, rows.slice(0, LOOKED_AT).map(([id]) => id));
  return {
    ids: rows.map((row) => row[1]), names: rows.map((row) => row[2]), health: rows.map((row) => row[3]), tie: rows.map((row) => row[4]),
    state: rows.map((row) => row[5]), healthBefore: column(6), tieBefore: column(7),
    named: namedOf(rows, waiting),
  };
}

function namedOf(rows: readonly Drawn[], waiting: ReadonlySet<number>): number[] {
  const moved = (place: number) => {
    const [, , , health = 0, , , before] = rows[place] ?? [];
    return before === null || before === undefined ? 0 : Math.abs(health - before);
  };
  const tie = (place: number) => rows[place]?.[4] ?? 0;
  const places = rows.map((_, place) => place);
  const strongest = places.toSorted((a, b) => tie(b) - tie(a));
  const named = new Set(strongest.filter((place) => waiting.has(rows[place]?.[0] ?? 0)).slice(0, NAMED_WAITING));
  const movers = places.filter((place) => moved(place) >= LEAST_CHANGE && !named.has(place)).sort((a, b) => moved(b) - moved(a));
  for (const place of movers.slice(0, NAMED_MOVED)) named.add(place);
  for (const place of strongest) {
    if (named.size >= NAMED) break;
    named.add(place);
  }
  return [...named];
}
