import { rmSync } from 'node:fs';
import type { Sql } from '../../db/connection.server';
import type { ImportRunState } from '../../db/import-runs.server';

/**
 * An upload is Kith's own copy and goes when it is no longer needed: not while another run, of another platform in the
 * same archive, still has to read it. What lies where the user put it stays. To be called when the run has ended.
 */
export function removeInput(sql: Sql, { id, inputIsOurs, inputPath }: Pick<ImportRunState, 'id' | 'inputIsOurs' | 'inputPath'>): void {
  if (!inputIsOurs || !inputPath) return;
  const isNeeded = sql.prepare('SELECT 1 FROM ImportRun WHERE inputPath = ? AND id <> ?').get(inputPath, id) !== undefined;
  if (!isNeeded) rmSync(inputPath, { force: true, recursive: true });
}
