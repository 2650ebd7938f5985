import type { UndoResult } from '../../domain/imports/run';
import { undoRun } from '../../db/bulk/undo-run.server';
import type { ImportRunState } from '../../db/import-runs.server';
import { removeSample } from '../../db/sample/remove-sample.server';
import type { ImportDeps } from '../import-archive.server';

/** Takes out what a run brought: of an import what nobody worked on, of the sample everything. */
export function takeBack({ id, isSample }: ImportRunState, { sql, now, pause }: ImportDeps): UndoResult {
  return isSample ? { removed: removeSample(sql, id, now(), pause), stayed: [] } : undoRun(sql, id, now(), pause);
}
