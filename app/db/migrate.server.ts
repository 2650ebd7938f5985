/**
 * Applies prisma/migrations in order and keeps Prisma's own `_prisma_migrations` table, so that `prisma migrate deploy`
 * stays usable for anyone who has Prisma's engine. Forward only; an edited or half-applied migration stops the start.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sql } from './connection.server';

/** The store cannot be brought up to date; `message` says why and what to do. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem';
}

const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

const ledgerRows = z.array(
  z.object({
    migration_name: z.string(),
    checksum: z.string(),
    finished_at: z.union([z.number(), z.string()]).nullable(),
  }),
);

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Refuses a ledger that does not fit the files. */
function checkLedger(applied: z.infer<typeof ledgerRows>, migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = known.get(row.migration_name);
    if (row.finished_at === null) {
      throw new MigrationProblem(
        `The change "${row.migration_name}" to the database began and did not finish. Restore a backup, then start again.`,
      );
    }
    if (!migration) {
      throw new MigrationProblem(
        `The database was made by a newer Kith (it knows the change "${row.migration_name}"). Update Kith, then start again.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationProblem(
        `The change "${row.migration_name}" was edited after it had been applied. Put its file back as it was.`,
      );
    }
  }
}

/**
 * Brings the store up to date, each migration in a transaction of its own.
 * @param now UTC milliseconds, for the ledger
 * @returns the names of the migrations applied now
 * @throws MigrationProblem
 */
export function migrate(sql: Sql, folder: string, now: number): string[] {
  sql.exec(LEDGER);
  const migrations = readMigrations(folder);
  const applied = ledgerRows.parse(
    sql
      .prepare(`SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`)
      .all(),
  );
  checkLedger(applied, migrations);
  const done = new Set(applied.map((row) => row.migration_name));
  const record = sql.prepare(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES (?, ?, ?, ?, ?, 1)`,
  );
  const waiting = migrations.filter((migration) => !done.has(migration.name));
  for (const migration of waiting) applyOne(sql, migration, () => record.run(randomUUID(), migration.checksum, migration.name, now, now));
  return waiting.map((migration) => migration.name);
}

/** A migration may rebuild tables, so foreign keys are checked at its end instead of on every statement. */
function applyOne(sql: Sql, migration: Migration, record: () => void): void {
  sql.pragma('foreign_keys = OFF');
  try {
    sql
      .transaction(() => {
        sql.exec(migration.sql);
        const broken = sql.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0) {
          throw new Error(`${broken.length} rows would point nowhere`);
        }
        record();
      })
      .immediate();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationProblem(`The change "${migration.name}" could not be applied and was taken back: ${reason}.`);
  } finally {
    sql.pragma('foreign_keys = ON');
  }
}
