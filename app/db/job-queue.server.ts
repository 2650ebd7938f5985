/** Work for later, kept in the store so that it survives a stop. One running process, one queue, one job at a time. */
import type { JobName, JobPayloads } from '../domain/jobs';
import { newPublicId } from '../lib/ids.server';
import type { Sql } from './connection.server';

export interface QueuedJob {
  id: number;
  name: string;
  payload: string;
  attempts: number;
}

const listeners = new Set<() => void>();

/** Calls back whenever something was put into the queue by this process. Returns how to stop listening. */
export function onEnqueued(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Puts a job into the queue, inside the caller's transaction if there is one.
 * @param idempotencyKey a second job with the same key is not added while the first has not ended
 */
export function enqueue<Name extends JobName>(
  sql: Sql,
  name: Name,
  payload: JobPayloads[Name],
  options: { now: number; runAfter?: number; idempotencyKey?: string },
): void {
  sql
    .prepare(
      `INSERT INTO Job (publicId, name, payload, status, runAfter, idempotencyKey) VALUES (?, ?, ?, 'waiting', ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(newPublicId(), name, JSON.stringify(payload), options.runAfter ?? options.now, options.idempotencyKey ?? null);
  queueMicrotask(() => listeners.forEach((listener) => listener()));
}

/** Takes the next job that is due, oldest first. */
export function claimJob(sql: Sql, now: number): QueuedJob | null {
  return (
    sql
      .prepare<[number, number], QueuedJob>(
        `UPDATE Job SET status = 'running', startedAt = ?, attempts = attempts + 1
         WHERE id = (SELECT id FROM Job WHERE status = 'waiting' AND runAfter <= ? ORDER BY runAfter, id LIMIT 1)
         RETURNING id, name, payload, attempts`,
      )
      .get(now, now) ?? null
  );
}

/** Takes a job out of the queue again. @returns false where it is running, or was not there */
export function withdrawJob(sql: Sql, idempotencyKey: string): boolean {
  return sql.prepare(`DELETE FROM Job WHERE idempotencyKey = ? AND status = 'waiting'`).run(idempotencyKey).changes === 1;
}

/** Ends a job. Its idempotency key is free again. */
export function endJob(sql: Sql, id: number, now: number, problem: string | null): void {
  sql
    .prepare(`UPDATE Job SET status = ?, finishedAt = ?, problem = ?, idempotencyKey = NULL WHERE id = ?`)
    .run(problem === null ? 'done' : 'failed', now, problem, id);
}

/** Puts a job back, to be tried again later. */
export function retryJob(sql: Sql, id: number, runAfter: number): void {
  sql.prepare(`UPDATE Job SET status = 'waiting', runAfter = ? WHERE id = ?`).run(runAfter, id);
}

/** What was running when the process ended is to be run again. Returns how many. */
export function requeueAbandoned(sql: Sql): number {
  return sql.prepare(`UPDATE Job SET status = 'waiting' WHERE status = 'running'`).run().changes;
}

/** Ended jobs are history of no use to anybody. */
export function forgetEndedJobs(sql: Sql, before: number): void {
  sql.prepare(`DELETE FROM Job WHERE status IN ('done', 'failed') AND finishedAt < ?`).run(before);
}
