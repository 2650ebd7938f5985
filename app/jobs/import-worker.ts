/** The worker thread of imports and refolds: its own connection, its own heap, one job and out. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { importArchive, type ImportDeps } from '../commands/import-archive.server';
import { abandonImport } from '../commands/import-archive/abandon-import.server';
import { loadSample } from '../commands/load-sample.server';
import { undoImport } from '../commands/undo-import.server';
import { openDatabase } from '../db/connection.server';
import { removeTraces } from '../db/erasing/traces.server';
import { refoldHealth } from './refold-health.server';

const asked = z.discriminatedUnion('name', [
  z.object({ name: z.enum(['import-archive', 'load-sample', 'undo-import', 'abandon-import']), importRunId: z.number() }),
  z.object({ name: z.enum(['refold-health', 'remove-traces']) }),
]);
const input = z.object({ file: z.string(), task: asked });
/** What the worker can be sent to do. */
export type WorkerTask = z.infer<typeof asked>;

/** What the worker says before it ends: how it went, and where in our code it went wrong. */
export interface WorkerReport {
  outcome: string;
  at: string[];
}

/** Between two transactions, so that whoever waits for the write lock gets it. */
const PAUSE_MS = 4;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

async function carryOut(task: WorkerTask, deps: ImportDeps): Promise<WorkerReport> {
  switch (task.name) {
    case 'undo-import':
      undoImport(task.importRunId, deps);
      return { outcome: 'undone', at: [] };
    case 'abandon-import':
      abandonImport(task.importRunId, deps);
      return { outcome: 'abandoned', at: [] };
    case 'load-sample':
    case 'import-archive': {
      const { importRunId } = task;
      const { status, error } = task.name === 'load-sample' ? loadSample(importRunId, deps) : await importArchive(importRunId, deps);
      return { outcome: status, at: placesOf(error) };
    }
    case 'refold-health':
      refoldHealth(deps);
      return { outcome: 'refolded', at: [] };
    case 'remove-traces':
      removeTraces(deps.sql);
      return { outcome: 'removed', at: [] };
  }
}

/** Places in our code only: an error's message could quote somebody's words. */
function placesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim());
}

const { file, task } = input.parse(workerData);
const sql = openDatabase(file);
try {
  const report = await carryOut(task, { sql, now: Date.now, pause: () => void Atomics.wait(sleeper, 0, 0, PAUSE_MS) });
  parentPort?.postMessage(report);
} finally {
  sql.close();
}
