/** Of those with whom it began in the same month, how many were still in touch in the months after. */
import type { Sql } from '../../db/connection.server';
import { monthOfDay } from '../../domain/relationships/calendar';
import { cohortCount, cohortKey, cohortMonths, cohortsOf, RETENTION_COLUMNS } from '../../domain/relationships/retention';
import type { PageMoment } from './moment.server';
import type { RetentionView } from './view';

const COUNTS = 'SELECT "key", people FROM PastCount WHERE what = 3 AND "key" >= ? AND "key" < ?';

export function retentionView(sql: Sql, { asOfDay }: PageMoment): RetentionView {
  const month = monthOfDay(asOfDay);
  const [first, last] = cohortMonths(month);
  const counts = sql
    .prepare<[number, number], { key: number; people: number }>(COUNTS)
    .all(cohortKey(first, 0, 0), cohortKey(last + 1, 0, 0))
    .map(({ key, people }) => cohortCount(key, people));
  return { cohorts: cohortsOf(counts, month), columns: RETENTION_COLUMNS };
}
