/** The worker thread of imports: its own connection, its own heap, one job and out. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { importArchive } from '../commands/import-archive.server';
import { undoImport } from '../commands/undo-import.server';
import { openDatabase } from '../db/connection.server';

const input = z.object({
  file: z.string(),
  name: z.enum(['import-archive', 'undo-import']),
  importRunId: z.number(),
});

/** Between two transactions, so that whoever waits for the write lock gets it. */
const PAUSE_MS = 4;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

async function run(): Promise<void> {
  const { file, name, importRunId } = input.parse(workerData);
  const sql = openDatabase(file);
  const deps = { sql, now: Date.now, pause: () => void Atomics.wait(sleeper, 0, 0, PAUSE_MS) };
  try {
    if (name === 'undo-import') {
      undoImport(importRunId, deps);
      parentPort?.postMessage({ outcome: 'undone' });
      return;
    }
    const { status, error } = await importArchive(importRunId, deps);
    // The stack names places in our code; the message could quote somebody's data.
    const where = error instanceof Error ? `${error.name} ${error.stack?.split('\n').slice(1, 6).join(' | ') ?? ''}` : null;
    parentPort?.postMessage({ outcome: status, where });
  } finally {
    sql.close();
  }
}

await run();
