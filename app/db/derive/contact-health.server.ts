/** The folded state of each contact and what is read from it, kept in step with the log; the stage follows the same log. */
import {
  foldInteraction, healthStateSchema, HEALTH_MODEL_VERSION, nextChange, rebuildHealth, tieStrength,
  type HealthEvent, type HealthState, type Seen, type SourceCoverage,
} from '../../domain/health';
import { away, NOT_KEPT, type Keeping } from '../../domain/contacts/keeping';
import { quietOf } from '../../domain/contacts/wishes';
import { calendarDay } from '../../lib/dates';
import type { Sql } from '../connection.server';
import { keptPerson, sharedGaps, type Kept, type SharedGaps } from '../keeping.server';
import { followStage } from './contact-stage.server';

/** What reading anybody's health needs to know besides their log. */
export interface HealthContext {
  /** Per own account, by its id as text: the name of the source in the log. */
  coverage: Record<string, SourceCoverage>;
  dayOf: (at: number) => number;
  /** Gaps set on tags and stages. */
  gaps: SharedGaps;
}

interface CoverageRow {
  ownAccountId: number;
  from: number | null;
  to: number | null;
  seesIn: 0 | 1;
  seesOut: 0 | 1;
  live: 0 | 1;
}

/** Kinds whose coverage says whether words in a direction could be seen. */
const WORDS = `('message', 'email', 'reply', 'mention', 'comment', 'meeting', 'call')`;

/** Reads zone, coverage and shared gaps once for many contacts. */
export function healthContext(sql: Sql): HealthContext {
  const zone = sql.prepare<[], { timeZone: string }>('SELECT timeZone FROM Workspace WHERE id = 1').get()?.timeZone ?? 'UTC';
  const rows = sql
    .prepare<[], CoverageRow>(
      `SELECT ownAccountId, min("from") AS "from", max("to") AS "to", max("to" IS NULL) AS live,
              max(direction = 'in') AS seesIn, max(direction = 'out') AS seesOut
       FROM Coverage WHERE kind IN ${WORDS} GROUP BY ownAccountId`,
    )
    .all();
  const coverage: Record<string, SourceCoverage> = {};
  for (const row of rows) {
    coverage[String(row.ownAccountId)] = {
      start: row.from,
      end: row.live === 1 ? null : row.to,
      seesIn: row.seesIn === 1,
      seesOut: row.seesOut === 1,
    };
  }
  return { coverage, dayOf: calendarDay(zone), gaps: sharedGaps(sql) };
}

/** A contact's log as health sees it, oldest first. */
export function healthLog(sql: Sql, contactId: number): HealthEvent[] {
  return sql
    .prepare<[number], { at: number; direction: 1 | 2; ownAccountId: number }>(
      `SELECT occurredAt AS at, direction, ownAccountId FROM ContactEvent
       WHERE contactId = ? AND countsForHealth = 1 AND direction < 3 ORDER BY occurredAt, interactionId`,
    )
    .all(contactId)
    .map((row) => ({ at: row.at, direction: row.direction === 1 ? 'in' : 'out', source: String(row.ownAccountId) }));
}

/** The stored state, if it was folded by today's model. */
export function storedHealth(sql: Sql, contactId: number): HealthState | null {
  const row = sql
    .prepare<[number], { modelVersion: number; state: string }>(
      'SELECT modelVersion, state FROM ContactHealth WHERE contactId = ?',
    )
    .get(contactId);
  if (!row || row.modelVersion !== HEALTH_MODEL_VERSION) return null;
  const parsed = healthStateSchema.safeParse(JSON.parse(row.state));
  return parsed.success ? parsed.data : null;
}

/**
 * Folds what came last onto the stored state in constant time, or rebuilds the contact from its log where something
 * came out of order, was changed or was taken away.
 * @param appended events new since the state was stored; null when anything else may have changed
 */
