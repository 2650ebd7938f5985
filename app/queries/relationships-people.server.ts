/** The people behind a mark of the Relationships page, the strongest tie first, a page at a time. */
import type { Sql } from '../db/connection.server';
import type { RelationshipsQuestion } from '../domain/relationships/question';
import { questionTitle } from '../domain/relationships/words';
import { PEOPLE_PAGE } from './people-list.server';
import { peopleRows, type FoundContact, type PeopleRow, type RowContext } from './people/rows.server';
import { behind } from './relationships/behind';
import { pageMoment } from './relationships/moment.server';

export interface RelationshipsPeopleQuestion extends RowContext {
  question: RelationshipsQuestion;
  /** As a page before gave it, not trusted; null for the first. */
  after: string | null;
}

export interface RelationshipsPeople {
  /** "Steady on 1 November, Cooling today" */
  title: string;
  /** On all pages together. */
  count: number;
  rows: PeopleRow[];
  /** Where the next page begins, for `after`; null at the end. */
  next: string | null;
}

const KEPT = `FROM ContactPast p CROSS JOIN Contact c ON c.id = p.contactId AND c.deletedAt IS NULL AND c.mergedIntoId IS NULL
  WHERE p.move IS NOT NULL AND`;

/** A page's end as it stands in an address: strength of tie in hundredths, and the row's id. */
function parseAfter(after: string | null): readonly [tie: number, id: number] | null {
  const parts = /^(\d{1,3})\.(\d{1,15})$/.exec(after ?? '');
  return parts && [Number(parts[1]), Number(parts[2])];
}

/** A fixed number of statements, however many people there are. */
export function relationshipsPeople(sql: Sql, { question, after, ...context }: RelationshipsPeopleQuestion): RelationshipsPeople {
  const { where, values } = behind(question);
  const count = sql.prepare<number[], number>(`SELECT count(*) ${KEPT} ${where}`).pluck().get(...values) ?? 0;
  const [tie, id] = parseAfter(after) ?? [Number.MAX_SAFE_INTEGER, 0];
  const found = sql
    .prepare<number[], FoundContact & { tie: number }>(
      `SELECT c.id, c.publicId, c.name, c.headline, c.stage, c.createdAt, p.tie ${KEPT} ${where} AND (p.tie, p.contactId) < (?, ?)
       ORDER BY p.tie DESC, p.contactId DESC LIMIT ${PEOPLE_PAGE + 1}`,
    )
    .all(...values, tie, id);
  const shown = found.slice(0, PEOPLE_PAGE);
  const last = shown.at(-1);
  return {
    title: questionTitle(question, pageMoment(sql, context)),
    count,
    rows: peopleRows(sql, shown, context),
    next: found.length > PEOPLE_PAGE && last ? `${last.tie}.${last.id}` : null,
  };
}
