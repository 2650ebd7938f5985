/**
 * One command, one transaction: the rows, their inverse, the audit event and everything derived from them land together
 * or not at all. Synchronous on purpose (see connection.server.ts).
 */
import type { LogEvent } from '../domain/contacts/events';
import { newPublicId } from '../lib/ids.server';
import type { Sql } from './connection.server';
import { refreshDerived } from './derive/refresh-derived.server';
import {
  deleteRow, insertRow, readRow, updateRow, type Step, type StoredRow,
} from './journal.server';
import { TABLE_KEYS, VERSIONED, type Key, type TableName, type Tables } from './rows.server';

/** Who acts. Null: Kith itself. */
export interface Actor {
  teammateId: number | null;
}

export interface CommandMeta {
  actor: Actor;
  /** "close-conversation": for the audit, in the words of the command's file. */
  verb: string;
  /** What undo says: "Done with Kwame". */
  sentence: string;
  /** Public id of what it is about, for the audit. */
  subject?: string;
  /** A second call with the same key does nothing. */
  idempotencyKey?: string;
  /** UTC milliseconds. */
  now: number;
}

/** What a command may do inside its transaction. Every change is remembered for undo. */
export interface Work {
  sql: Sql;
  now: number;
  /** Makes a row; `publicId`, `version` and `updatedById` are filled in where the table has them. Returns the rowid. */
  insert<T extends TableName>(table: T, values: Omit<Partial<Tables[T]>, 'version' | 'updatedById'>): number;
  /** Changes columns of a row and raises its version. Throws where the row is gone. */
  update<T extends TableName>(table: T, key: Key<T>, changes: Partial<Tables[T]>): void;
  remove<T extends TableName>(table: T, key: Key<T>): void;
  /**
   * The contact's health is brought up to date before the commit: in constant time where all that happened is one
   * more event, otherwise from the log.
   */
  touchContact(id: number, appended?: LogEvent): void;
  touchConversation(id: number): void;
}

export interface Done<T> {
  result: T;
  /** What `undo` takes; null where the idempotency key had been seen and nothing happened. */
  journalId: string | null;
  sentence: string;
}

const WITH_PUBLIC_ID: ReadonlySet<TableName> = new Set<TableName>([
  'OwnAccount', 'Identity', 'Contact', 'ContactMerge', 'Relation', 'Conversation', 'Interaction', 'Tag', 'Note', 'Teammate', 'Workspace', 'ImportRun',
]);

/** Only what SQLite takes: undefined is no value, a boolean is 0 or 1. */
function toRow(values: object): StoredRow {
  const row: StoredRow = {};
  for (const [column, given] of Object.entries(values)) {
    if (given === undefined) continue;
    if (given === null || typeof given === 'string' || typeof given === 'number') row[column] = given;
    else throw new TypeError(`${column} is no value of a row`);
  }
  return row;
}

/** Remembers the inverse of everything it does. */
class Recorder implements Work {
  readonly steps: Step[] = [];
  readonly contacts = new Map<number, LogEvent[] | null>();
  readonly conversations = new Set<number>();

  constructor(
    readonly sql: Sql,
    readonly now: number,
    private readonly actor: Actor,
  ) {}

  insert<T extends TableName>(table: T, values: Omit<Partial<Tables[T]>, 'version' | 'updatedById'>): number {
    const row = toRow(values);
    if (WITH_PUBLIC_ID.has(table)) row['publicId'] ??= newPublicId();
    if (VERSIONED.has(table)) Object.assign(row, { version: 1, updatedById: this.actor.teammateId });
    const id = insertRow(this.sql, table, row);
    const key = keyOf(table, row, id);
    this.steps.push({ op: 'insert', table, key, version: VERSIONED.has(table) ? 1 : null });
    return id;
  }

