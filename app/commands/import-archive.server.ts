/**
 * Brings an archive into the store. Runs in a worker with its own connection, in bounded memory: recognise, find out who
 * "me" is, read in batches with checkpoints, then bring everything derived up to date. Interrupted at any moment, it
 * goes on from its checkpoint; where it cannot go on, nothing of it stays.
 */
import type { Platform } from '../domain/activity';
import type { ImportStatus } from '../domain/imports/run';
import { BulkWriter } from '../db/bulk-writer.server';
import { isAsBefore, sightOf } from '../db/bulk/as-before.server';
import { undoRun } from '../db/bulk/undo-run.server';
import type { Sql } from '../db/connection.server';
import { refreshAccounts } from '../db/derive/refresh-accounts.server';
import { refreshRelationEnds } from '../db/derive/relation-ends.server';
import { refreshGuesses } from '../db/identity/guesses.server';
import { joinTheSame, knowsMore } from '../db/identity/joins.server';
import { closeRun, loadRun, saveCoverage, saveRecognition, saveSnapshots, stopAsked, updateRun, type ImportRunState } from '../db/import-runs.server';
import { ownIdentitiesOf } from '../db/own-accounts.server';
import { recogniseArchive } from '../platforms/archive/recognise-archive';
import { watched } from '../platforms/archive/watched';
import { ArchiveProblem, type Archive, type ReadResult } from '../platforms/contract';
import { PLATFORM_MODULES } from '../platforms/registry';
import { openInput, removeInput } from './import-archive/input-file.server';
import { problemSentence, EMPTY_EXPORT } from './import-archive/problem-sentence';
import { asksFirst } from './import-archive/ask-first.server';
import { bringsNothing, fingerprintOf, meetAgain, sameBefore } from './import-archive/same-archive.server';
import { beginSiblings } from './import-archive/siblings.server';
import { ownerOf, settleOwner } from './import-archive/settle-owner.server';
import { writeAll } from './import-archive/write-all.server';

/** What a run may be in when its job comes up: anything else has been ended meanwhile. */
const UNDER_WAY: readonly ImportStatus[] = ['received', 'queued', 'reading', 'finishing'];

/** Outcomes after which the archive will be read again. */
const WAITING: readonly ImportOutcome['status'][] = ['needs_owner', 'needs_answers', 'paused'];

export interface ImportDeps {
  sql: Sql;
  now: () => number;
  /** Lets others take the write lock between two transactions. */
  pause: () => void;
  /** Records per transaction, where not the usual many. */
  batch?: number;
}

export interface ImportOutcome {
  status: 'finished' | 'needs_owner' | 'needs_answers' | 'paused' | 'stopped' | 'failed' | 'gone';
  /** What went wrong in Kith itself, for the log. */
  error?: unknown;
}

/** Carries an import out, or goes on with it. Whatever is wrong with the archive ends up as a sentence on the run. */
export async function importArchive(importRunId: number, deps: ImportDeps): Promise<ImportOutcome> {
  const run = loadRun(deps.sql, importRunId);
  if (!run?.inputPath || !UNDER_WAY.includes(run.status)) return { status: 'gone' };
  let archive: Archive | null = null;
  let outcome: ImportOutcome;
  try {
    if (run.stopAsked) {
      outcome = stop(run, deps);
    } else {
      const note = showFirstLook(deps.sql, run);
      archive = watched(await openInput(run.inputPath, run), note);
      outcome = await bringIn(run, { archive, path: run.inputPath, note }, deps);
    }
  } catch (error) {
    outcome = fail(run, error, deps);
  } finally {
    await archive?.close();
  }
  if (!WAITING.includes(outcome.status)) removeInput(deps.sql, run);
  return outcome;
}

interface Input {
  archive: Archive;
  path: string;
  /** Told the bytes of each piece that was looked at. */
  note: (bytes: number) => void;
}

