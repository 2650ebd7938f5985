/** Days move on by themselves: reads again whoever was last read on an earlier day, or as of another one. */
import { NOT_KEPT, pausedNow } from '../../domain/contacts/keeping';
import type { Sql } from '../connection.server';
import { keptPerson } from '../keeping.server';
import { healthContext, healthLog, refreshHealth, storedHealth, type HealthContext } from './contact-health.server';
import { presentReading, writePast, writeQuiet } from './contact-past.server';

const AS_OF_ANOTHER_DAY = `SELECT contactId FROM ContactPast WHERE asOfDay > 0 AND asOfDay < @asOf
  UNION ALL SELECT contactId FROM ContactPast WHERE asOfDay > @asOf LIMIT @limit`;

/**
 * Everybody with a health has a row, so whoever is missing was written by something that knows nothing of it: found
 * by the counts, which SQLite keeps nearly for free, and only then looked for.
 */
const IS_MISSING = 'SELECT (SELECT count(*) FROM ContactHealth) <> (SELECT count(*) FROM ContactPast) AS missing';
const MISSING = `SELECT h.contactId FROM ContactHealth h WHERE NOT EXISTS (SELECT 1 FROM ContactPast p WHERE p.contactId = h.contactId) LIMIT ?`;
const LEFT_OVER = 'DELETE FROM ContactPast WHERE NOT EXISTS (SELECT 1 FROM ContactHealth h WHERE h.contactId = ContactPast.contactId)';

/**
 * @param now UTC milliseconds
 * @returns how many were visited; fewer than `limit` where nobody is left
 */
export function sweepPast(sql: Sql, now: number, limit: number): number {
  const context = healthContext(sql);
  const ids = contactsDue(sql, context, now, limit);
  for (const contactId of ids) visit(sql, contactId, context, now);
  return ids.length;
}

function contactsDue(sql: Sql, context: HealthContext, now: number, limit: number): number[] {
  const due = sql
    .prepare<[number, number], number>('SELECT contactId FROM ContactPast WHERE dueDay <= ? ORDER BY dueDay LIMIT ?')
    .pluck()
    .all(context.dayOf(now), limit);
  if (due.length > 0) return due;
  const asOf = context.asOfDay();
  const elsewhere = asOf === null ? [] : sql.prepare<[object], number>(AS_OF_ANOTHER_DAY).pluck().all({ asOf, limit });
  if (elsewhere.length > 0) return elsewhere;
  if (sql.prepare<[], number>(IS_MISSING).pluck().get() !== 1) return [];
  const missing = sql.prepare<[number], number>(MISSING).pluck().all(limit);
  if (missing.length === 0) sql.prepare(LEFT_OVER).run();
  return missing;
}

function visit(sql: Sql, contactId: number, context: HealthContext, now: number): void {
  const state = storedHealth(sql, contactId);
  if (!state) return refreshHealth(sql, contactId, context, now);
  const keeping = keptPerson(sql, contactId, context.gaps)?.keeping ?? NOT_KEPT;
  const present = presentReading(state, context, pausedNow(now, keeping));
  if (writeQuiet(sql, contactId, present, context, now)) return;
  writePast(sql, contactId, present, context, now, { log: healthLog(sql, contactId) });
}
