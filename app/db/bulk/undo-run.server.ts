/**
 * Takes an import run back: removes what it brought, no other run holds and nobody has worked on; puts refreshed
 * names back; says what stayed and why. Idempotent, in short transactions, so that a crash in the middle is taken up
 * again.
 */
import type { UndoResult } from '../../domain/imports/run';
import { refreshAccounts } from '../derive/refresh-accounts.server';
import type { Sql } from '../connection.server';
import { refreshGuesses } from '../identity/guesses.server';
import { joinTheSame, knowsMore } from '../identity/joins.server';
import { separateRun } from '../identity/separate-run.server';
import { TAKEN_BACK } from './provenance.server';
import { forgetMet, removeAll } from './removable.server';
import { removeRows } from './removal-steps.server';
import { restoreRefreshed } from './restore-refreshed.server';
import { prepareWorkedOn } from './worked-on.server';

/** Names listed of what stayed; beyond this the number says it. */
export const STAYED_LISTED = 200;

/** @param pause called between transactions, so that others get the write lock */
export function undoRun(sql: Sql, importRunId: number, now: number, pause: () => void): UndoResult {
  const ownAccountId = accountOf(sql, importRunId);
  const knew = knowsMore(sql, importRunId);
  separateRun(sql, importRunId, now, pause);
  const workedOn = prepareWorkedOn(sql, importRunId);
  restoreRefreshed(sql, importRunId, pause);
  const removed = removeRows(sql, (removal) => removeAll(sql, importRunId, removal, pause), now);
  sql.transaction(() => forgetSource(sql, importRunId)).immediate();
  if (ownAccountId !== null) refreshAccounts(sql, [ownAccountId], now, pause);
  const stayed = workedOn.stayed(STAYED_LISTED);
  workedOn.drop();
  forgetMet(sql, importRunId, pause);
  // What other imports hold of them may have been joined through this one.
  if (knew) joinTheSame(sql, now, pause, importRunId);
  if (knew) refreshGuesses(sql);
  return { removed, stayed };
}

function accountOf(sql: Sql, importRunId: number): number | null {
  return sql.prepare<[number], number | null>('SELECT ownAccountId FROM ImportRun WHERE id = ?').pluck().get(importRunId) ?? null;
}

/** What a run says by itself, whatever others say. */
const KEPT_PER_RUN = ['Coverage', 'RelationSnapshot', 'Consent', 'Aggregate', 'IdentityProfile', 'ImportReject'] as const;

/** What its source said, rejected rows and, where nothing is left on it, the own account go too. */
export function forgetSource(sql: Sql, importRunId: number): void {
  const ownAccountId = accountOf(sql, importRunId);
  for (const table of KEPT_PER_RUN) sql.prepare(`DELETE FROM ${table} WHERE importRunId = ?`).run(importRunId);
  if (ownAccountId === null || isInUse(sql, ownAccountId, importRunId)) return;
  sql.prepare(`DELETE FROM OwnAccount WHERE id = ? AND access = 'archive'`).run(ownAccountId);
}

function isInUse(sql: Sql, ownAccountId: number, importRunId: number): boolean {
  return (
    sql
      .prepare(
        `SELECT 1 FROM Conversation WHERE ownAccountId = @account UNION ALL SELECT 1 FROM Interaction WHERE ownAccountId = @account
         UNION ALL SELECT 1 FROM Relation WHERE ownAccountId = @account
         UNION ALL SELECT 1 FROM ImportRun WHERE ownAccountId = @account AND id <> @run AND status NOT IN ${TAKEN_BACK} LIMIT 1`,
      )
      .get({ account: ownAccountId, run: importRunId }) !== undefined
  );
}
