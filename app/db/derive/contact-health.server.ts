/** The folded state of each contact and what is read from it, kept in step with the log; the stage follows the same log. */
import { INTERACTION_KINDS } from '../../domain/activity';
import type { LogEvent } from '../../domain/contacts/events';
import {
  foldInteraction, healthStateSchema, HEALTH_MODEL_VERSION, nextChange, rebuildHealth, tieStrength,
  type HealthState, type Intercepts, type Seen, type SourceCoverage,
} from '../../domain/health';
import { away, NOT_KEPT, type Keeping } from '../../domain/contacts/keeping';
import { quietOf } from '../../domain/contacts/wishes';
import { calendarDay } from '../../lib/dates';
import type { Sql } from '../connection.server';
import { keptPerson, sharedGaps, type Kept, type SharedGaps } from '../keeping.server';
import { asOfDayKept } from './as-of.server';
import { dropPast, writePast, type Heard } from './contact-past.server';
import { followStage } from './contact-stage.server';

/** What reading anybody's health needs to know besides their log: the options of `readHealth`, and the calendar. */
export interface HealthContext {
  /** Per own account, by its id as text: the name of the source in the log. */
  coverage: Record<string, SourceCoverage>;
  /** The workspace's own intercepts; 0 where none were fitted by today's model. */
  delta: Pick<Intercepts, 'twoWay' | 'inbound'>;
  dayOf: (at: number) => number;
  /** IANA name. */
  zone: string;
  /** See as-of.server.ts; null where nobody was read yet. */
  asOfDay: () => number | null;
  /** Gaps set on tags and stages. */
  gaps: SharedGaps;
}

interface CoverageRow {
  ownAccountId: number;
  archive: 0 | 1;
  /** Null where nothing says what the account could see. */
  ofWords: 0 | 1 | null;
  from: number | null;
  to: number | null;
  seesIn: 0 | 1;
  seesOut: 0 | 1;
  live: 0 | 1;
  /** Of some kind only the user's side is shown; of some kind only theirs. */
  hidesIn: 0 | 1;
  hidesOut: 0 | 1;
}

