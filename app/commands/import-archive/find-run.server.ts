import type { Sql } from '../../db/connection.server';
import { GoneError } from '../../db/transact.server';

/** @throws GoneError */
export function findRun(sql: Sql, publicId: string): number {
  const row = sql.prepare<[string], { id: number }>('SELECT id FROM ImportRun WHERE publicId = ?').get(publicId);
  if (!row) throw new GoneError('That import is no longer there.');
  return row.id;
}
