/** The night shift: takes jobs from the queue one at a time, and looks after what changes by itself. */
import { Worker } from 'node:worker_threads';
import { giveUpUndo } from '../commands/undo-import.server';
import { claimJob, endJob, enqueue, forgetEndedJobs, onEnqueued, requeueAbandoned, retryJob, type QueuedJob } from '../db/job-queue.server';
import { sweepLeftovers } from '../db/bulk/leftovers.server';
import type { Sql } from '../db/connection.server';
import { sweepDerived } from '../db/derive/refresh-derived.server';
import { refoldDue } from '../db/derive/workspace-fit.server';
import { parseJob, type ParsedJob } from '../domain/jobs';
import { DAY, MINUTE } from '../lib/dates';
import { log } from '../lib/log.server';
import type { WorkerReport, WorkerTask } from './import-worker';

const SWEEP_EVERY = MINUTE / 2;
const TRIES = 3;
/** Times a job is begun at all: one that takes the whole process down each time would otherwise do so for ever. */
const MOST_STARTS = 10;
const RETRY_AFTER = 2_000;
/** The worker's own heap: an import needs far less, and a runaway must not take the server with it. */
const WORKER_HEAP_MB = 64;
const WORKER_NURSERY_MB = 4;

/** The shift as long as it lasts. */
export interface JobRunner {
  stop(): Promise<void>;
}

export interface RunnerSettings {
  sql: Sql;
  databaseFile: string;
  /** The built import-worker.js. */
  workerFile: string;
}

/** Begins with what was left when the process last ended. */
export function startJobRunner(settings: RunnerSettings): JobRunner {
  const { sql } = settings;
  let stopped = false;
  let worker: Worker | null = null;
  let current: Promise<void> = Promise.resolve();
  let busy = false;

  async function inWorker(task: WorkerTask): Promise<void> {
    await new Promise<void>((done, failed) => {
      const one = new Worker(settings.workerFile, {
        workerData: { file: settings.databaseFile, task },
        resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB, maxYoungGenerationSizeMb: WORKER_NURSERY_MB },
      });
      worker = one;
      one.on('message', ({ outcome, at }: WorkerReport) => log.info({ ...task, outcome, at }, 'The worker ended'));
      one.on('error', failed);
      one.on('exit', (code) => (code === 0 ? done() : failed(new Error(`worker ended with ${code}`))));
    });
  }

  async function carryOut(job: ParsedJob): Promise<void> {
    if (job.name === 'import-archive' || job.name === 'load-sample' || job.name === 'undo-import') await inWorker({ name: job.name, ...job.payload });
    else if (job.name === 'refold-health' || job.name === 'remove-traces') await inWorker({ name: job.name });
    else sweep();
  }

  async function runOne(queued: QueuedJob): Promise<void> {
    try {
      const job = parseJob(queued.name, JSON.parse(queued.payload));
      if (queued.attempts > MOST_STARTS) await giveUp(job);
      else await carryOut(job);
      endJob(sql, queued.id, Date.now(), null);
    } catch (error) {
      if (!stopped) await afterFailure(queued, error);
    } finally {
      worker = null;
    }
  }

  async function afterFailure(queued: QueuedJob, error: unknown): Promise<void> {
    const kind = error instanceof Error ? error.name : 'Error';
    log.error({ job: queued.name, attempts: queued.attempts, kind, code: codeOf(error) }, 'A job failed');
    if (queued.attempts < TRIES) {
      const wait = RETRY_AFTER * queued.attempts;
      retryJob(sql, queued.id, Date.now() + wait);
      setTimeout(pump, wait).unref();
      return;
    }
    endJob(sql, queued.id, Date.now(), kind);
    await giveUp(parseJob(queued.name, JSON.parse(queued.payload)));
  }

  /** Leaves nothing half-done behind a job that never came to its end. */
  async function giveUp(job: ParsedJob): Promise<void> {
    if (job.name === 'import-archive' || job.name === 'load-sample') await inWorker({ name: 'abandon-import', ...job.payload });
    if (job.name === 'undo-import') giveUpUndo(job.payload.importRunId, { sql });
  }

  function pump(): void {
    if (stopped || busy) return;
    const queued = claimJob(sql, Date.now());
    if (!queued) return;
    busy = true;
    current = runOne(queued)
      .catch((error: unknown) => log.error({ job: queued.name, code: codeOf(error) }, 'A job could not be given up'))
      .finally(() => {
        busy = false;
        pump();
      });
  }

  function sweep(): void {
    if (stopped) return;
    if (refoldDue(sql)) enqueue(sql, 'refold-health', {}, { now: Date.now(), idempotencyKey: 'refold-health' });
    if (sweepDerived(sql, Date.now())) setImmediate(sweep);
  }

  requeueAbandoned(sql);
  forgetEndedJobs(sql, Date.now() - 30 * DAY);
  const unlisten = onEnqueued(pump);
  const clock = setInterval(() => {
    sweepLeftovers(sql, Date.now());
    sweep();
    pump();
  }, SWEEP_EVERY);
  clock.unref();
  setImmediate(() => {
    sweep();
    pump();
  });

  return {
    /** A running import is cut off between two transactions and goes on from its checkpoint at the next start. */
    async stop() {
      stopped = true;
      unlisten();
      clearInterval(clock);
      await worker?.terminate();
      await current.catch(() => undefined);
    },
  };
}

/** An error's code says what kind of trouble it was and quotes nobody. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
