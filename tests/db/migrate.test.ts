import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Sql } from '../../app/db/connection.server';
import { migrate, MigrationProblem } from '../../app/db/migrate.server';

const NOW = Date.UTC(2026, 10, 24);

let folder: string;
let migrations: string;
let sql: Sql;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-migrate-'));
  migrations = join(folder, 'migrations');
  sql = openDatabase(join(folder, 'kith.db'));
  write('1_people', `CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL);`);
});

afterEach(() => {
  sql.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, 'migration.sql'), text);
}

const tables = () => sql.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'`).pluck().all();
const names = () => sql.prepare('SELECT name FROM person ORDER BY id').pluck().all();

describe('migrate', () => {
  it('brings a fresh file up to the schema of today', () => {
    expect(migrate(sql, resolve('prisma/migrations'), NOW)).not.toEqual([]);
    expect(tables()).toEqual(expect.arrayContaining(['Contact', 'Interaction', 'AuthUser']));
    expect(sql.pragma('foreign_key_check')).toEqual([]);
  });

  it('does nothing the second time', () => {
    expect(migrate(sql, migrations, NOW)).toEqual(['1_people']);
    expect(migrate(sql, migrations, NOW)).toEqual([]);
  });

  it('applies what is new in order of names, and keeps the rows', () => {
    migrate(sql, migrations, NOW);
    sql.exec(`INSERT INTO person (name) VALUES ('Leila'), ('Kwame')`);
    write('3_notes', `ALTER TABLE person ADD COLUMN note TEXT NOT NULL DEFAULT '';`);
    write('2_nick', `ALTER TABLE person ADD COLUMN nick TEXT;`);
    expect(migrate(sql, migrations, NOW)).toEqual(['2_nick', '3_notes']);
    expect(names()).toEqual(['Leila', 'Kwame']);
  });

  it('rebuilds a table that others point to without losing them', () => {
    write('2_notes', `CREATE TABLE note (id INTEGER PRIMARY KEY, personId INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE);`);
    migrate(sql, migrations, NOW);
    sql.exec(`INSERT INTO person (name) VALUES ('Leila'); INSERT INTO note (personId) VALUES (1);`);
    write('3_rebuild', `CREATE TABLE new_person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, nick TEXT);
      INSERT INTO new_person (id, name) SELECT id, name FROM person; DROP TABLE person; ALTER TABLE new_person RENAME TO person;`);
    migrate(sql, migrations, NOW);
    expect(sql.prepare('SELECT count(*) FROM note').pluck().get()).toBe(1);
    expect(sql.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('takes a failing one back whole, keeps the ones before it, and works once it is mended', () => {
    migrate(sql, migrations, NOW);
    sql.exec(`INSERT INTO person (name) VALUES ('Leila')`);
    write('2_good', `CREATE TABLE tag (id INTEGER PRIMARY KEY);`);
    write('3_bad', `DELETE FROM person; CREATE TABLE extra (id INTEGER PRIMARY KEY); ALTER TABLE nowhere ADD COLUMN x;`);
    expect(() => migrate(sql, migrations, NOW)).toThrow(/"3_bad" could not be applied and was taken back: no such table: nowhere/);
    expect(names()).toEqual(['Leila']);
    expect(tables()).toEqual(['person', 'tag']);
    write('3_bad', `CREATE TABLE extra (id INTEGER PRIMARY KEY);`);
    expect(migrate(sql, migrations, NOW)).toEqual(['3_bad']);
  });

  it('refuses one that would leave rows pointing nowhere', () => {
    write('2_notes', `CREATE TABLE note (id INTEGER PRIMARY KEY, personId INTEGER NOT NULL REFERENCES person(id));`);
    migrate(sql, migrations, NOW);
    sql.exec(`INSERT INTO person (name) VALUES ('Leila'); INSERT INTO note (personId) VALUES (1);`);
    write('3_orphans', `DELETE FROM person;`);
    expect(() => migrate(sql, migrations, NOW)).toThrow(/1 rows would point nowhere/);
    expect(names()).toEqual(['Leila']);
  });

  it.each([
    ['was edited after it had been applied', () => write('1_people', `CREATE TABLE person (id INTEGER PRIMARY KEY);`)],
    ['made by a newer Kith', () => rmSync(join(migrations, '1_people'), { recursive: true })],
    ['began and did not finish', () => sql.exec(`UPDATE "_prisma_migrations" SET finished_at = NULL`)],
  ])('refuses to go on where one %s', (sentence, spoil) => {
    migrate(sql, migrations, NOW);
    spoil();
    write('2_more', `CREATE TABLE more (id INTEGER PRIMARY KEY);`);
    expect(() => migrate(sql, migrations, NOW)).toThrow(MigrationProblem);
    expect(() => migrate(sql, migrations, NOW)).toThrow(new RegExp(sentence));
    expect(tables()).toEqual(['person']);
  });

  it('keeps the ledger as Prisma does', () => {
    migrate(sql, migrations, NOW);
    expect(sql.prepare('SELECT * FROM "_prisma_migrations"').all()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
        migration_name: '1_people',
        started_at: NOW,
        finished_at: NOW,
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
      },
    ]);
  });
});
