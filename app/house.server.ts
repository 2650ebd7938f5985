/** Opens and closes everything with state: the data folder, the store, the secret, the job runner. */
import { mkdirSync } from 'node:fs';
import { closeStore, databaseFile, store } from './db/connection.server';
import { HouseTaken, takeHouse } from './db/house-lock.server';
import { migrate, MigrationProblem } from './db/migrate.server';
import { closePrisma } from './db/prisma.server';
import { houseSecret } from './db/secret.server';
import { makeSetupToken } from './http/setup-token.server';
import { tidyUploads, uploadsFolder } from './http/upload.server';
import { startJobRunner, type JobRunner } from './jobs/runner.server';
import { env } from './lib/env.server';
import { log } from './lib/log.server';
import { neededUploads } from './queries/imports.server';
import { ownerExists } from './queries/owner-exists.server';

let letGo: (() => void) | null = null;
let runner: JobRunner | null = null;

/** What the house is made from; absolute paths. */
export interface HousePlan {
  /** Folder of prisma/migrations. */
  migrations: string;
  /** The built import-worker.js. */
  workerFile: string;
}

/** The house is open. `setupToken` is set while there is no owner and others can reach the server. */
export interface OpenHouse {
  setupToken: string | null;
}

/** Opens the house, or says in a sentence why it stays closed. */
export async function startHouse({ migrations, workerFile }: HousePlan): Promise<OpenHouse | { problem: string }> {
  const { dataFolder, loopback } = env();
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    letGo = takeHouse(dataFolder);
    const applied = migrate(store(), migrations, Date.now());
    if (applied.length > 0) log.info({ applied }, 'The database was brought up to date');
  } catch (error) {
    if (error instanceof HouseTaken || error instanceof MigrationProblem) return { problem: error.message };
    throw error;
  }
  houseSecret(dataFolder);
  tidyUploads(uploadsFolder(dataFolder), neededUploads(store()));
  runner = startJobRunner({ sql: store(), databaseFile: databaseFile(dataFolder), workerFile });
  return { setupToken: loopback || ownerExists() ? null : makeSetupToken() };
}

/** Closes it again; resolves when nothing is open any more. */
export async function stopHouse(): Promise<void> {
  await runner?.stop();
  runner = null;
  await closePrisma();
  closeStore();
  letGo?.();
  letGo = null;
}
