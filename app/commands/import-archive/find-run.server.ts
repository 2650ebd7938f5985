import type { Sql } from '../../db/connection.server';
import { GoneError } from '../../db/transact.server';

/** @returns the row id. @throws GoneError */
export function findRun(sql: Sql, publicId: string): number {
  const row = sql.prepare<[string], { id: number }>('SELECT id FROM ImportRun WHERE publicId = ?').get(publicId);
  if (!row) throw new GoneError('That import is no longer there.');
  return row.id;
}

/** One job per run at a time, and the way to take it out of the queue again. */
export function importJobKey(importRunId: number): string {
  return `import-archive:${importRunId}`;
}
