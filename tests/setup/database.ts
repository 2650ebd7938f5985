/** A fresh, migrated database for a test, in the place where store() and prisma() look. */
import { copyFileSync, rmSync } from 'node:fs';
import { afterAll, inject } from 'vitest';
import { closeStore, databaseFile, store, type Sql } from '../../app/db/connection.server';
import { closePrisma } from '../../app/db/prisma.server';
import { env } from '../../app/lib/env.server';

/**
 * Call it in `beforeEach` (or in a test): what store() and prisma() gave before is closed and gone.
 * @returns this process's connection, open on the fresh file
 */
export async function freshDatabase(): Promise<Sql> {
  await closeDatabase();
  const file = databaseFile(env().dataFolder);
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  copyFileSync(inject('templateDatabase'), file);
  return store();
}

afterAll(closeDatabase);

async function closeDatabase(): Promise<void> {
  await closePrisma();
  closeStore();
}
