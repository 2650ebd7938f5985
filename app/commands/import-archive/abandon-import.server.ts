import { closeRun, loadRun } from '../../db/import-runs.server';
import type { ImportDeps } from '../import-archive.server';
import { removeInput } from './input-file.server';
import { takeBack } from './take-back.server';

const UNREADABLE =
  'Kith tried three times and could not read this archive to its end. Nothing of it was kept, and everything you had is safe. Ask for a fresh export, or unpack it and choose the single files.';
const SAMPLE_FAILED = 'The sample community could not be written. Nothing of it was kept, and everything you had is safe.';

/** An import that broke its worker again and again: nothing of it stays, and the user hears it. */
export function abandonImport(importRunId: number, deps: ImportDeps): void {
  const { sql, now } = deps;
  const run = loadRun(sql, importRunId);
  if (!run) return;
  takeBack(run, deps);
  closeRun(sql, importRunId, {
    status: 'failed',
    at: now(),
    problem: run.isSample ? SAMPLE_FAILED : UNREADABLE,
  });
  removeInput(sql, run);
}
