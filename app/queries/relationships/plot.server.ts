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

/** Parts of a person and persons are told apart by what stands in no name. */
const PART = '\u001f';
const PERSON = '\u001e';
/** Bits that a number up to 100 takes; all of them set say that there was nothing to read. */
const NUMBER = 128;
const NOTHING = NUMBER - 1;

/**
 * Everybody in one long text, the numbers of each in one number: as rows of eight columns they would take four times as
 * long as SQLite needs to find them.
 */
const PEOPLE = `SELECT group_concat(concat_ws(char(31), id, point, publicId, replace(replace(name, char(31), ' '), char(30), ' ')), char(30))
  FROM (SELECT c.id, c.publicId, c.name,
               p.health + ${NUMBER} * (p.tie + ${NUMBER} * (coalesce(p.healthBefore, ${NOTHING}) + ${NUMBER} * (coalesce(p.tieBefore, ${NOTHING})
                 + ${NUMBER} * p.state))) AS point
        FROM ContactPast p CROSS JOIN Contact c ON c.id = p.contactId AND c.deletedAt IS NULL AND c.mergedIntoId IS NULL
        WHERE p.weight IS NOT NULL ORDER BY p.weight DESC, p.contactId DESC LIMIT ${DRAWN})`;

interface Columns extends Omit<PlotView, 'total' | 'closer' | 'drifting' | 'named'> {
  /** Rows of Contact. */
  contacts: number[];
}

function readColumns(sql: Sql): Columns {
  const text = sql.prepare<[], string | null>(PEOPLE).pluck().get() ?? null;
  const columns: Columns = { contacts: [], ids: [], names: [], health: [], tie: [], state: [], healthBefore: [], tieBefore: [] };
  for (const person of text === null ? [] : text.split(PERSON)) {
    const [id = '', packed = '', publicId = '', name = ''] = person.split(PART);
    let point = Number(packed);
    const next = () => {
      const number = point % NUMBER;
      point = (point - number) / NUMBER;
      return number === NOTHING ? null : number;
    };
    columns.contacts.push(Number(id));
    columns.ids.push(publicId);
    columns.names.push(name);
    columns.health.push(next() ?? 0);
    columns.tie.push(next() ?? 0);
    columns.healthBefore.push(next());
    columns.tieBefore.push(next());
    columns.state.push(next() ?? 0);
  }
  return columns;
}

/** The columns; the weightiest first. */
export function plotColumns(sql: Sql): Omit<PlotView, 'total' | 'closer' | 'drifting'> {
  const { contacts, ...columns } = readColumns(sql);
  const waiting = waitingContacts(sql, contacts.slice(0, LOOKED_AT));
  return { ...columns, named: namedOf(contacts, columns, waiting) };
}

function namedOf(
  contacts: readonly number[],
  { health, healthBefore, tie }: Pick<PlotView, 'health' | 'healthBefore' | 'tie'>,
  waiting: ReadonlySet<number>,
): number[] {
  const moved = (place: number) => Math.abs((health[place] ?? 0) - (healthBefore[place] ?? health[place] ?? 0));
  const places = contacts.map((_, place) => place);
  const strongest = places.toSorted((a, b) => (tie[b] ?? 0) - (tie[a] ?? 0));
  const named = new Set(strongest.filter((place) => waiting.has(contacts[place] ?? 0)).slice(0, NAMED_WAITING));
  const movers = places.filter((place) => moved(place) >= LEAST_CHANGE && !named.has(place)).sort((a, b) => moved(b) - moved(a));
  for (const place of movers.slice(0, NAMED_MOVED)) named.add(place);
  for (const place of strongest) {
    if (named.size >= NAMED) break;
    named.add(place);
  }
  return [...named];
}
