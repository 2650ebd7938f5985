/**
 * Brings an archive into the store. Runs in a worker with its own connection, in bounded memory: recognise, find out who
 * "me" is, read in batches with checkpoints, then bring everything derived up to date. Interrupted at any moment, it
 * goes on from its checkpoint; where it cannot go on, nothing of it stays.
 */
import { rmSync } from 'node:fs';
import type { ReadItem } from '../domain/activity';
import { BulkWriter } from '../db/bulk-writer.server';
import { provenanceOf } from '../db/bulk/provenance.server';
import { undoRun } from '../db/bulk/undo-run.server';
import type { Sql } from '../db/connection.server';
import { refreshImported } from '../db/derive/refresh-imported.server';
import { closeRun, loadRun, saveCoverage, saveRecognition, stopAsked, updateRun, type ImportRunState } from '../db/import-runs.server';
import { ownIdentitiesOf } from '../db/own-accounts.server';
import { openArchive } from '../platforms/archive/open-archive';
import { recogniseArchive } from '../platforms/archive/recognise-archive';
import { ArchiveProblem, type Archive, type ArchiveReader, type Recognition } from '../platforms/contract';
import { PLATFORM_MODULES } from '../platforms/registry';
import { settleOwner } from './import-archive/settle-owner.server';

/** Records per transaction: the write lock is held for a few milliseconds at a time. */
const BATCH = 250;

export interface ImportDeps {
  sql: Sql;
  now: () => number;
  /** Lets others take the write lock between two transactions. */
  pause: () => void;
}

/** What went wrong inside, for the log: never with anybody's words in it. */
export type ImportOutcome = { status: 'finished' | 'needs_owner' | 'stopped' | 'failed' | 'gone'; error?: unknown };

export async function importArchive(importRunId: number, deps: ImportDeps): Promise<ImportOutcome> {
  const run = loadRun(deps.sql, importRunId);
  if (!run?.inputPath) return { status: 'gone' };
  let archive: Archive | null = null;
  try {
    archive = await openArchive(run.inputPath, run.fileName);
    const found = await recogniseArchive(archive, PLATFORM_MODULES);
    return await bringIn(run, archive, found, deps);
  } catch (error) {
    return fail(run, error, deps);
  } finally {
    await archive?.close();
  }
}

interface Found {
  reader: ArchiveReader;
  recognition: Recognition;
}

async function bringIn(run: ImportRunState, archive: Archive, found: Found, deps: ImportDeps): Promise<ImportOutcome> {
  const { sql } = deps;
  const { reader, recognition } = found;
  saveRecognition(sql, run.id, recognition, reader.version);
  const owner = run.owner?.settled ? run.owner : { ...(await reader.findOwner(archive, recognition)), joins: null };
  const settled = sql
    .transaction(() => settleOwner(sql, run, recognition.platform, owner, provenanceOf(sql, run.id), deps.now()))
    .immediate();
  if (settled === null) return { status: 'needs_owner' };

  const startedAt = deps.now();
  updateRun(sql, run.id, { status: 'reading', ownAccountId: settled.ownAccountId, startedAt });
  const target = {
    importRunId: run.id,
    ownAccountId: settled.ownAccountId,
    seenAt: recognition.generatedAt ?? startedAt,
    now: startedAt,
  };
  const writer = new BulkWriter(sql, target, run.counts, run.leftOut);
  const own = { identities: ownIdentitiesOf(sql, settled.ownAccountId), displayName: settled.displayName };
  const items = reader.read(archive, recognition, own);
  const coverage = await writeAll(items, writer, run, deps);
  if (coverage === null) return stop(run, deps);

  updateRun(sql, run.id, { status: 'finishing', readAt: deps.now() });
  sql.transaction(() => saveCoverage(sql, run.id, settled.ownAccountId, coverage.coverage)).immediate();
  refreshImported(sql, run.id, settled.ownAccountId, deps.now(), deps.pause);
  removeInput(run);
  updateRun(sql, run.id, { status: 'finished', finishedAt: deps.now(), inputPath: null });
  return { status: 'finished' };
}

/**
 * Writes everything past the checkpoint. A batch ends only between two rows of the source, so that a checkpoint never
 * stands in the middle of one.
 * @returns what the archive could see, or null where somebody asked to stop
 */
async function writeAll(
  items: ReturnType<ArchiveReader['read']>,
  writer: BulkWriter,
  run: ImportRunState,
  deps: ImportDeps,
): Promise<{ coverage: Parameters<typeof saveCoverage>[3] } | null> {
  const from = run.checkpoint;
  const done = (item: ReadItem) => from !== null && (item.part < from.part || (item.part === from.part && item.row <= from.row));
  let batch: ReadItem[] = [];
  for (;;) {
    const next = await items.next();
    if (next.done) {
      writer.write(batch);
      return next.value;
    }
    const item = next.value;
    const last = batch.at(-1);
    const between = last !== undefined && (last.part !== item.part || last.row !== item.row);
    if (batch.length >= BATCH && between) {
      writer.write(batch);
      batch = [];
      deps.pause();
      if (stopAsked(deps.sql, run.id)) return null;
    }
    if (!done(item)) batch.push(item);
  }
}

function stop(run: ImportRunState, deps: ImportDeps): ImportOutcome {
  undoRun(deps.sql, run.id, deps.now(), deps.pause);
  removeInput(run);
  closeRun(deps.sql, run.id, { status: 'stopped', at: deps.now() });
  return { status: 'stopped' };
}

/** Nothing half-written stays, and the user hears what was found and what to do. */
function fail(run: ImportRunState, error: unknown, deps: ImportDeps): ImportOutcome {
  undoRun(deps.sql, run.id, deps.now(), deps.pause);
  removeInput(run);
  const problem =
    error instanceof ArchiveProblem
      ? error.message
      : 'Something in Kith went wrong while reading this archive. Nothing of it was kept, and everything you had is safe. Try it once more.';
  closeRun(deps.sql, run.id, { status: 'failed', at: deps.now(), problem });
  return error instanceof ArchiveProblem ? { status: 'failed' } : { status: 'failed', error };
}

function removeInput(run: ImportRunState): void {
  if (run.inputIsOurs && run.inputPath) rmSync(run.inputPath, { force: true });
}
