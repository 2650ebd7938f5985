/** Every migration on a database that holds something: nothing is lost, nothing points nowhere. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase, type Sql } from '../../app/db/connection.server';
import { migrate } from '../../app/db/migrate.server';

const MIGRATIONS = resolve('prisma/migrations');
const NOW = Date.UTC(2026, 10, 26);

let folder: string;
let sql: Sql;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-filled-'));
  sql = openDatabase(join(folder, 'kith.db'));
});
afterEach(() => {
  sql.close();
  rmSync(folder, { recursive: true, force: true });
});

const ownTables = z.array(z.object({ name: z.string() }));
const columns = z.array(z.object({ name: z.string(), type: z.string(), notnull: z.number(), dflt_value: z.string().nullable(), pk: z.number() }));

/** Tables of rows; not those that SQLite keeps behind a text index. */
function tables(): string[] {
  const rows = sql
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations'`,
    )
    .all();
  return ownTables.parse(rows).map(({ name }) => name);
}

/** A row that points to the first row of every other table. */
function fill(table: string): void {
  const needed = columns.parse(sql.pragma(`table_info("${table}")`)).filter(({ notnull, dflt_value: preset, pk }) => (notnull && preset === null) || pk);
  const values = needed.map(({ type }) => (type === 'TEXT' ? 'one' : 1));
  sql
    .prepare(`INSERT INTO "${table}" (${needed.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${needed.map(() => '?').join(', ')})`)
    .run(values);
}

const counts = (names: readonly string[]) => names.map((name) => [name, sql.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);

it('keeps a row of every table of the first migration through all that follow', () => {
  const first = readdirSync(MIGRATIONS).sort()[0] ?? '';
  cpSync(join(MIGRATIONS, first), join(folder, 'migrations', first), { recursive: true });
  migrate(sql, join(folder, 'migrations'), NOW);
  const filled = tables();
  sql.pragma('foreign_keys = OFF');
  for (const table of filled) fill(table);
  const before = counts(filled);
  expect(before.every(([, rows]) => rows === 1)).toBe(true);
  expect(migrate(sql, MIGRATIONS, NOW).length).toBeGreaterThan(0);
  expect(counts(filled)).toEqual(before);
  expect(sql.pragma('foreign_key_check')).toEqual([]);
  expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
});
