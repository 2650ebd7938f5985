/**
 * Writes the sample community. Runs in a worker like any import; cut off in the middle, it begins anew, because it is a
 * matter of a second.
 */
import { importCountsSchema, type ImportCounts, type ImportStatus } from '../domain/imports/run';
import type { CanonicalRecord } from '../domain/activity';
import { sampleCommunity, SAMPLE_PLACES, type SampleCommunity, type SamplePlace } from '../domain/sample/community';
import { sampleDeeds, sampleIdentities } from '../domain/sample/records';
import { BulkWriter } from '../db/bulk-writer.server';
import { provenanceOf } from '../db/bulk/provenance.server';
import { refreshAccounts } from '../db/derive/refresh-accounts.server';
import { closeRun, loadRun, stopAsked, updateRun, type ImportRunState } from '../db/import-runs.server';
import { removeSample } from '../db/sample/remove-sample.server';
import { addSampleAccount } from '../db/sample/sample-accounts.server';
import { attachKnown, writeDown } from '../db/sample/sample-people.server';
import type { ImportDeps, ImportOutcome } from './import-archive.server';

/** Records per transaction: the write lock is held for a few milliseconds at a time. */
const BATCH = 250;

const UNDER_WAY: readonly ImportStatus[] = ['received', 'queued', 'reading', 'finishing'];

const FAILED = 'The sample community could not be written. Nothing of it was kept, and everything you had is safe.';

/** Loads the sample of a run, seen from the moment it was asked for. What goes wrong ends up as a sentence on the run. */
export function loadSample(importRunId: number, deps: ImportDeps): ImportOutcome {
  const { sql, now, pause } = deps;
  const run = loadRun(sql, importRunId);
  if (!run?.isSample || !UNDER_WAY.includes(run.status)) return { status: 'gone' };
  removeSample(sql, run.id, now(), pause);
  try {
    const accounts = run.stopAsked ? null : writePlaces(run, deps);
    if (accounts === null) {
      removeSample(sql, run.id, now(), pause);
      closeRun(sql, run.id, { status: 'stopped', at: now() });
      return { status: 'stopped' };
    }
    refreshAccounts(sql, accounts, now(), pause);
    updateRun(sql, run.id, { status: 'finished', finishedAt: now(), problem: null });
    return { status: 'finished' };
  } catch (error) {
    removeSample(sql, run.id, now(), pause);
    closeRun(sql, run.id, { status: 'failed', at: now(), problem: FAILED });
    return { status: 'failed', error };
  }
}

/** @returns the sample's own accounts, or null where somebody asked to stop */
function writePlaces(run: ImportRunState, deps: ImportDeps): number[] | null {
  const { sql, now } = deps;
  const community = sampleCommunity(run.createdAt, zoneOf(sql));
  const places = SAMPLE_PLACES.map((place) => ({
    place, identities: sampleIdentities(community, place), deeds: sampleDeeds(community, place),
  }));
  const total = places.reduce((sum, { identities, deeds }) => sum + identities.length + deeds.length, 0);
  updateRun(sql, run.id, { status: 'reading', startedAt: now(), bytesTotal: total, bytesRead: 0, counts: '{}', leftOut: '[]' });
  const counts = importCountsSchema.parse({});
  const accounts: number[] = [];
  let written = 0;
  for (const [part, records] of places.entries()) {
    const account = writePlace(run, community, { ...records, part, written, counts }, deps);
    if (account === null) return null;
    accounts.push(account);
    written += records.identities.length + records.deeds.length;
  }
  const { startedById } = startedBy(sql, run.id);
  sql.transaction(() => writeDown(sql, community.people, startedById, provenanceOf(sql, run.id), run.createdAt)).immediate();
  updateRun(sql, run.id, { status: 'finishing', readAt: now() });
  return accounts;
}

interface PlaceRecords {
  place: SamplePlace;
  identities: readonly CanonicalRecord[];
  deeds: readonly CanonicalRecord[];
  /** Index of the place, and records of those before. */
  part: number;
  written: number;
  counts: ImportCounts;
}

function writePlace(run: ImportRunState, community: SampleCommunity, records: PlaceRecords, deps: ImportDeps): number | null {
  const { sql, pause } = deps;
  const { place, identities, deeds, part, written, counts } = records;
  const provenance = provenanceOf(sql, run.id);
  const owner = { importRunId: run.id, name: startedBy(sql, run.id).name, now: run.createdAt, from: beginningOf(community) };
  const account = sql.transaction(() => addSampleAccount(sql, place, owner, provenance)).immediate();
  const writer = new BulkWriter(sql, { importRunId: run.id, ownAccountId: account, seenAt: run.createdAt, now: run.createdAt }, counts, []);
  const write = (some: readonly CanonicalRecord[], before: number): boolean => {
    for (let from = 0; from < some.length; from += BATCH) {
      if (stopAsked(sql, run.id)) return false;
      const batch = some.slice(from, from + BATCH);
      writer.write(batch.map((record, index) => ({ record, part, row: before + from + index + 1, bytes: written + before + from + index + 1 })));
      pause();
    }
    return true;
  };
  if (!write(identities, 0)) return null;
  counts.audience -= sql.transaction(() => attachKnown(sql, place, provenance, run.createdAt)).immediate();
  return write(deeds, identities.length) ? account : null;
}

function beginningOf({ people }: SampleCommunity): number {
  return Math.min(...people.map(({ since }) => since));
}

function zoneOf(sql: ImportDeps['sql']): string {
  return sql.prepare<[], string>('SELECT timeZone FROM Workspace WHERE id = 1').pluck().get() ?? 'UTC';
}

function startedBy(sql: ImportDeps['sql'], importRunId: number): { startedById: number | null; name: string } {
  const row = sql
    .prepare<[number], { startedById: number | null; name: string | null }>(
      'SELECT u.startedById, t.name FROM ImportRun u LEFT JOIN Teammate t ON t.id = u.startedById WHERE u.id = ?',
    )
    .get(importRunId);
  return { startedById: row?.startedById ?? null, name: row?.name ?? 'You' };
}
