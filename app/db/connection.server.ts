/**
 * Connections to the SQLite file. Every write of Kith goes through better-sqlite3 in one synchronous transaction:
 * the write lock is never held across an await, so the serving process and the import worker only ever wait for
 * milliseconds. Prisma's client (prisma.server.ts) is for typed reads and for the sign-in library's rows.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { env } from '../lib/env.server';

export type Sql = Database.Database;

/** How long a statement waits for another connection's write lock. Batches are kept far shorter than this. */
const BUSY_TIMEOUT_MS = 10_000;

/** Pages of the WAL after which SQLite checkpoints by itself (4 KiB each). */
const WAL_AUTOCHECKPOINT_PAGES = 2_000;

/** Texts kept compiled: all that the app's reads and writes consist of, with room for those that differ in columns. */
const STATEMENTS_KEPT = 500;

/**
 * Compiles each text once: a page asks about twenty questions, and compiling them took longer than most answers.
 * Whoever asks for a statement gets it as if new, so one that is kept for later must not count on its own `pluck`.
 */
function keepStatements(sql: Sql): Sql {
  const kept = new Map<string, Database.Statement>();
  const compile = sql.prepare.bind(sql);
  const prepare = (source: string): Database.Statement => {
    const known = kept.get(source);
    if (known && !known.busy) {
      if (known.reader) known.pluck(false).raw(false);
      return known;
    }
    const statement = compile(source);
    if (kept.size >= STATEMENTS_KEPT) kept.clear();
    kept.set(source, statement);
    return statement;
  };
  return Object.assign(sql, { prepare });
}

/** Opens the file with the pragmas that hold everywhere. The folder must exist. */
export function openDatabase(file: string, options: { readonly?: boolean } = {}): Sql {
  const sql = new Database(file, { readonly: options.readonly ?? false });
  sql.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  if (!options.readonly) {
    sql.pragma('journal_mode = WAL');
    sql.pragma(`wal_autocheckpoint = ${WAL_AUTOCHECKPOINT_PAGES}`);
  }
  sql.pragma('synchronous = FULL');
  sql.pragma('foreign_keys = ON');
  sql.pragma('cache_size = -16000');
  return keepStatements(sql);
}

/** Where the database of a data folder lies. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'kith.db');
}

// Kept on globalThis: the development server reloads modules, and a second connection would outlive the first.
const kept = globalThis as typeof globalThis & { kithConnection?: Sql };

/** This process's connection. Opened on first use; migrations have run before anything asks for it. */
export function store(): Sql {
  if (!kept.kithConnection?.open) {
    mkdirSync(env().dataFolder, { recursive: true, mode: 0o700 });
    kept.kithConnection = openDatabase(databaseFile(env().dataFolder));
  }
  return kept.kithConnection;
}

/** Closes it, so that the WAL is folded into the file. */
export function closeStore(): void {
  kept.kithConnection?.close();
  kept.kithConnection = undefined;
}
