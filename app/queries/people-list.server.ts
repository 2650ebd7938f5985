/** Everybody the user keeps, a page at a time. */
import { z } from 'zod';
import type { Sql } from '../db/connection.server';
import { peopleRows, type FoundContact, type PeopleRow, type RowContext } from './people/rows.server';

/** People on a page. */
export const PEOPLE_PAGE = 50;

export const PEOPLE_SORTS = ['last', 'name', 'health'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** What `sort` in an address may say; newest last word first otherwise. */
export const peopleSort = z.enum(PEOPLE_SORTS).catch('last');

export interface PeopleListQuestion extends RowContext {
  sort: PeopleSort;
  /** As a page before gave it; null for the first. */
  after: string | null;
}

export interface PeopleList {
  rows: PeopleRow[];
  /** Where the next page begins, for `after`; null at the end. */
  next: string | null;
}

interface SortRule {
  /** An SQL expression over Contact `c` and ContactHealth `h`; ties go by id in the same direction. */
  by: string;
  descending: boolean;
  /** Reads a key back; null for one that cannot be. */
  parse: (key: string) => string | number | null;
}

const asNumber = (key: string) => (/^-?\d{1,16}$/.test(key) ? Number(key) : null);

const SORTS: Record<PeopleSort, SortRule> = {
  // Before the first word, the day somebody was added stands for it.
  last: { by: 'coalesce(max(coalesce(h.lastInAt, h.lastOutAt), coalesce(h.lastOutAt, h.lastInAt)), c.createdAt)', descending: true, parse: asNumber },
  name: { by: 'lower(c.name)', descending: false, parse: (key) => key },
  health: { by: 'coalesce(h.health, -1)', descending: true, parse: asNumber },
};

/** A page's end as it stands in an address: the row's id and the value it was sorted by. */
function parseAfter(after: string | null, rule: SortRule): { id: number; key: string | number } | null {
  const parts = /^(\d{1,15})\.(.*)$/su.exec(after ?? '');
  const key = parts && rule.parse(parts[2] ?? '');
  return parts && key !== null ? { id: Number(parts[1]), key } : null;
}

/** A fixed number of statements, however many people there are. */
export function peopleList(sql: Sql, { sort, after, ...context }: PeopleListQuestion): PeopleList {
  const rule = SORTS[sort];
  const from = parseAfter(after, rule);
  const [sign, order] = rule.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const found = sql
    .prepare<[object], FoundContact & { sortKey: string | number }>(
      `SELECT c.id, c.publicId, c.name, c.headline, c.stage, c.createdAt, ${rule.by} AS sortKey
       FROM Contact c LEFT JOIN ContactHealth h ON h.contactId = c.id
       WHERE c.deletedAt IS NULL AND c.mergedIntoId IS NULL AND (@id IS NULL OR (sortKey, c.id) ${sign} (@key, @id))
       ORDER BY sortKey ${order}, c.id ${order} LIMIT @limit`,
    )
    .all({ id: from?.id ?? null, key: from?.key ?? null, limit: PEOPLE_PAGE + 1 });
  const shown = found.slice(0, PEOPLE_PAGE);
  const last = shown.at(-1);
  return {
    rows: peopleRows(sql, shown, context),
    next: found.length > PEOPLE_PAGE && last ? `${last.id}.${last.sortKey}` : null,
  };
}
