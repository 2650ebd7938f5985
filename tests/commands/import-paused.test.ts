/** An import that rests, and goes on from where it was. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importArchive } from '../../app/commands/import-archive.server';
import { pauseImport, resumeImport } from '../../app/commands/pause-import.server';
import { stopImport } from '../../app/commands/stop-import.server';
import { claimJob } from '../../app/db/job-queue.server';
import type { Sql } from '../../app/db/connection.server';
import { writeLargeExport } from '../fixtures/linkedin/large';
import { newFolder } from '../fixtures/zip';
import { carryOn, comparable, deps, dump, NOBODY, NOW, received, runOf } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

const NAME = 'Complete_LinkedInDataExport_11-22-2026.zip';
let large = '';
beforeAll(async () => {
  large = join(await newFolder(), NAME);
  await writeLargeExport(large, { messages: 1_500, connections: 300 });
});

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

/** Begins an import whose job is taken, and asks for something in the middle. */
async function askedMidway(ask: (publicId: string) => void): Promise<string> {
  const publicId = received(sql, large, NAME);
  claimJob(sql, NOW);
  let pauses = 0;
  await importArchive(runOf(sql, publicId).id, deps(sql, () => {
    pauses += 1;
    if (pauses === 5) ask(publicId);
  }));
  return publicId;
}

describe('a paused import', () => {
  it('keeps what was read and its file, and ends as if it had never rested', async () => {
    await carryOn(sql, received(sql, large, NAME));
    const whole = comparable(sql);
    sql = await freshDatabase();
    await makeOwner(sql);

    const publicId = await askedMidway((run) => pauseImport(sql, NOBODY, run, NOW));
    const paused = runOf(sql, publicId);
    expect(paused.status).toBe('paused');
    expect(paused.counts.messages).toBeGreaterThan(0);
    expect(paused.counts.messages).toBeLessThan(1_500);
    expect(existsSync(paused.inputPath ?? '')).toBe(true);

    resumeImport(sql, NOBODY, publicId, NOW);
    expect(runOf(sql, publicId).status).toBe('queued');
    expect((await carryOn(sql, publicId)).outcome).toEqual({ status: 'finished' });
    expect(comparable(sql)).toEqual(whole);
  });

  it('that is stopped leaves nothing', async () => {
    const before = dump(sql);
    const publicId = await askedMidway((run) => pauseImport(sql, NOBODY, run, NOW));
    stopImport(sql, NOBODY, publicId, NOW);
    expect((await carryOn(sql, publicId)).outcome).toEqual({ status: 'stopped' });
    expect(dump(sql)).toEqual(before);
  });

  it('goes on at once where it was let go on before it rested', async () => {
    const publicId = await askedMidway((run) => {
      pauseImport(sql, NOBODY, run, NOW);
      resumeImport(sql, NOBODY, run, NOW);
    });
    expect(runOf(sql, publicId).status).toBe('finished');
  });

  it('in line rests at once, and takes its place in line again', async () => {
    const publicId = received(sql, large, NAME);
    pauseImport(sql, NOBODY, publicId, NOW);
    expect(runOf(sql, publicId).status).toBe('paused');
    expect(claimJob(sql, NOW)).toBeNull();
    resumeImport(sql, NOBODY, publicId, NOW);
    expect(claimJob(sql, NOW)?.name).toBe('import-archive');
  });

  it('in line that is stopped ends at once', () => {
    const publicId = received(sql, large, NAME);
    pauseImport(sql, NOBODY, publicId, NOW);
    stopImport(sql, NOBODY, publicId, NOW);
    expect(runOf(sql, publicId).status).toBe('stopped');
    expect(claimJob(sql, NOW)).toBeNull();
  });

  it('is nothing for what is over', async () => {
    const { publicId } = await carryOn(sql, received(sql, large, NAME));
    pauseImport(sql, NOBODY, publicId, NOW);
    resumeImport(sql, NOBODY, publicId, NOW);
    expect(runOf(sql, publicId).status).toBe('finished');
  });
});
