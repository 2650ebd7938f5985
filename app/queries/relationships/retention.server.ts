/** Of those with whom it began in the same month, how many were still in touch in the months after. */
import type { Sql } from '../../db/connection.server';
import { monthOfDay } from '../../domain/relationships/calendar';
import { cohortMonths, cohortsOf, RETENTION_COLUMNS, type CohortCount } from '../../domain/relationships/retention';
import type { PageMoment } from './moment.server';
import type { RetentionView } from './view';

const COUNTS = `SELECT exchangeMonth, monthsSeen, monthsSpoken, count(*) AS people FROM ContactPast
  WHERE exchangeMonth BETWEEN ? AND ? GROUP BY exchangeMonth, monthsSeen, monthsSpoken`;

export function retentionView(sql: Sql, { asOfDay }: PageMoment): RetentionView {
  const month = monthOfDay(asOfDay);
  const counts = sql.prepare<[number, number], CohortCount>(COUNTS).all(...cohortMonths(month));
  return { cohorts: cohortsOf(counts, month), columns: RETENTION_COLUMNS };
}