/** Kinds whose coverage says whether words in a direction could be seen. */
const WORDS = `('message', 'email', 'reply', 'mention', 'comment', 'meeting', 'call')`;
/** Kinds that never count towards health: seeing them is no view of anybody. */
const UNCOUNTED = `('follow', 'system')`;
const KINDS = `(${INTERACTION_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * What of an archive stays when its import was taken back: nobody knows any more what it could see. So time stands
 * still at the last interaction, and nothing is said of answers.
 */
const NOTHING_KNOWN: SourceCoverage = { start: null, end: -Infinity, seesIn: true, seesOut: false };

/** Reads zone, intercepts, coverage and shared gaps once for many contacts. */
export function healthContext(sql: Sql): HealthContext {
  const { zone, ...delta } = sql
    .prepare<[number], { zone: string; twoWay: number; inbound: number }>(
      `SELECT w.timeZone AS zone, coalesce(f.twoWay, 0) AS twoWay, coalesce(f.inbound, 0) AS inbound
       FROM Workspace w LEFT JOIN WorkspaceFit f ON f.id = 1 AND f.modelVersion = ? WHERE w.id = 1`,
    )
    .get(HEALTH_MODEL_VERSION) ?? { zone: 'UTC', twoWay: 0, inbound: 0 };
  const rows = sql
    .prepare<[], CoverageRow>(
      `SELECT a.id AS ownAccountId, a.access = 'archive' AS archive, v.kind IN ${WORDS} AS ofWords, min(v."from") AS "from",
              max(v."to") AS "to", max(v."to" IS NULL) AS live, max(v.inn) AS seesIn, max(v.out) AS seesOut,
              max(NOT v.inn) AS hidesIn, max(NOT v.out) AS hidesOut
       FROM OwnAccount a LEFT JOIN (
         SELECT ownAccountId, kind, min("from") AS "from", CASE WHEN max("to" IS NULL) THEN NULL ELSE max("to") END AS "to",
                max(direction = 'in') AS inn, max(direction = 'out') AS out
         FROM Coverage WHERE kind IN ${KINDS} AND kind NOT IN ${UNCOUNTED} GROUP BY ownAccountId, kind
       ) v ON v.ownAccountId = a.id
       GROUP BY a.id, ofWords ORDER BY a.id, ofWords`,
    )
    .all();
  const coverage: Record<string, SourceCoverage> = {};
  // Words come last and win: only where an account shows none do invitations or likes say how far it sees.
  for (const row of rows) {
    if (row.ofWords !== null) coverage[String(row.ownAccountId)] = shown(row);
    else if (row.archive === 1) coverage[String(row.ownAccountId)] = NOTHING_KNOWN;
  }
  return { coverage, delta, dayOf: calendarDay(zone), zone, asOfDay: asOfDayKept(sql), gaps: sharedGaps(sql) };
}

function shown({ from, to, live, seesIn, seesOut, hidesIn, hidesOut }: CoverageRow): SourceCoverage {
  return {
    start: from, end: live === 1 ? null : to, seesIn: seesIn === 1, seesOut: seesOut === 1,
    hidesIn: seesIn === 1 && hidesIn === 1, hidesOut: seesOut === 1 && hidesOut === 1,
  };
}

/** A contact's log as health sees it, oldest first. */
export function healthLog(sql: Sql, contactId: number): LogEvent[] {
  return sql
    .prepare<[number], { at: number; direction: 1 | 2; ownAccountId: number; weight: number }>(
      `SELECT occurredAt AS at, direction, ownAccountId, weight FROM ContactEvent
       WHERE contactId = ? AND countsForHealth = 1 AND direction < 3 ORDER BY occurredAt, interactionId`,
    )
    .all(contactId)
    .map(({ at, direction, ownAccountId, weight }) => ({
      at, direction: direction === 1 ? 'in' : 'out', source: String(ownAccountId), weight,
    }));
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
  appended: LogEvent[] | null = null,
): void {
  const stored = appended ? storedHealth(sql, contactId) : null;
  const inOrder = stored && appended?.every((event) => stored.last !== null && event.at >= stored.last);
  if (stored && appended && inOrder) {
    const sorted = appended.toSorted((a, b) => a.at - b.at);
    const state = sorted.reduce((folded, event) => foldInteraction(folded, event, context.dayOf), stored);
    writeHealth(sql, contactId, state, context, now, { appended: sorted });
  } else {
    const log = healthLog(sql, contactId);
    if (log.length > 0) writeHealth(sql, contactId, rebuildHealth(log, context.dayOf), context, now, { log });
    else dropHealth(sql, contactId);
  }
  followStage(sql, contactId);
}

function dropHealth(sql: Sql, contactId: number): void {
  sql.prepare('DELETE FROM ContactHealth WHERE contactId = ?').run(contactId);
  dropPast(sql, contactId);
}

/**
 * Reads the state at `now`, or while they are away at the moment they left, and stores both; and what is announced of them.
 * @param heard how the state came about, for what is counted of the past; null where only time went on
 */
export function writeHealth(
  sql: Sql,
  contactId: number,
  state: HealthState,
  context: HealthContext,
  now: number,
  heard: Heard = null,
): void {
  const kept = keptPerson(sql, contactId, context.gaps) ?? NOBODY_KEPT;
  const { reading, quiet } = quietOf(state, kept, now, context);
  const next = nextVisit(kept.keeping, now, quiet.nextAt, () => nextChange(state, now, context));
  sql
    .prepare(
      `INSERT OR REPLACE INTO ContactHealth
         (contactId, modelVersion, state, health, stateName, tie, readAt, lastInAt, lastOutAt, nextChangeAt, lowerSince, announced, quietRank)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      contactId, HEALTH_MODEL_VERSION, JSON.stringify(state), reading.health, reading.state,
      tieStrength(state, reading.readAt), reading.readAt, state.lastIn, state.lastOut, next,
      quiet.lowerSince, quiet.announcement?.what ?? null, quiet.announcement?.rank ?? null,
    );
  writePast(sql, contactId, { state, reading, timeRuns: next !== null }, context, now, heard);
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
  const announced = (keeping: Keeping) => quietOf(state, { ...kept, keeping }, now, context).quiet.announcement?.what ?? null;
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
