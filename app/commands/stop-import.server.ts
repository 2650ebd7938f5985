/** Stops an import; nothing of it is kept. */
import { canStop, isAsking } from '../domain/imports/run';
import type { Sql } from '../db/connection.server';
import { closeRun, loadRun, updateRun } from '../db/import-runs.server';
import { enqueue, withdrawJob } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import { findRun, importJobKey } from './import-archive/find-run.server';
import { removeInput } from './import-archive/input-file.server';

/**
 * A running one stops at its next batch and takes itself back; one that has not begun, or waits for an answer, ends at
 * once. Does nothing once the reading is over.
 * @throws GoneError
 */
export function stopImport(sql: Sql, actor: Actor, publicId: string, now: number): void {
  const ended = sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      const run = loadRun(sql, id);
      if (!run || !canStop(run.status)) return null;
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'stop-import', subject: publicId });
      const isUntouched = run.ownAccountId === null;
      if (isUntouched && (isAsking(run.status) || run.status === 'paused' || withdrawJob(sql, importJobKey(id)))) {
        closeRun(sql, id, { status: 'stopped', at: now });
        return run;
      }
      updateRun(sql, id, { stopAsked: 1, pauseAsked: 0, ...(run.status === 'paused' ? { status: 'queued' as const } : {}) });
      if (run.status === 'paused') enqueue(sql, 'import-archive', { importRunId: id }, { now, idempotencyKey: importJobKey(id) });
      return null;
    })
    .immediate();
  if (ended) removeInput(sql, ended);
}
