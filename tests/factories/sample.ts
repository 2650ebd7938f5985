/** The sample community, loaded and removed in this process. */
import { loadSample } from '../../app/commands/load-sample.server';
import { startSample } from '../../app/commands/start-sample.server';
import { askToUndoImport, undoImport } from '../../app/commands/undo-import.server';
import type { Sql } from '../../app/db/connection.server';
import { undoResultSchema, type UndoResult } from '../../app/domain/imports/run';
import { NOBODY, runOf } from './imports';

/** @returns the public id of its run */
export function loadSampleNow(sql: Sql, now: number): string {
  const publicId = startSample(sql, NOBODY, now);
  const outcome = loadSample(runOf(sql, publicId).id, { sql, now: () => now, pause: () => undefined });
  if (outcome.status !== 'finished') throw outcome.error ?? new Error(`The sample was not loaded: ${outcome.status}`);
  return publicId;
}

/** Removes a loaded sample. */
export function removeSampleNow(sql: Sql, publicId: string, now: number): UndoResult {
  askToUndoImport(sql, NOBODY, publicId, now);
  const { id } = runOf(sql, publicId);
  undoImport(id, { sql, now: () => now, pause: () => undefined });
  return undoResultSchema.parse(JSON.parse(String(sql.prepare('SELECT result FROM ImportRun WHERE id = ?').pluck().get(id))));
}
