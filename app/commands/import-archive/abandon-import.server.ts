import { undoRun } from '../../db/bulk/undo-run.server';
import { closeRun, loadRun } from '../../db/import-runs.server';
import type { ImportDeps } from '../import-archive.server';
import { removeInput } from './input-file.server';

/** An import that broke its worker again and again: nothing of it stays, and the user hears it. */
export function abandonImport(importRunId: number, { sql, now, pause }: ImportDeps): void {
  const run = loadRun(sql, importRunId);
  if (!run) return;
  undoRun(sql, importRunId, now(), pause);
  closeRun(sql, importRunId, {
    status: 'failed',
    at: now(),
    problem:
      'Kith tried three times and could not read this archive to its end. Nothing of it was kept, and everything you had is safe. Ask for a fresh export, or unpack it and choose the single files.',
  });
  removeInput(run);
}