export function refreshHealth(
  sql: Sql,
  contactId: number,
  context: HealthContext,
  now: number,
  appended: HealthEvent[] | null = null,
): void {
  const stored = appended ? storedHealth(sql, contactId) : null;
  const inOrder = stored && appended?.every((event) => stored.last !== null && event.at >= stored.last);
  let state: HealthState;
  if (stored && appended && inOrder) {
    state = [...appended].sort((a, b) => a.at - b.at).reduce((folded, event) => foldInteraction(folded, event, context.dayOf), stored);
  } else {
    state = rebuildHealth(healthLog(sql, contactId), context.dayOf);
  }
  if (state.last === null) sql.prepare('DELETE FROM ContactHealth WHERE contactId = ?').run(contactId);
  else writeHealth(sql, contactId, state, context, now);
  followStage(sql, contactId);
}

/** Reads the state at `now`, or while they are away at the moment they left, and stores both; and what is announced of them. */
export function writeHealth(sql: Sql, contactId: number, state: HealthState, context: HealthContext, now: number): void {
  const kept = keptPerson(sql, contactId, context.gaps) ?? NOBODY_KEPT;
  const options = { coverage: context.coverage };
  const { reading, quiet } = quietOf(state, kept, now, options);
  sql
    .prepare(
      `INSERT OR REPLACE INTO ContactHealth
         (contactId, modelVersion, state, health, stateName, tie, readAt, lastInAt, lastOutAt, nextChangeAt, lowerSince, announced, quietRank)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      contactId, HEALTH_MODEL_VERSION, JSON.stringify(state), reading.health, reading.state,
      tieStrength(state, reading.readAt), reading.readAt, state.lastIn, state.lastOut,
      nextVisit(kept.keeping, now, quiet.nextAt, () => nextChange(state, now, options)),
      quiet.lowerSince, quiet.announcement?.what ?? null, quiet.announcement?.rank ?? null,
    );
}

const NOBODY_KEPT: Kept = { keeping: NOT_KEPT, gap: null, seen: null };

/** When reading or announcement can change by themselves. While somebody is away, the reading stands still. */
function nextVisit(keeping: Keeping, now: number, announced: number | null, nextReading: () => number | null): number | null {
  const read = away(keeping, now) ? null : nextReading();
  return announced === null || read === null ? (announced ?? read) : Math.min(announced, read);
}

/** What is announced of somebody, for who says that they have seen it. */
export interface PresentAnnouncement {
  /** Their rest is over, and it is asked what to do. */
  asked: boolean;
  /** What else there is to be seen; null where nothing is. */
  what: Seen | null;
  /** The last sign of either side, UTC milliseconds. */
  lastSign: number;
}

/** Read at `now`, whatever was stored. Null where nothing is announced. */
export function announcementOf(sql: Sql, contactId: number, now: number): PresentAnnouncement | null {
  const context = healthContext(sql);
  const state = storedHealth(sql, contactId);
  const kept = keptPerson(sql, contactId, context.gaps);
  if (state?.last == null || kept === null) return null;
  const announced = (keeping: Keeping) => quietOf(state, { ...kept, keeping }, now, { coverage: context.coverage }).quiet.announcement?.what ?? null;
  const first = announced(kept.keeping);
  if (first === null) return null;
  const what = first === 'ask_again' ? announced({ ...kept.keeping, restedAt: null, askAgainAt: null }) : first;
  return { asked: first === 'ask_again', what: what === 'ask_again' ? null : what, lastSign: state.last };
}

/** Reads again everybody whose state can have changed by itself. Returns how many were visited. */
export function sweepHealth(sql: Sql, now: number, limit: number): number {
  const due = sql
    .prepare<[number, number], { contactId: number }>(
      'SELECT contactId FROM ContactHealth WHERE nextChangeAt <= ? ORDER BY nextChangeAt LIMIT ?',
    )
    .all(now, limit);
  readAgain(sql, due.map(({ contactId }) => contactId), now);
  return due.length;
}

/** Reads stored states again, where nothing happened but what they are read with has changed. */
export function readAgain(sql: Sql, contactIds: readonly number[], now: number): void {
  const context = healthContext(sql);
  for (const contactId of contactIds) {
    const state = storedHealth(sql, contactId);
    if (state) writeHealth(sql, contactId, state, context, now);
    else refreshHealth(sql, contactId, context, now);
  }
}
