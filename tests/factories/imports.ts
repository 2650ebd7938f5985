/** Imports, carried out in this process. */
import { z } from 'zod';
import { importArchive, type ImportOutcome } from '../../app/commands/import-archive.server';
import { startImport } from '../../app/commands/start-import.server';
import { askToUndoImport, undoImport } from '../../app/commands/undo-import.server';
import type { Sql } from '../../app/db/connection.server';
import { sweepPast } from '../../app/db/derive/sweep-past.server';
import { loadRun, type ImportRunState } from '../../app/db/import-runs.server';
import { undoResultSchema, type UndoResult } from '../../app/domain/imports/run';
import { folderOnDisk, zipOnDisk, type Files } from '../fixtures/zip';

export const NOW = Date.UTC(2026, 10, 24, 9, 0);
export const NOBODY = { teammateId: null };

export const deps = (sql: Sql, pause: () => void = () => undefined) => ({ sql, now: () => NOW, pause });

/** A run, found by what its URL shows. */
export function runOf(sql: Sql, publicId: string): ImportRunState {
  const id = sql.prepare<[string], number>('SELECT id FROM ImportRun WHERE publicId = ?').pluck().get(publicId);
  const run = id === undefined ? null : loadRun(sql, id);
  if (!run) throw new Error('There is no such run');
  return run;
}

/** Takes a path in without carrying anything out. @returns the public id */
export function received(sql: Sql, path: string, fileName: string): string {
  return startImport(sql, NOBODY, { path, fileName, isOurs: false }, NOW);
}

export interface Imported {
  publicId: string;
  outcome: ImportOutcome;
  run: ImportRunState;
}

/** Carries on with a run that has been taken in. */
export async function carryOn(sql: Sql, publicId: string): Promise<Imported> {
  const outcome = await importArchive(runOf(sql, publicId).id, deps(sql));
  return { publicId, outcome, run: runOf(sql, publicId) };
}

/** Brings files in as a zip of that name. */
export async function importZip(sql: Sql, fileName: string, files: Files): Promise<Imported> {
  return carryOn(sql, received(sql, await zipOnDisk(fileName, files), fileName));
}

/** Brings files in as a folder. */
export async function importFolder(sql: Sql, fileName: string, files: Files): Promise<Imported> {
  return carryOn(sql, received(sql, await folderOnDisk(files), fileName));
}

/** Takes a finished import back. */
export function undo(sql: Sql, publicId: string): UndoResult {
  askToUndoImport(sql, NOBODY, publicId, NOW);
  const { id } = runOf(sql, publicId);
  undoImport(id, deps(sql));
  const result = sql.prepare<[number], string>('SELECT result FROM ImportRun WHERE id = ?').pluck().get(id);
  return undoResultSchema.parse(JSON.parse(result ?? 'null'));
}

/** Tables that tell of imports and commands themselves, and the text index's own inner tables. */
const LEFT_OUT = /^(ImportRun|ImportRunRow|ImportReject|WorkspaceFit|AuditEvent|JournalEntry|Job|sqlite_.*|_prisma.*|(Identity|Contact)Text.*|Auth.*)$/;

/**
 * Every row of every table that a person would call theirs, as the sweep leaves it: the day that all people are counted
 * back from moves with a single word, and the rows of the others follow it a moment later.
 */
export function dump(sql: Sql): Record<string, unknown[]> {
  while (sweepPast(sql, NOW, 100) > 0);
  const tables = sql.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
  return Object.fromEntries(
    tables.filter((name) => !LEFT_OUT.test(name)).map((name) => [name, sql.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all()]),
  );
}

const RANDOM: readonly string[] = ['publicId', 'authUserId'];

/** The same to compare two databases: without random ids, and without those of Coverage, which is written anew on a retry. */
export function comparable(sql: Sql): Record<string, unknown> {
  const tables = dump(sql);
  const coverage = sql.prepare('SELECT ownAccountId, kind, direction, "from", "to", complete FROM Coverage ORDER BY id').all();
  const strip = (key: string, value: unknown) => (RANDOM.includes(key) ? undefined : value);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify({ ...tables, Coverage: coverage }, strip)));
}

/** Rows per table. */
export function rowCounts(sql: Sql): Record<string, number> {
  return Object.fromEntries(Object.entries(dump(sql)).map(([name, rows]) => [name, rows.length]));
}
