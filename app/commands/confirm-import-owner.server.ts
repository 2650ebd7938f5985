/** Answers "which one is you?" or "is this another account of yours?", and lets the import go on. */
import type { Sql } from '../db/connection.server';
import { loadRun, updateRun } from '../db/import-runs.server';
import { enqueue } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import { findRun } from './import-archive/find-run.server';

export interface OwnerAnswer {
  /** Index of the candidate that is "me". */
  candidate: number;
  /** known_account: the account Kith knows got another name; new_account: a further account of the user's. */
  joins: 'known_account' | 'new_account';
}

/** Does nothing where the run no longer asks. @throws GoneError */
export function confirmImportOwner(sql: Sql, actor: Actor, publicId: string, answer: OwnerAnswer, now: number): void {
  sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      const run = loadRun(sql, id);
      if (run?.status !== 'needs_owner' || !run.owner) return;
      const chosen = Math.min(Math.max(0, answer.candidate), Math.max(0, run.owner.candidates.length - 1));
      const owner = { ...run.owner, chosen, joins: answer.joins, settled: true, question: null };
      updateRun(sql, id, { status: 'queued', owner: JSON.stringify(owner) });
      enqueue(sql, 'import-archive', { importRunId: id }, { now });
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'confirm-import-owner', subject: publicId });
    })
    .immediate();
}
