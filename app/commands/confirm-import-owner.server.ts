/** Answers "which one is you?" or "is this another account of yours?", and lets the import go on. */
import type { OwnerState } from '../domain/imports/run';
import type { Sql } from '../db/connection.server';
import { loadRun, updateRun } from '../db/import-runs.server';
import { enqueue } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import { findRun, importJobKey } from './import-archive/find-run.server';

/**
 * `candidate`: the index of the one that is "me". `joins`: known_account, the account Kith knows got another name;
 * new_account, a further account of the user's.
 */
export type OwnerAnswer = { candidate: number } | { joins: 'known_account' | 'new_account' };

/** Does nothing where the run no longer asks this question. @throws GoneError */
export function confirmImportOwner(sql: Sql, actor: Actor, publicId: string, answer: OwnerAnswer, now: number): void {
  sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      const run = loadRun(sql, id);
      if (run?.status !== 'needs_owner' || !run.owner) return;
      const answered = answerTo(run.owner, answer);
      if (!answered) return;
      updateRun(sql, id, { status: 'queued', owner: JSON.stringify(answered) });
      enqueue(sql, 'import-archive', { importRunId: id }, { now, idempotencyKey: importJobKey(id) });
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'confirm-import-owner', subject: publicId });
    })
    .immediate();
}

function answerTo(owner: OwnerState, answer: OwnerAnswer): OwnerState | null {
  if ('candidate' in answer) {
    if (owner.question !== 'who_are_you' || !owner.candidates[answer.candidate]) return null;
    return { ...owner, chosen: answer.candidate, question: null };
  }
  return owner.question === 'another_account' ? { ...owner, joins: answer.joins, question: null } : null;
}
