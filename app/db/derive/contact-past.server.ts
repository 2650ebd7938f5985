/** One narrow row per contact with a health: what the page of all relationships counts, kept in step with the log. */
import type { LogEvent } from '../../domain/contacts/events';
import { readHealth, tieStrength, HEALTH_STATES, type HealthReading, type HealthState, type ReadOptions } from '../../domain/health';
import { answerBucket, SIDES, type Answer } from '../../domain/relationships/answers';
import { beginOfDay, firstDayOfMonth, monthOfDay } from '../../domain/relationships/calendar';
import { packMove, plotWeight, trendOf } from '../../domain/relationships/move';
import {
  BEFORE_DAYS, monthsSeen, NOTHING_TALLIED, pointsAt, QUIET_DAYS, tallyOn, type PastContext, type Tally,
} from '../../domain/relationships/past';
import { DAY, MINUTE } from '../../lib/dates';
import type { Sql } from '../connection.server';
import type { HealthContext } from './contact-health.server';

/** A row of ContactPast; see prisma/schema.prisma. */
interface PastRow {
  dueDay: number | null;
  asOfDay: number;
  readDay: number | null;
  health: number;
  tie: number;
  state: number;
  healthBefore: number | null;
  tieBefore: number | null;
  stateAtMonth: number | null;
  move: number | null;
  weight: number | null;
  reach: number;
  spoken: number;
  exchangeMonth: number | null;
  monthsSeen: number;
  monthsSpoken: number;
  callAt: number | null;
  callBy: number | null;
}

const COLUMNS = [
  'dueDay', 'asOfDay', 'readDay', 'health', 'tie', 'state', 'healthBefore', 'tieBefore', 'stateAtMonth', 'move', 'weight', 'reach',
  'spoken', 'exchangeMonth', 'monthsSeen', 'monthsSpoken', 'callAt', 'callBy',
] as const satisfies readonly (keyof PastRow)[];

