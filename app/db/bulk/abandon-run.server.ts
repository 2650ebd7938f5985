import type { Sql } from '../connection.server';
import { closeRun, loadRun } from '../import-runs.server';
import { undoRun } from './undo-run.server';

/** An import that broke its worker again and again: nothing of it stays, and the user hears it. */
export function abandonRun(sql: Sql, importRunId: number, now: number): void {
  if (!loadRun(sql, importRunId)) return;
  undoRun(sql, importRunId, now, () => undefined);
  closeRun(sql, importRunId, {
    status: 'failed',
    at: now,
    problem:
      'Kith tried three times and could not read this archive to its end. Nothing of it was kept, and everything you had is safe. Ask for a fresh export, or unpack it and choose the single files.',
  });
}
