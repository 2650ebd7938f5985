/** Lets an import rest where it is, and go on from there. */
import { canPause } from '../domain/imports/run';
import type { Sql } from '../db/connection.server';
import { loadRun, updateRun } from '../db/import-runs.server';
import { enqueue, withdrawJob } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import { findRun, importJobKey } from './import-archive/find-run.server';

/**
 * A running one rests at its next batch, one in line at once. What was read stays where it is. Does nothing once the
 * reading is over.
 * @throws GoneError
 */
export function pauseImport(sql: Sql, actor: Actor, publicId: string, now: number): void {
  sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      const run = loadRun(sql, id);
      if (!run || run.stopAsked || !canPause(run.status)) return;
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'pause-import', subject: publicId });
      if (withdrawJob(sql, importJobKey(id))) updateRun(sql, id, { status: 'paused' });
      else updateRun(sql, id, { pauseAsked: 1 });
    })
    .immediate();
}

/** Puts a paused import back in line. Does nothing for any other. @throws GoneError */
export function resumeImport(sql: Sql, actor: Actor, publicId: string, now: number): void {
  sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      const run = loadRun(sql, id);
      if (run?.status !== 'paused' && !run?.pauseAsked) return;
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'resume-import', subject: publicId });
      updateRun(sql, id, { pauseAsked: 0, ...(run.status === 'paused' ? { status: 'queued' as const } : {}) });
      if (run.status === 'paused') enqueue(sql, 'import-archive', { importRunId: id }, { now, idempotencyKey: importJobKey(id) });
    })
    .immediate();
}