const SAVE = `INSERT INTO ContactPast (contactId, ${COLUMNS.join(', ')}) VALUES (?, ${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (contactId) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** Not read: not drawn and not counted. */
const UNREAD: PastRow = {
  dueDay: null, asOfDay: 0, readDay: null, health: 0, tie: 0, state: 0, healthBefore: null, tieBefore: null, stateAtMonth: null,
  move: null, weight: null, reach: 0, spoken: 0, exchangeMonth: null, monthsSeen: 0, monthsSpoken: 0, callAt: null, callBy: null,
};
/** A day that has passed: the sweep comes by. */
const AT_ONCE = 0;

/** How the log stands to the row that is there. */
export type Heard =
  /** Anything may have changed: the whole log, oldest first. */
  | { log: readonly LogEvent[] }
  /** Only these came, last. */
  | { appended: readonly LogEvent[] }
  /** Nothing happened; only time went on. */
  | null;

export interface PresentReading {
  state: HealthState;
  reading: HealthReading;
  /** Whether the reading will ever differ if nothing happens. */
  timeRuns: boolean;
}

/** How this contact is read. */
export function readOptions({ coverage, delta }: HealthContext): ReadOptions {
  return { coverage, delta };
}

/** Reads a state and says whether time goes on for it. */
export function presentReading(state: HealthState, context: HealthContext, now: number): PresentReading {
  const reading = readHealth(state, now, readOptions(context));
  return { state, reading, timeRuns: readHealth(state, Math.max(now, reading.readAt) + QUIET_DAYS * DAY, readOptions(context)).readAt !== reading.readAt };
}

/**
 * Brings the row in step with what was heard. What came last is counted on in constant time: the readings of earlier
 * moments stay as they were read that day, and the sweep reads them again when the day is over.
 * @param now UTC milliseconds
 */
export function writePast(
  sql: Sql,
  contactId: number,
  present: PresentReading,
  context: HealthContext,
  now: number,
  heard: Heard,
): void {
  if (!isKept(sql, contactId)) return hide(sql, contactId);
  if (heard && 'log' in heard) return writeWhole(sql, contactId, present, context, now, heard.log);
  const row = storedPast(sql, contactId);
  if (!row || row.asOfDay === 0) return save(sql, contactId, { ...UNREAD, dueDay: AT_ONCE });
  countOn(sql, contactId, present, context, now, row, heard?.appended ?? []);
}

function writeWhole(
  sql: Sql, contactId: number, present: PresentReading, context: HealthContext, now: number, log: readonly LogEvent[],
): void {
  const past = pastContext(context, present);
  const { tally, answers } = tallyOn(NOTHING_TALLIED, log, past);
  save(sql, contactId, rowOf(present, context, now, { past, tally, log }));
  sql.prepare('DELETE FROM ContactAnswer WHERE contactId = ?').run(contactId);
  addAnswers(sql, contactId, answers);
}

/**
 * For somebody who was read before and has been silent for longer than anything looks back: their log says nothing more.
 * @returns false where the log has to be read
 */
export function writeQuiet(sql: Sql, contactId: number, present: PresentReading, context: HealthContext, now: number): boolean {
  const row = storedPast(sql, contactId);
  const past = pastContext(context, present);
  const { last } = present.state;
  if (!row || row.asOfDay === 0 || last === null || past.asOfDay - context.dayOf(last) <= QUIET_DAYS) return false;
  const tally: Tally = { ...tallyOf(row), reach: 0 };
  save(sql, contactId, rowOf(present, context, now, { past, tally, log: [] }));
  sql.prepare('DELETE FROM ContactAnswer WHERE contactId = ?').run(contactId);
  return true;
}

/** Removes what was counted of somebody without any interaction. */
export function dropPast(sql: Sql, contactId: number): void {
  sql.prepare('DELETE FROM ContactAnswer WHERE contactId = ?').run(contactId);
  sql.prepare('DELETE FROM ContactPast WHERE contactId = ?').run(contactId);
}

function pastContext(context: HealthContext, { reading }: PresentReading): PastContext {
  const { dayOf } = context;
  return { asOfDay: context.asOfDay() ?? dayOf(reading.readAt), dayOf, options: readOptions(context) };
}

interface Counted {
  past: PastContext;
  tally: Tally;
  log: readonly LogEvent[];
}

const monthBegins = ({ asOfDay, dayOf }: Pick<PastContext, 'asOfDay' | 'dayOf'>) =>
  beginOfDay(firstDayOfMonth(monthOfDay(asOfDay)), dayOf);

function rowOf(present: PresentReading, context: HealthContext, now: number, { past, tally, log }: Counted): PastRow {
  const { state, reading, timeRuns } = present;
  const [before, atMonth] = pointsAt(log, state, [reading.readAt - BEFORE_DAYS * DAY, monthBegins(past)], past);
  const row: PastRow = {
    ...UNREAD,
    dueDay: timeRuns ? context.dayOf(now) + 1 : null,
    asOfDay: past.asOfDay,
    healthBefore: before?.health ?? null,
    tieBefore: before?.tie ?? null,
    stateAtMonth: atMonth?.state ?? null,
  };
  return { ...row, ...presentColumns(row, present, context), ...tallyColumns(tally, present, context) };
}

function countOn(
  sql: Sql, contactId: number, present: PresentReading, context: HealthContext, now: number, row: PastRow, appended: readonly LogEvent[],
): void {
  const { dayOf } = context;
  const past: PastContext = { asOfDay: row.asOfDay, dayOf, options: readOptions(context) };
  const { tally, answers } = tallyOn(tallyOf(row), appended, past);
  // What is logged of weeks ago lies before moments that were read already.
  const earliest = Math.max(now - BEFORE_DAYS * DAY, monthBegins(past));
  const outdated = appended.some(({ at }) => at < earliest);
  save(sql, contactId, {
    ...row, ...presentColumns(row, present, context), ...tallyColumns(tally, present, context),
    dueDay: outdated ? AT_ONCE : appended.length > 0 && row.dueDay === null && present.timeRuns ? AT_ONCE : row.dueDay,
  });
  addAnswers(sql, contactId, answers);
}

function presentColumns(row: PastRow, { state, reading }: PresentReading, { dayOf }: HealthContext): Partial<PastRow> {
  const { health, readAt, measures } = reading;
  const tie = Math.round(100 * tieStrength(state, readAt));
  const place = HEALTH_STATES.indexOf(reading.state);
  const trend = trendOf(health, row.healthBefore, measures.newSource);
  return {
    readDay: dayOf(readAt), health, tie, state: place,
    move: packMove({ from: row.stateAtMonth, to: place, trend }),
    weight: plotWeight(tie, health, row.healthBefore),
  };
}

function tallyColumns(tally: Tally, { reading }: PresentReading, { dayOf }: HealthContext): Partial<PastRow> {
  const { reach, spoken, exchangeMonth, monthsSpoken, call } = tally;
  return {
    reach, spoken, exchangeMonth, monthsSpoken,
    monthsSeen: monthsSeen(exchangeMonth, dayOf(reading.readAt)),
    callAt: call?.at ?? null,
    callBy: call === null ? null : call.direction === 'in' ? SIDES.theirs : SIDES.yours,
  };
}

function tallyOf({ reach, spoken, exchangeMonth, monthsSpoken, callAt, callBy }: PastRow): Tally {
  const call = callAt === null ? null : { at: callAt, direction: callBy === SIDES.theirs ? 'in' : 'out' } as const;
  return { reach, spoken, exchangeMonth, monthsSpoken, call };
}

/** Neither removed nor merged into another. */
function isKept(sql: Sql, contactId: number): boolean {
  return sql.prepare('SELECT 1 FROM Contact WHERE id = ? AND deletedAt IS NULL AND mergedIntoId IS NULL').get(contactId) !== undefined;
}

function hide(sql: Sql, contactId: number): void {
  if (sql.prepare('SELECT 1 FROM Contact WHERE id = ?').get(contactId) === undefined) return;
  save(sql, contactId, UNREAD);
  sql.prepare('DELETE FROM ContactAnswer WHERE contactId = ?').run(contactId);
}

function storedPast(sql: Sql, contactId: number): PastRow | undefined {
  return sql.prepare<[number], PastRow>(`SELECT ${COLUMNS.join(', ')} FROM ContactPast WHERE contactId = ?`).get(contactId);
}

function save(sql: Sql, contactId: number, row: PastRow): void {
  sql.prepare(SAVE).run(contactId, ...COLUMNS.map((column) => row[column]));
}

function addAnswers(sql: Sql, contactId: number, answers: readonly Answer[]): void {
  if (answers.length === 0) return;
  const insert = sql.prepare('INSERT INTO ContactAnswer (contactId, answeredAt, side, minutes, bucket) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  for (const { side, took, at } of answers) insert.run(contactId, at, SIDES[side], Math.floor(took / MINUTE), answerBucket(took));
}
