/** Asks for the sample community: one at a time. */
import type { Sql } from '../db/connection.server';
import { enqueue } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import { SAMPLE_TITLE } from '../domain/sample/words';
import { newPublicId } from '../lib/ids.server';
import { importJobKey } from './import-archive/find-run.server';

/** Queues it, unless it is in or on its way. @returns the public id of its import run */
export function startSample(sql: Sql, actor: Actor, now: number): string {
  return sql
    .transaction(() => {
      const present = sql
        .prepare<[], string>(
          `SELECT publicId FROM ImportRun WHERE isSample = 1 AND status IN ('received', 'queued', 'reading', 'finishing', 'finished', 'undoing')
           ORDER BY id DESC LIMIT 1`,
        )
        .pluck()
        .get();
      if (present !== undefined) return present;
      const publicId = newPublicId();
      const { lastInsertRowid } = sql
        .prepare(
          `INSERT INTO ImportRun (publicId, status, fileName, title, inputIsOurs, isSample, startedById, createdAt)
           VALUES (?, 'received', ?, ?, 0, 1, ?, ?)`,
        )
        .run(publicId, SAMPLE_TITLE, SAMPLE_TITLE, actor.teammateId, now);
      const importRunId = Number(lastInsertRowid);
      enqueue(sql, 'load-sample', { importRunId }, { now, idempotencyKey: importJobKey(importRunId) });
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'start-sample', subject: publicId });
      return publicId;
    })
    .immediate();
}
