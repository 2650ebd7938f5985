/** The row of an import run: how far it has come, what it found, how it ended. */
import { z } from 'zod';
import {
  checkpointSchema, importCountsSchema, leftOutSchema, ownerSchema, recognitionSchema,
  type Checkpoint, type ImportCounts, type LeftOut, type OwnerState, type StoredRecognition, type UndoResult,
} from '../domain/imports/run';
import type { CoverageRecord, Platform, SnapshotRecord } from '../domain/activity';
import { readingAnswersSchema, readingQuestionSchema, type ReadingAnswers, type ReadingQuestion } from '../domain/imports/questions';
import type { ImportStatus } from './generated/client';
import type { Sql } from './connection.server';
import type { Tables } from './rows.server';

/** A run with its JSON columns parsed. */
export interface ImportRunState {
  id: number;
  publicId: string;
  status: ImportStatus;
  fileName: string;
  inputPath: string | null;
  inputIsOurs: boolean;
  /** Which platform's reader this run is for, where an archive holds several exports; null: the first that knows it. */
  reader: string | null;
  ownAccountId: number | null;
  owner: OwnerState | null;
  /** What the reader asked, and what the user said. */
  questions: ReadingQuestion[];
  answers: ReadingAnswers;
  counts: ImportCounts;
  leftOut: LeftOut[];
  checkpoint: Checkpoint | null;
  /** A sentence for the user. With `stopAsked`, why it is being taken back: it did not stop of anybody's will. */
  problem: string | null;
  stopAsked: boolean;
  pauseAsked: boolean;
  isSample: boolean;
  /** UTC milliseconds. */
  createdAt: number;
  finishedAt: number | null;
}

const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** @returns null where the run is gone */
export function loadRun(sql: Sql, id: number): ImportRunState | null {
  const row = sql.prepare<[number], Tables['ImportRun']>('SELECT * FROM ImportRun WHERE id = ?').get(id);
  if (!row) return null;
  return {
    id: row.id,
    publicId: row.publicId,
    status: row.status,
    fileName: row.fileName,
    inputPath: row.inputPath,
    inputIsOurs: row.inputIsOurs === 1,
    reader: row.reader,
    ownAccountId: row.ownAccountId,
    owner: ownerSchema.nullable().parse(json(row.owner)),
    questions: z.array(readingQuestionSchema).parse(json(row.questions)),
    answers: readingAnswersSchema.parse(json(row.answers)),
    counts: importCountsSchema.parse(json(row.counts)),
    leftOut: leftOutSchema.parse(json(row.leftOut)),
    checkpoint: checkpointSchema.nullable().parse(json(row.checkpoint)),
    problem: row.problem,
    stopAsked: row.stopAsked === 1,
    pauseAsked: row.pauseAsked === 1,
    isSample: row.isSample === 1,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
  };
}

/** Whether somebody asked to stop, read between batches. */
export function stopAsked(sql: Sql, id: number): boolean {
  return sql.prepare('SELECT 1 FROM ImportRun WHERE id = ? AND stopAsked = 1').get(id) !== undefined;
}

/** Whether somebody asked to pause, read between batches. */
export function pauseAsked(sql: Sql, id: number): boolean {
  return sql.prepare('SELECT 1 FROM ImportRun WHERE id = ? AND pauseAsked = 1').get(id) !== undefined;
}

type RunColumns = Partial<Omit<Tables['ImportRun'], 'id' | 'publicId' | 'version'>>;

/** Sets columns of a run. */
export function updateRun(sql: Sql, id: number, columns: RunColumns): void {
  const names = Object.keys(columns);
  sql
    .prepare(`UPDATE ImportRun SET ${names.map((name) => `"${name}" = @${name}`).join(', ')}, version = version + 1 WHERE id = @id`)
    .run({ ...columns, id });
}

/** Keeps what recognition found. */
export function saveRecognition(sql: Sql, id: number, recognition: StoredRecognition, readerVersion: number): void {
  updateRun(sql, id, {
    platform: recognition.platform,
    title: recognition.title,
    generatedAt: recognition.generatedAt,
    readerVersion,
    recognition: JSON.stringify(recognitionSchema.parse(recognition)),
    bytesTotal: recognition.parts.reduce((sum, part) => sum + part.size, 0),
  });
}

/** Replaces what the run says its source could see. */
export function saveCoverage(sql: Sql, importRunId: number, ownAccountId: number, coverage: CoverageRecord[]): void {
  sql.prepare('DELETE FROM Coverage WHERE importRunId = ?').run(importRunId);
  const insert = sql.prepare(
    `INSERT INTO Coverage (ownAccountId, importRunId, kind, direction, "from", "to", complete) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const one of coverage) {
    insert.run(ownAccountId, importRunId, one.kind, one.direction, one.from, one.to, one.complete ? 1 : 0);
  }
}

/** Replaces which lists of relations the run says its source held. */
export function saveSnapshots(sql: Sql, run: { importRunId: number; ownAccountId: number; platform: Platform }, snapshots: readonly SnapshotRecord[]): void {
  sql.prepare('DELETE FROM RelationSnapshot WHERE importRunId = ?').run(run.importRunId);
  const insert = sql.prepare('INSERT OR REPLACE INTO RelationSnapshot (importRunId, ownAccountId, platform, kind, complete, at) VALUES (?, ?, ?, ?, ?, ?)');
  for (const { platform = run.platform, kind, complete, at } of snapshots) {
    insert.run(run.importRunId, run.ownAccountId, platform, kind, complete ? 1 : 0, at);
  }
}

/** The end of a run that is taken back, stopped or failed: it stays as a line of history, without its input. */
export function closeRun(
  sql: Sql,
  id: number,
  end: { status: ImportStatus; at: number; problem?: string | null; result?: UndoResult | null },
): void {
  updateRun(sql, id, {
    status: end.status,
    finishedAt: end.at,
    problem: end.problem ?? null,
    ...(end.result ? { result: JSON.stringify(end.result) } : {}),
    ...(end.status === 'undone' ? { undoneAt: end.at } : {}),
    inputPath: null,
    stopAsked: 0,
    pauseAsked: 0,
  });
}
