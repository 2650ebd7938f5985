/** One archive that holds the exports of several platforms becomes one run for each, so that each is undone by itself. */
import type { Sql } from '../../db/connection.server';
import { updateRun, type ImportRunState } from '../../db/import-runs.server';
import { enqueue } from '../../db/job-queue.server';
import { newPublicId } from '../../lib/ids.server';
import type { Recognised } from '../../platforms/archive/recognise-archive';
import { importJobKey } from './find-run.server';

/** This run keeps to its own reader from now on; the others get runs of their own, next in line, on the same file. */
export function beginSiblings(sql: Sql, run: ImportRunState, mine: Recognised, others: readonly Recognised[], now: number): void {
  if (run.reader !== null) return;
  sql
    .transaction(() => {
      updateRun(sql, run.id, { reader: mine.module });
      for (const { module } of others) {
        const { lastInsertRowid } = sql
          .prepare(
            `INSERT INTO ImportRun (publicId, status, fileName, inputPath, inputIsOurs, sizeBytes, counts, startedById, createdAt, reader)
             SELECT ?, 'received', fileName, inputPath, inputIsOurs, sizeBytes, '{}', startedById, createdAt, ? FROM ImportRun WHERE id = ?`,
          )
          .run(newPublicId(), module, run.id);
        const importRunId = Number(lastInsertRowid);
        enqueue(sql, 'import-archive', { importRunId }, { now, idempotencyKey: importJobKey(importRunId) });
      }
    })
    .immediate();
}
