import { rmSync } from 'node:fs';
import type { Sql } from '../../db/connection.server';
import type { ImportRunState } from '../../db/import-runs.server';
import { openArchive } from '../../platforms/archive/open-archive';
import { BUNDLE_ENDING, openBundle } from '../../platforms/archive/open-bundle';
import type { Archive } from '../../platforms/contract';

/** Opens what a run reads. Only Kith's own uploads can be bundles: a folder of the user's is what it is. */
export function openInput(path: string, { inputIsOurs, fileName }: Pick<ImportRunState, 'inputIsOurs' | 'fileName'>): Promise<Archive> {
  return inputIsOurs && path.endsWith(BUNDLE_ENDING) ? openBundle(path, fileName) : openArchive(path, fileName);
}

/**
 * An upload is Kith's own copy and goes when it is no longer needed: not while another run, of another platform in the
 * same archive, still has to read it. What lies where the user put it stays. To be called when the run has ended.
 */
export function removeInput(sql: Sql, { id, inputIsOurs, inputPath }: Pick<ImportRunState, 'id' | 'inputIsOurs' | 'inputPath'>): void {
  if (!inputIsOurs || !inputPath) return;
  const isNeeded = sql.prepare('SELECT 1 FROM ImportRun WHERE inputPath = ? AND id <> ?').get(inputPath, id) !== undefined;
  if (!isNeeded) rmSync(inputPath, { force: true, recursive: true });
}
