/**
 * Every platform's import, killed between any two of its transactions, once after the other: it goes on from its
 * checkpoint and ends with the rows of an import that nothing disturbed.
 */
import { describe, expect, it } from 'vitest';
import { importArchive, type ImportOutcome } from '../../app/commands/import-archive.server';
import { closeStore, store, type Sql } from '../../app/db/connection.server';
import { answerAsSuggested, EVERY_PLATFORM } from '../factories/every-platform';
import { comparable, deps, received, runOf } from '../factories/imports';
import { folderOnDisk } from '../fixtures/zip';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

/** About so often an import is killed while it reads; small ones behind every row of their source. */
const CUTS = 6;

async function freshHouse(): Promise<Sql> {
  const sql = await freshDatabase();
  await makeOwner(sql);
  return sql;
}

interface Ended {
  rows: Record<string, unknown>;
  counts: unknown;
  leftOut: unknown;
  rejects: unknown[];
}

function ended(sql: Sql, publicId: string): Ended {
  const { counts, leftOut } = runOf(sql, publicId);
  const rejects = sql.prepare('SELECT file, line, reason FROM ImportReject ORDER BY file, line, reason').all();
  return { rows: comparable(sql), counts, leftOut, rejects };
}

/** With a transaction behind every row. @returns how it ended, and how many transactions there were while it read */
async function undisturbed(path: string, fileName: string): Promise<{ whole: Ended; rows: number }> {
  const sql = await freshHouse();
  const publicId = received(sql, path, fileName);
  let rows = 0;
  const count = () => {
    if (runOf(sql, publicId).status === 'reading') rows += 1;
  };
  let outcome: ImportOutcome;
  do {
    outcome = await importArchive(runOf(sql, publicId).id, { ...deps(sql, count), batch: 1 });
  } while (answerAsSuggested(sql, publicId, outcome));
  expect(outcome).toEqual({ status: 'finished' });
  return { whole: ended(sql, publicId), rows };
}

/**
 * Cuts the connection at the n-th pause behind what was there when this try began, as a killed process does: nothing is
 * tidied up.
 */
function killer(publicId: string, pauses: number): () => void {
  const from = runOf(store(), publicId);
  let count = 0;
  return () => {
    const now = runOf(store(), publicId);
    const isFurther = now.status === 'finishing' || JSON.stringify(now.checkpoint) !== JSON.stringify(from.checkpoint);
    if (isFurther) count += 1;
    if (isFurther && count === pauses) closeStore();
  };
}

/**
 * Killed while it reads as soon as there is a transaction more, and begun again. What comes after the reading is done
 * from its beginning by every try, so there each is killed one pause later.
 * @returns how often it was killed, and how it ended
 */
async function killedAgainAndAgain(path: string, fileName: string, batch: number): Promise<{ kills: number; result: Ended }> {
  const publicId = received(await freshHouse(), path, fileName);
  let kills = 0;
  for (let at = 1; ; ) {
    const sql = store();
    const { id, status } = runOf(sql, publicId);
    if (status === 'finishing') at += 1;
    try {
      const outcome = await importArchive(id, { ...deps(sql, killer(publicId, at)), batch });
      if (answerAsSuggested(sql, publicId, outcome)) continue;
      expect(outcome).toEqual({ status: 'finished' });
      return { kills, result: ended(sql, publicId) };
    } catch (error) {
      expect(String(error)).toMatch(/not open/);
      kills += 1;
    }
  }
}

describe.each(EVERY_PLATFORM.map((one) => [one.name, one] as const))('an import of %s', (_, { fileName, files }) => {
  it('killed between any two transactions ends as if nothing had been', async () => {
    const path = await folderOnDisk(files);
    const { whole, rows } = await undisturbed(path, fileName);
    const { kills, result } = await killedAgainAndAgain(path, fileName, Math.max(1, Math.ceil(rows / CUTS)));
    expect(kills).toBeGreaterThan(1);
    expect(result).toEqual(whole);
  });
});
