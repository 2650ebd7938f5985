/**
 * What an import that was taken back left behind because somebody had worked on it. It goes with the last of that work,
 * as it would have gone with the import.
 */
import { undoResultSchema, type UndoResult } from '../../domain/imports/run';
import { MINUTE } from '../../lib/dates';
import type { Sql } from '../connection.server';
import { refreshDerived } from '../derive/refresh-derived.server';
import { dropScope, layScope, LEFTOVER, LEFTOVER_MEMBERS, leftover, runsInScope, type Touched } from './leftover-scope.server';
import { ENTITY, ROLE, TAKEN_BACK } from './provenance.server';
import { IS_REMOVABLE, removeAll } from './removable.server';
import { removeRows, type RemovalStep } from './removal-steps.server';
import { forgetSource, STAYED_LISTED } from './undo-run.server';
import { prepareWorkedOn } from './worked-on.server';

const AT_ONCE = () => undefined;

/**
 * To be called inside the transaction that took the work back.
 * @param touched what the work was on
 * @returns the names of the people that went
 */
export function removeLeftovers(sql: Sql, touched: Touched, now: number): string[] {
  if (!isLeftBehind(sql, touched)) return [];
  layScope(sql, touched);
  const gone = runsInScope(sql).flatMap((run) => removeOfRun(sql, run, now));
  refreshWhatStays(sql, now);
  dropScope(sql);
  return gone;
}

/** Cheap, and false for nearly everybody: nothing of an import that was taken back is among it. */
function isLeftBehind(sql: Sql, { contacts, conversations }: Touched): boolean {
  const held = sql.prepare<[{ entity: number; ids: string }]>(
    `SELECT 1 FROM ImportRun u CROSS JOIN json_each(@ids) t
     JOIN ImportRunRow r ON r.importRunId = u.id AND r.entity = @entity AND r.rowId = t.value
     WHERE u.status IN ${TAKEN_BACK} LIMIT 1`,
  );
  const isHeld = (entity: number, ids: readonly number[]) => held.get({ entity, ids: JSON.stringify(ids) }) !== undefined;
  return isHeld(ENTITY.contact, contacts) || isHeld(ENTITY.conversation, conversations);
}

interface Person {
  id: number;
  name: string;
}

function removeOfRun(sql: Sql, importRunId: number, now: number): string[] {
  const workedOn = prepareWorkedOn(sql, importRunId, LEFTOVER);
  const people = peopleOf(sql, importRunId);
  const step: RemovalStep = (removal) => {
    const among = removal.entity === 'member' ? LEFTOVER_MEMBERS : leftover(removal.entity);
    return removeAll(sql, importRunId, { ...removal, among }, AT_ONCE);
  };
  const removed = removeRows(sql, step, now);
  forgetSource(sql, importRunId);
  correctResult(sql, importRunId, people, { removed, stayed: workedOn.stayed(STAYED_LISTED) });
  workedOn.drop();
  const isThere = sql.prepare('SELECT 1 FROM Contact WHERE id = ?');
  return people.filter(({ id }) => isThere.get(id) === undefined).map(({ name }) => name);
}

/** Who stayed behind of a run, of those in the scope. */
function peopleOf(sql: Sql, importRunId: number): Person[] {
  return sql
    .prepare<[{ run: number }], Person>(
      `SELECT c.id, c.name FROM ImportRunRow r JOIN Contact c ON c.id = r.rowId
       WHERE r.importRunId = @run AND r.entity = ${ENTITY.contact} AND r.rowId IN (${LEFTOVER.contacts}) AND ${IS_REMOVABLE}`,
    )
    .all({ run: importRunId });
}

/** The import's line goes on saying what was taken out, and who stayed and why. */
function correctResult(sql: Sql, importRunId: number, people: readonly Person[], { removed, stayed }: UndoResult): void {
  const text = sql.prepare<[number], string | null>('SELECT result FROM ImportRun WHERE id = ?').pluck().get(importRunId);
  if (text === null || text === undefined) return;
  const before = undoResultSchema.parse(JSON.parse(text));
  const others = [...before.stayed];
  for (const { name } of people) {
    const place = others.findIndex((one) => one.name === name);
    if (place >= 0) others.splice(place, 1);
  }
  const sum = (kind: keyof UndoResult['removed']) => before.removed[kind] + removed[kind];
  const result: UndoResult = {
    removed: {
      people: sum('people'), audience: sum('audience'), conversations: sum('conversations'),
      interactions: sum('interactions'), relations: sum('relations'),
    },
    stayed: [...others, ...stayed].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, STAYED_LISTED),
  };
  sql.prepare('UPDATE ImportRun SET result = ?, version = version + 1 WHERE id = ?').run(JSON.stringify(result), importRunId);
}

function refreshWhatStays(sql: Sql, now: number): void {
  const ids = (rows: string, table: string) => sql.prepare<[], number>(`SELECT id FROM ${table} WHERE id IN (${rows})`).pluck().all();
  const contacts = new Map(ids(LEFTOVER.contacts, 'Contact').map((id) => [id, null]));
  refreshDerived(sql, { contacts, conversations: ids(LEFTOVER.conversations, 'Conversation') }, now);
}

/** A composer stays empty for a while when its words are only being put differently. */
const EMPTIED_FOR = 15 * MINUTE;

/**
 * Emptying a draft is nothing to take back, so no undo removes what only the draft had kept: the clock does.
 * @returns the names of the people that went
 */
export function sweepLeftovers(sql: Sql, now: number): string[] {
  const conversations = emptied(sql, now - EMPTIED_FOR);
  // Nearly always: and then nobody else has to wait for the write lock.
  if (conversations.length === 0) return [];
  return sql.transaction(() => removeLeftovers(sql, { contacts: [], conversations }, now)).immediate();
}

/** Conversations with an empty draft that only runs which were taken back answer for. */
function emptied(sql: Sql, before: number): number[] {
  return sql
    .prepare<[number], number>(
      `SELECT d.conversationId FROM Draft d WHERE trim(d.text) = '' AND d.updatedAt <= ? AND EXISTS (
         SELECT 1 FROM ImportRun run CROSS JOIN ImportRunRow r ON r.importRunId = run.id
         WHERE run.status IN ${TAKEN_BACK} AND r.entity = ${ENTITY.conversation} AND r.rowId = d.conversationId AND r.role = ${ROLE.added}
           AND ${IS_REMOVABLE.replaceAll('@run', 'run.id')})`,
    )
    .pluck()
    .all(before);
}
