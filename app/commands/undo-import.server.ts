/** Takes an import back: asked for on screen, carried out in the worker. */
import { canUndo } from '../domain/imports/run';
import type { Sql } from '../db/connection.server';
import { closeRun, loadRun, updateRun } from '../db/import-runs.server';
import { enqueue } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import type { ImportDeps } from './import-archive.server';
import { findRun } from './import-archive/find-run.server';
import { takeBack } from './import-archive/take-back.server';

/** Queues the undo of a finished import. Does nothing where there is nothing to take back any more. @throws GoneError */
export function askToUndoImport(sql: Sql, actor: Actor, publicId: string, now: number): void {
  sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      const run = loadRun(sql, id);
      if (!run || !canUndo(run, now)) return;
      updateRun(sql, id, { status: 'undoing', problem: null });
      enqueue(sql, 'undo-import', { importRunId: id }, { now });
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'undo-import', subject: publicId });
    })
    .immediate();
}

/** Carries it out; run again after a crash, it goes on where it was. */
export function undoImport(importRunId: number, deps: ImportDeps): void {
  const { sql, now } = deps;
  const run = loadRun(sql, importRunId);
  if (run?.status !== 'undoing') return;
  const result = takeBack(run, deps);
  closeRun(sql, importRunId, { status: 'undone', at: now(), result });
}

/** The worker could not carry it out: what is left of the import stands, and can be taken back once more. */
export function giveUpUndo(importRunId: number, { sql }: Pick<ImportDeps, 'sql'>): void {
  updateRun(sql, importRunId, {
    status: 'finished',
    problem: 'Taking this back did not come to its end. Nothing is lost. Press Undo once more.',
  });
}