  update<T extends TableName>(table: T, key: Key<T>, changes: Partial<Tables[T]>): void {
    const where = toRow(key);
    const present = readRow(this.sql, table, where);
    if (!present) throw new GoneError(`That ${table.toLowerCase()} is no longer there.`);
    const next = toRow(changes);
    let version: number | null = null;
    if (VERSIONED.has(table)) {
      version = Number(present['version']) + 1;
      Object.assign(next, { version, updatedById: this.actor.teammateId });
    }
    const before = Object.fromEntries(Object.keys(next).map((column) => [column, present[column] ?? null]));
    updateRow(this.sql, table, where, next);
    const after = version === null ? next : table === 'Identity' ? toRow(changes) : null;
    this.steps.push({ op: 'update', table, key: where, version, before, ...(after ? { after } : {}) });
  }

  remove<T extends TableName>(table: T, key: Key<T>): void {
    const where = toRow(key);
    const before = readRow(this.sql, table, where);
    if (!before) return;
    deleteRow(this.sql, table, where);
    this.steps.push({ op: 'delete', table, key: where, before });
  }

  touchContact(id: number, appended?: LogEvent): void {
    const earlier = this.contacts.get(id);
    if (!appended || earlier === null) this.contacts.set(id, null);
    else this.contacts.set(id, [...(earlier ?? []), appended]);
  }

  touchConversation(id: number): void {
    this.conversations.add(id);
  }
}

/** Changes without a journal, for what is taken back another way. What it touched is the caller's to bring up to date. */
export interface UnrecordedWork extends Work {
  readonly contacts: ReadonlyMap<number, LogEvent[] | null>;
  readonly conversations: ReadonlySet<number>;
}

/** To be used inside a transaction of the caller's. */
export function unrecorded(sql: Sql, actor: Actor, now: number): UnrecordedWork {
  return new Recorder(sql, now, actor);
}

/** Somebody removed what a command was about. */
export class GoneError extends Error {
  override name = 'GoneError';
}

function keyOf(table: TableName, row: StoredRow, id: number): StoredRow {
  const columns: readonly string[] = TABLE_KEYS[table];
  if (columns[0] === 'id') return { id };
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

/**
 * Runs a command.
 * @throws whatever `work` throws, with nothing written
 */
export function transact<T>(sql: Sql, meta: CommandMeta, work: (recorder: Work) => T): Done<T | null> {
  return sql
    .transaction((): Done<T | null> => {
      if (meta.idempotencyKey !== undefined && seen(sql, meta.idempotencyKey)) {
        return { result: null, journalId: null, sentence: meta.sentence };
      }
      const recorder = new Recorder(sql, meta.now, meta.actor);
      const result = work(recorder);
      // First the journal: a stage that the user set is known by its entry.
      const journalId = record(sql, meta, recorder);
      refreshDerived(sql, { contacts: recorder.contacts, conversations: recorder.conversations }, meta.now);
      return { result, journalId, sentence: meta.sentence };
    })
    .immediate();
}

function seen(sql: Sql, idempotencyKey: string): boolean {
  return sql.prepare('SELECT 1 FROM JournalEntry WHERE idempotencyKey = ?').get(idempotencyKey) !== undefined;
}

function record(sql: Sql, meta: CommandMeta, recorder: Recorder): string {
  const journalId = newPublicId();
  sql
    .prepare(
      `INSERT INTO JournalEntry (publicId, at, teammateId, verb, sentence, idempotencyKey, inverse, touched)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      journalId, meta.now, meta.actor.teammateId, meta.verb, meta.sentence, meta.idempotencyKey ?? null,
      JSON.stringify(recorder.steps),
      JSON.stringify({ contacts: [...recorder.contacts.keys()], conversations: [...recorder.conversations] }),
    );
  audit(sql, { at: meta.now, teammateId: meta.actor.teammateId, verb: meta.verb, subject: meta.subject ?? null });
  return journalId;
}

/** Writes who did what. Never message text or addresses. */
export function audit(
  sql: Sql,
  event: { at: number; teammateId: number | null; verb: string; subject: string | null; detail?: Record<string, string | number> },
): void {
  sql
    .prepare('INSERT INTO AuditEvent (publicId, at, teammateId, verb, subject, detail) VALUES (?, ?, ?, ?, ?, ?)')
    .run(newPublicId(), event.at, event.teammateId, event.verb, event.subject, JSON.stringify(event.detail ?? {}));
}
