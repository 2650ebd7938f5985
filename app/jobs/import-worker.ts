/** The worker thread of imports: its own connection, its own heap, one job and out. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { importArchive, type ImportDeps } from '../commands/import-archive.server';
import { abandonImport } from '../commands/import-archive/abandon-import.server';
import { loadSample } from '../commands/load-sample.server';
import { undoImport } from '../commands/undo-import.server';
import { openDatabase } from '../db/connection.server';

const input = z.object({
  file: z.string(),
  name: z.enum(['import-archive', 'load-sample', 'undo-import', 'abandon-import']),
  importRunId: z.number(),
});

/** What the worker says before it ends: how it went, and where in our code it went wrong. */
export interface WorkerReport {
  outcome: string;
  at: string[];
}

/** Between two transactions, so that whoever waits for the write lock gets it. */
const PAUSE_MS = 4;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

async function carryOut({ name, importRunId }: z.infer<typeof input>, deps: ImportDeps): Promise<WorkerReport> {
  switch (name) {
    case 'undo-import':
      undoImport(importRunId, deps);
      return { outcome: 'undone', at: [] };
    case 'abandon-import':
      abandonImport(importRunId, deps);
      return { outcome: 'abandoned', at: [] };
    case 'load-sample':
    case 'import-archive': {
      const { status, error } = name === 'load-sample' ? loadSample(importRunId, deps) : await importArchive(importRunId, deps);
      return { outcome: status, at: placesOf(error) };
    }
  }
}

/** Places in our code only: an error's message could quote somebody's words. */
function placesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim());
}

const asked = input.parse(workerData);
const sql = openDatabase(asked.file);
try {
  const report = await carryOut(asked, { sql, now: Date.now, pause: () => void Atomics.wait(sleeper, 0, 0, PAUSE_MS) });
  parentPort?.postMessage(report);
} finally {
  sql.close();
}
