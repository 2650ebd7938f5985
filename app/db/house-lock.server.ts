/**
 * One process per data folder. The lock is SQLite's own, on a file beside the database: the operating system lets go
 * of it when the process ends, however it ends, so it is never stale. `npm run restore` takes the same lock.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Another process works in this data folder. */
export class HouseTaken extends Error {
  override name = 'HouseTaken';
}

/**
 * @param dataFolder an existing folder
 * @returns lets go of the folder
 * @throws HouseTaken
 */
export function takeHouse(dataFolder: string): () => void {
  const lock = new Database(join(dataFolder, 'kith.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new HouseTaken(
      `Another Kith is already running with the data in ${dataFolder}. ` +
        'Stop it first, or set KITH_DATA to another folder.',
    );
  }
  return () => lock.close();
}