async function bringIn(run: ImportRunState, { archive, path, note }: Input, deps: ImportDeps): Promise<ImportOutcome> {
  const { sql } = deps;
  const [mine, ...others] = await recogniseArchive(archive, PLATFORM_MODULES, run.reader);
  const { reader, recognition } = mine;
  saveRecognition(sql, run.id, recognition, reader.version);
  const fingerprint = await fingerprintOf(path, recognition, { module: mine.module, version: reader.version }, note);
  if (fingerprint !== null) saveRecognition(sql, run.id, { ...recognition, fingerprint }, reader.version);
  if (others.length > 0) beginSiblings(sql, run, mine, others, deps.now());
  const before = sameBefore(sql, run, fingerprint);
  const asked = before === null || before.questions.length > 0;
  if (asked && (await asksFirst(run, reader, { archive, recognition }, deps))) return { status: 'needs_answers' };
  const owner = run.owner ?? before?.owner ?? ownerOf(await reader.findOwner(archive, recognition));
  const startedAt = deps.now();
  const settled = sql.transaction(() => settleOwner(sql, run, recognition, owner, startedAt)).immediate();
  if (settled === null) return { status: 'needs_owner' };
  const { ownAccountId, displayName } = settled;
  const sight = sightOf(sql, ownAccountId, run.id);
  const target = { importRunId: run.id, ownAccountId, seenAt: recognition.generatedAt ?? startedAt, now: startedAt };
  const writer = new BulkWriter(sql, target, run.counts, run.leftOut);
  const items = reader.read(archive, recognition, { identities: ownIdentitiesOf(sql, ownAccountId), displayName }, run.answers);
  const read = bringsNothing(sql, run, before, ownAccountId) ? meetAgain(before, run, deps) : await writeAll(items, writer, run, deps);
  if (read === 'pause') return rest(run, deps);
  if (read === 'stop' || !beginFinishing(run, { ownAccountId, platform: recognition.platform }, read, deps)) return stop(run, deps);
  if (loadRun(sql, run.id)?.checkpoint === null) throw new ArchiveProblem(EMPTY_EXPORT);
  const more = knowsMore(sql, run.id);
  if (more) joinTheSame(sql, deps.now(), deps.pause);
  if (isAsBefore(sql, target, sight)) refreshRelationEnds(sql, [ownAccountId], deps.pause);
  else refreshAccounts(sql, [ownAccountId], deps.now(), deps.pause);
  if (more) refreshGuesses(sql);
  updateRun(sql, run.id, { status: 'finished', finishedAt: deps.now(), inputPath: null, problem: null });
  return { status: 'finished' };
}

/** So often a first look over the archive says how far it is, in milliseconds. */
const SHOWN_EVERY = 500;

/** Before the first row is written, the bytes that were looked at stand for the progress, from 0 again with each look. */
function showFirstLook(sql: Sql, run: ImportRunState): (bytes: number) => void {
  const show = sql.prepare('UPDATE ImportRun SET bytesRead = ? % max(bytesTotal, 1) WHERE id = ? AND checkpoint IS NULL');
  let [looked, shownAt] = [0, 0];
  return (bytes) => {
    looked += bytes;
    if (run.checkpoint !== null || performance.now() - shownAt < SHOWN_EVERY) return;
    shownAt = performance.now();
    show.run(looked, run.id);
  };
}

/** The last moment to stop: from here on the import is undone instead. @returns false where somebody did */
function beginFinishing(run: ImportRunState, { ownAccountId, platform }: { ownAccountId: number; platform: Platform }, { coverage, snapshots = [] }: ReadResult, { sql, now }: ImportDeps): boolean {
  return sql
    .transaction(() => {
      if (stopAsked(sql, run.id)) return false;
      updateRun(sql, run.id, { status: 'finishing', readAt: now() });
      saveCoverage(sql, run.id, ownAccountId, coverage);
      saveSnapshots(sql, { importRunId: run.id, ownAccountId, platform }, snapshots);
      return true;
    })
    .immediate();
}

/** What was read stays, with its checkpoint. */
function rest(run: ImportRunState, { sql }: ImportDeps): ImportOutcome {
  updateRun(sql, run.id, { status: 'paused', pauseAsked: 0 });
  return { status: 'paused' };
}

/** Takes back what was read. Killed in the middle, it is called again: `stopAsked` stays until nothing is left. */
function stop(run: ImportRunState, { sql, now, pause }: ImportDeps): ImportOutcome {
  const status = run.problem === null ? 'stopped' : 'failed';
  undoRun(sql, run.id, now(), pause);
  closeRun(sql, run.id, { status, at: now(), problem: run.problem });
  return { status };
}

/** Nothing half-written stays, and the user hears what was found and what to do. */
function fail(run: ImportRunState, error: unknown, deps: ImportDeps): ImportOutcome {
  const { sentence, isOurs } = problemSentence(error);
  // From here on there is no way back to reading: part of what stands before the checkpoint may be gone already.
  updateRun(deps.sql, run.id, { stopAsked: 1, problem: sentence });
  const outcome = stop({ ...run, problem: sentence }, deps);
  return isOurs ? { ...outcome, error } : outcome;
}
