/** Migrates one database for the whole run; test files copy it (database.ts), which takes a millisecond. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../app/db/connection.server';
import { migrate } from '../../app/db/migrate.server';

declare module 'vitest' {
  interface ProvidedContext {
    templateDatabase: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kith-template-'));
  const file = join(folder, 'template.db');
  const sql = openDatabase(file);
  migrate(sql, resolve('prisma/migrations'), 0);
  // One file without a -wal beside it, so that copying it copies everything.
  sql.pragma('journal_mode = DELETE');
  sql.close();
  project.provide('templateDatabase', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
