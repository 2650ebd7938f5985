/** What of an archive did not go in, and why: left out on purpose, files not read, rows that could not be used. */
import type { Sql } from '../db/connection.server';
import { leftOutSchema, recognitionSchema, type LeftOut } from '../domain/imports/run';

/** Rejected rows per page. */
const REJECTS = 25;
/** Files listed; archives with pictures hold a hundred thousand. */
const UNUSED = 200;

export interface ImportDetails {
  leftOut: LeftOut[];
  unused: { path: string; reason: string }[];
  /** How many more files were not read. */
  unusedMore: number;
  rejects: { id: number; file: string; line: number | null; reason: string; sample: string | null }[];
  /** Pass it as `after` for the next page; null on the last. */
  next: number | null;
}

/**
 * @param after the id of the last rejected row seen; 0 for the first page
 * @returns null where there is no such run
 */
export function importDetails(sql: Sql, publicId: string, after: number): ImportDetails | null {
  const run = sql
    .prepare<[string], { id: number; leftOut: string; recognition: string | null }>(
      'SELECT id, leftOut, recognition FROM ImportRun WHERE publicId = ?',
    )
    .get(publicId);
  if (!run) return null;
  const rejects = sql
    .prepare<[number, number, number], ImportDetails['rejects'][number]>(
      'SELECT id, file, line, reason, sample FROM ImportReject WHERE importRunId = ? AND id > ? ORDER BY id LIMIT ?',
    )
    .all(run.id, after, REJECTS + 1);
  const page = rejects.slice(0, REJECTS);
  const unused = run.recognition === null ? [] : recognitionSchema.parse(JSON.parse(run.recognition)).unused;
  return {
    leftOut: leftOutSchema.parse(JSON.parse(run.leftOut)),
    unused: unused.slice(0, UNUSED),
    unusedMore: Math.max(0, unused.length - UNUSED),
    rejects: page,
    next: rejects.length > REJECTS ? (page.at(-1)?.id ?? null) : null,
  };
}
