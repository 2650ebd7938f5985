/** Takes an import back: asked for on screen, carried out in the worker. */
import { undoRun } from '../db/bulk/undo-run.server';
import type { Sql } from '../db/connection.server';
import { closeRun, loadRun, updateRun } from '../db/import-runs.server';
import { enqueue } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import { findRun } from './import-archive/find-run.server';

/** Queues the undo of a finished import. Does nothing where there is nothing to take back. @throws GoneError */
export function askToUndoImport(sql: Sql, actor: Actor, publicId: string, now: number): void {
  sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      if (loadRun(sql, id)?.status !== 'finished') return;
      updateRun(sql, id, { status: 'undoing' });
      enqueue(sql, 'undo-import', { importRunId: id }, { now });
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'undo-import', subject: publicId });
    })
    .immediate();
}

/** Carries it out; run again after a crash, it goes on where it was. */
export function undoImport(importRunId: number, deps: { sql: Sql; now: () => number; pause: () => void }): void {
  const { sql } = deps;
  if (loadRun(sql, importRunId)?.status !== 'undoing') return;
  const result = undoRun(sql, importRunId, deps.now(), deps.pause);
  closeRun(sql, importRunId, { status: 'undone', at: deps.now(), result });
}
