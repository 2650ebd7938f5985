/**
 * The journal: every command leaves the steps that take it back. A step applies only while its row still has the
 * version the command left it at; what somebody changed since is left alone and named.
 */
import { z } from 'zod';
import type { Sql } from './connection.server';
import { TABLE_KEYS, VERSIONED, type TableName } from './rows.server';

const value = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), value);
const table = z.enum(Object.keys(TABLE_KEYS) as [TableName, ...TableName[]]);

const stepSchema = z.discriminatedUnion('op', [
  /** A row was made: undo removes it. */
  z.object({ op: z.literal('insert'), table, key: row, version: z.number().nullable() }),
  /**
   * A row was changed: undo puts these columns back. `after` stands in for the version of rows that have none; and of
   * identities, whose version every import raises: what counts is whether they still hang where they were hung.
   */
  z.object({ op: z.literal('update'), table, key: row, version: z.number().nullable(), before: row, after: row.optional() }),
  /** A row was removed: undo puts it back whole. */
  z.object({ op: z.literal('delete'), table, key: row, before: row }),
]);
export type Step = z.infer<typeof stepSchema>;
export type StoredRow = z.infer<typeof row>;

export const touchedSchema = z.object({ contacts: z.array(z.number()), conversations: z.array(z.number()) });
export type Touched = z.infer<typeof touchedSchema>;

/** Parses the steps of an entry. */
export function parseSteps(json: string): Step[] {
  return z.array(stepSchema).parse(JSON.parse(json));
}

/** `"a" = @a AND "b" = @b` for a row's key. */
export function whereKey(key: StoredRow): string {
  return Object.keys(key)
    .map((column) => `"${column}" = @${column}`)
    .join(' AND ');
}

/** Reads one row by its key. */
export function readRow(sql: Sql, table: TableName, key: StoredRow): StoredRow | null {
  const found = sql.prepare(`SELECT * FROM "${table}" WHERE ${whereKey(key)}`).get(key);
  return found === undefined ? null : row.parse(found);
}

/** Writes a row as it is. */
export function insertRow(sql: Sql, table: TableName, values: StoredRow): number {
  const columns = Object.keys(values);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map((column) => `@${column}`).join(', ');
  const { lastInsertRowid } = sql.prepare(`INSERT INTO "${table}" (${names}) VALUES (${marks})`).run(values);
  return Number(lastInsertRowid);
}

/** Sets columns of one row. */
export function updateRow(sql: Sql, table: TableName, key: StoredRow, changes: StoredRow): void {
  const columns = Object.keys(changes);
  if (columns.length === 0) return;
  const set = columns.map((column) => `"${column}" = @set_${column}`).join(', ');
  const prefixed = Object.fromEntries(columns.map((column) => [`set_${column}`, changes[column] ?? null]));
  sql.prepare(`UPDATE "${table}" SET ${set} WHERE ${whereKey(key)}`).run({ ...key, ...prefixed });
}

/** Removes one row. */
export function deleteRow(sql: Sql, table: TableName, key: StoredRow): void {
  sql.prepare(`DELETE FROM "${table}" WHERE ${whereKey(key)}`).run(key);
}

/**
 * Takes one step back.
 * @returns false where the row has been changed, removed or made again since, or what it belongs to is gone
 */
export function revertStep(sql: Sql, step: Step): boolean {
  try {
    return revert(sql, step);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false;
    throw error;
  }
}

function revert(sql: Sql, step: Step): boolean {
  const present = readRow(sql, step.table, step.key);
  if (step.op === 'delete') {
    if (present) return false;
    insertRow(sql, step.table, step.before);
    return true;
  }
  if (!present) return false;
  const sameVersion = !VERSIONED.has(step.table) || present['version'] === step.version;
  if (step.op === 'insert') {
    const goes = sameVersion && !(step.table === 'Contact' && isSomebodysElse(sql, step.key));
    if (goes) deleteRow(sql, step.table, step.key);
    return goes;
  }
  if (step.after ? !holds(present, step.after) : !sameVersion) return false;
  const { version: _version, updatedById: _updatedById, ...columns } = step.before;
  updateRow(sql, step.table, step.key, sameVersion ? step.before : columns);
  return true;
}

/** An import has given them another identity meanwhile, or somebody was merged into them: they are more than the command made. */
function isSomebodysElse(sql: Sql, { id = null }: StoredRow): boolean {
  return sql.prepare('SELECT 1 FROM Identity WHERE contactId = @id UNION ALL SELECT 1 FROM Contact WHERE mergedIntoId = @id LIMIT 1').get({ id }) !== undefined;
}

function holds(present: StoredRow, columns: StoredRow): boolean {
  return Object.entries(columns).every(([column, written]) => present[column] === written);
}
