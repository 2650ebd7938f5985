/** Takes in an uploaded file or a path on this machine and queues its import. */
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Sql } from '../db/connection.server';
import { enqueue } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import { newPublicId } from '../lib/ids.server';
import { importJobKey } from './import-archive/find-run.server';

export interface ImportInput {
  /** As the user knows the file. */
  fileName: string;
  path: string;
  /** True for an upload: the file is Kith's own and is removed after reading. */
  isOurs: boolean;
}

/** The path cannot be imported; `message` says to the user why and what to do. */
export class ImportInputProblem extends Error {
  override name = 'ImportInputProblem';
}

/**
 * @returns the public id of the import run
 * @throws ImportInputProblem
 */
export function startImport(sql: Sql, actor: Actor, input: ImportInput, now: number): string {
  const size = sizeOf(input);
  const publicId = newPublicId();
  sql
    .transaction(() => {
      const { lastInsertRowid } = sql
        .prepare(
          `INSERT INTO ImportRun (publicId, status, fileName, inputPath, inputIsOurs, sizeBytes, counts, startedById, createdAt)
           VALUES (?, 'received', ?, ?, ?, ?, '{}', ?, ?)`,
        )
        .run(publicId, input.fileName, input.path, input.isOurs ? 1 : 0, size, actor.teammateId, now);
      const importRunId = Number(lastInsertRowid);
      enqueue(sql, 'import-archive', { importRunId }, { now, idempotencyKey: importJobKey(importRunId) });
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'start-import', subject: publicId });
    })
    .immediate();
  return publicId;
}

function sizeOf(input: ImportInput): number {
  if (!isAbsolute(input.path)) {
    throw new ImportInputProblem('Write the whole path, from the root of the disk: for example /home/you/Downloads/export.zip.');
  }
  const found = statSync(input.path, { throwIfNoEntry: false });
  if (!found) throw new ImportInputProblem('There is no file or folder at that path on the machine Kith runs on.');
  if (!found.isFile() && !found.isDirectory()) throw new ImportInputProblem('That path is neither a file nor a folder.');
  return found.size;
}
