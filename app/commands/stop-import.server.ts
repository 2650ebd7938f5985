/** Stops an import; nothing of it is kept. */
import type { Sql } from '../db/connection.server';
import { closeRun, loadRun, updateRun } from '../db/import-runs.server';
import { audit, type Actor } from '../db/transact.server';
import { findRun } from './import-archive/find-run.server';

/** A running one stops at its next batch and takes itself back; one that only waits for an answer ends at once. */
export function stopImport(sql: Sql, actor: Actor, publicId: string, now: number): void {
  sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      const run = loadRun(sql, id);
      if (!run) return;
      if (run.status === 'needs_owner') closeRun(sql, id, { status: 'stopped', at: now });
      else if (run.status === 'received' || run.status === 'queued' || run.status === 'reading') updateRun(sql, id, { stopAsked: 1 });
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'stop-import', subject: publicId });
    })
    .immediate();
}
