/** Imports and undos that are stopped, killed in the middle, or given something that is no archive. */
import { existsSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importArchive } from '../../app/commands/import-archive.server';
import { abandonImport } from '../../app/commands/import-archive/abandon-import.server';
import { startImport } from '../../app/commands/start-import.server';
import { stopImport } from '../../app/commands/stop-import.server';
import { askToUndoImport, giveUpUndo, undoImport } from '../../app/commands/undo-import.server';
import { closeStore, store, type Sql } from '../../app/db/connection.server';
import { claimJob } from '../../app/db/job-queue.server';
import { eraNamed, exportOf, messagesCsv } from '../fixtures/linkedin/eras';
import { writeLargeExport } from '../fixtures/linkedin/large';
import { newFolder, onDisk, rawZip, zipOf } from '../fixtures/zip';
import { carryOn, comparable, deps, dump, importZip, NOBODY, NOW, received, runOf, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const era = eraNamed('2026');
const NAME = 'Complete_LinkedInDataExport_11-22-2026.zip';
let large = '';
beforeAll(async () => {
  large = join(await newFolder(), NAME);
  await writeLargeExport(large, { messages: 1_500, connections: 300 });
});

/** Cuts the connection at the n-th pause, as a killed process does: nothing is tidied up. */
function killedAt(pauses: number): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count === pauses) closeStore();
  };
}

const pausesOf = async (work: (pause: () => void) => Promise<unknown> | void): Promise<number> => {
  let count = 0;
  await work(() => void (count += 1));
  return count;
};

describe('killed in the middle', () => {
  it('an import goes on from its checkpoint and ends as if nothing had been', async () => {
    const undisturbed = received(sql, large, NAME);
    const pauses = await pausesOf((pause) => importArchive(runOf(sql, undisturbed).id, deps(sql, pause)));
    const whole = { rows: comparable(sql), counts: runOf(sql, undisturbed).counts };
    expect(whole.counts).toMatchObject({ messages: 1_500, relations: 300 });

    for (const at of [1, Math.floor(pauses / 3), pauses - 1]) {
      sql = await freshDatabase();
      await makeOwner(sql);
      const publicId = received(sql, large, NAME);
      const { id } = runOf(sql, publicId);
      await expect(importArchive(id, deps(sql, killedAt(at)))).rejects.toThrow(/not open/);
      sql = store();
      expect((await carryOn(sql, publicId)).outcome).toEqual({ status: 'finished' });
      expect({ rows: comparable(sql), counts: runOf(sql, publicId).counts }).toEqual(whole);
    }
  });

  it('an undo goes on and leaves nothing', async () => {
    const before = dump(sql);
    const { publicId } = await carryOn(sql, received(sql, large, NAME));
    const { id } = runOf(sql, publicId);
    for (const at of [2, 5, 9]) {
      askToUndoImport(sql, NOBODY, publicId, NOW);
      expect(() => undoImport(id, deps(sql, killedAt(at)))).toThrow(/not open/);
      sql = store();
    }
    undoImport(id, deps(sql));
    expect(runOf(sql, publicId).status).toBe('undone');
    expect(dump(sql)).toEqual(before);
  });

  it('an import that never comes to its end leaves nothing but a sentence', async () => {
    const before = dump(sql);
    const publicId = received(sql, large, NAME);
    const { id } = runOf(sql, publicId);
    await expect(importArchive(id, deps(sql, killedAt(3)))).rejects.toThrow(/not open/);
    sql = store();
    abandonImport(id, deps(sql));
    expect(problemOf(publicId)).toMatch(/tried three times/);
    expect(dump(sql)).toEqual(before);
  });

  it('an undo that cannot be carried out can be asked for again', async () => {
    const { publicId } = await carryOn(sql, received(sql, large, NAME));
    askToUndoImport(sql, NOBODY, publicId, NOW);
    giveUpUndo(runOf(sql, publicId).id, { sql });
    expect(runOf(sql, publicId).status).toBe('finished');
    expect(problemOf(publicId)).toMatch(/Press Undo once more/);
  });
});

function problemOf(publicId: string): string {
  return sql.prepare<[string], string>('SELECT problem FROM ImportRun WHERE publicId = ?').pluck().get(publicId) ?? '';
}

describe('stopped', () => {
  it('keeps nothing of what was read', async () => {
    const before = dump(sql);
    const publicId = received(sql, large, NAME);
    let count = 0;
    const stopLater = () => {
      count += 1;
      if (count === 4) stopImport(sql, NOBODY, publicId, NOW);
    };
    const { status } = await importArchive(runOf(sql, publicId).id, deps(sql, stopLater));
    expect(status).toBe('stopped');
    expect(runOf(sql, publicId).status).toBe('stopped');
    expect(dump(sql)).toEqual(before);
  });

  it('ends at once while it waits in line, and its job with it', async () => {
    const publicId = received(sql, large, NAME);
    stopImport(sql, NOBODY, publicId, NOW);
    expect(runOf(sql, publicId).status).toBe('stopped');
    expect(claimJob(sql, NOW)).toBeNull();
  });

  it('is too late once everything is read', async () => {
    const publicId = received(sql, large, NAME);
    const finishing = () => {
      if (runOf(sql, publicId).status === 'finishing') stopImport(sql, NOBODY, publicId, NOW);
    };
    expect((await importArchive(runOf(sql, publicId).id, deps(sql, finishing))).status).toBe('finished');
  });
});

describe('the uploaded file', () => {
  const upload = async () => {
    const path = join(await newFolder(), 'upload');
    copyFileSync(large, path);
    return { path, publicId: startImport(sql, NOBODY, { path, fileName: NAME, isOurs: true }, NOW) };
  };

  it('goes when it has been read', async () => {
    const { path, publicId } = await upload();
    await carryOn(sql, publicId);
    expect(existsSync(path)).toBe(false);
  });

  it('goes when it is stopped before it was read', async () => {
    const { path, publicId } = await upload();
    stopImport(sql, NOBODY, publicId, NOW);
    expect(existsSync(path)).toBe(false);
  });

  it('stays where the user put it', async () => {
    await carryOn(sql, received(sql, large, NAME));
    expect(existsSync(large)).toBe(true);
  });
});

describe('what is no archive, or no good one', () => {
  const csv = Buffer.from(messagesCsv(era));
  const HOSTILE: [what: string, make: () => Promise<string>, says: RegExp][] = [
    ['a zip of pictures', async () => onDisk('x.zip', await zipOf({ 'a.jpg': 'x', 'b.jpg': 'y' })), /2 JPEG files/],
    ['a truncated zip', async () => onDisk('x.zip', (await zipOf(exportOf(era))).subarray(0, 2_000)), /stopped early/],
    ['a zip with a password', () => onDisk('x.zip', rawZip([{ name: 'messages.csv', content: csv, flags: 0x801 }])), /password/],
    ['a table that is damaged', () => onDisk('x.zip', rawZip([{ name: 'messages.csv', content: csv, claimedCrc: 1 }])), /damaged/],
    ['paths that lead out', () => onDisk('x.zip', rawZip([{ name: '../messages.csv', content: csv }])), /did not open \.\.\/messages\.csv \(it wants to lie outside its archive\)/],
    ['a link', () => onDisk('x.zip', rawZip([{ name: 'messages.csv', content: csv, unixMode: 0o120777 }])), /did not open messages\.csv \(it is a link or a device, not a file\)/],
    ['a bomb', () => onDisk('x.zip', rawZip([{ name: 'messages.csv', content: Buffer.alloc(60_000_000), compress: true }])), /no real export does/],
    ['a table of headings', () => onDisk('messages.csv', `${messagesCsv(era).split('\n')[0]}\n`), /not one row/],
    ['three million columns', () => onDisk('x.csv', ','.repeat(3_000_000)), /none of it is an export that Kith knows/],
    ['the right headings and three million more', () => onDisk('x.csv', `${messagesCsv(era).split('\n')[0]}${','.repeat(3_000_000)}\n`), /more than 2,000 cells/],
    ['an empty file', () => onDisk('x.zip', ''), /empty file/],
    ['nothing', async () => '/nowhere/at/all.zip', /There is no file/],
  ];

  it.each(HOSTILE)('%s: a sentence, and nothing half-written', async (_, make, says) => {
    const before = dump(sql);
    const path = await make();
    const publicId = existsSync(path) ? received(sql, path, 'export.zip') : missing(path);
    const { outcome } = await carryOn(sql, publicId);
    expect(outcome).toEqual({ status: 'failed' });
    expect(problemOf(publicId)).toMatch(says);
    expect(dump(sql)).toEqual(before);
  });

  /** A file that was there when it was handed in, and no longer when its turn came. */
  function missing(path: string): string {
    const publicId = received(sql, large, NAME);
    sql.prepare('UPDATE ImportRun SET inputPath = ? WHERE publicId = ?').run(path, publicId);
    return publicId;
  }

  it('a damaged end of a good archive takes its beginning back out', async () => {
    const good = await importZip(sql, NAME, exportOf(era));
    const before = dump(sql);
    const path = await onDisk('x.zip', rawZip([
      { name: 'Connections.csv', content: Buffer.from('First Name,Last Name,URL,Email Address,Company,Position,Connected On\nNew,Person,https://www.linkedin.com/in/new-person,,,,01 Jan 2020\n') },
      { name: 'messages.csv', content: csv },
      { name: 'Invitations.csv', content: Buffer.from(String(exportOf(era)['Invitations.csv'])), claimedCrc: 7 },
    ]));
    const { outcome, publicId } = await carryOn(sql, received(sql, path, NAME));
    expect(outcome.status).toBe('failed');
    expect(problemOf(publicId)).toMatch(/Invitations.csv is damaged/);
    expect(dump(sql)).toEqual(before);
    expect(undo(sql, good.publicId).removed.people).toBe(8);
  });

  it('killed while what came in of it goes out again, it goes on taking back, even where it could be read by now', async () => {
    const before = dump(sql);
    const broken = await onDisk('x.zip', rawZip([
      { name: 'messages.csv', content: csv },
      { name: 'Invitations.csv', content: Buffer.from(String(exportOf(era)['Invitations.csv'])), claimedCrc: 7 },
    ]));
    const publicId = received(sql, broken, NAME);
    const { id } = runOf(sql, publicId);
    for (let turn = 1; turn <= 3; turn += 1) {
      let pauses = 0;
      const killed = () => {
        pauses += runOf(store(), publicId).stopAsked ? 1 : 0;
        if (pauses === turn) closeStore();
      };
      await expect(importArchive(id, deps(store(), killed))).rejects.toThrow(/not open/);
    }
    sql = store();
    copyFileSync(await onDisk('good.zip', await zipOf(exportOf(era))), broken);
    expect((await carryOn(sql, publicId)).outcome).toEqual({ status: 'failed' });
    expect(problemOf(publicId)).toMatch(/Invitations.csv is damaged/);
    expect(dump(sql)).toEqual(before);
  });

  it('a row that cannot be used is kept with its place and reason', async () => {
    const files = { ...exportOf(era), 'messages.csv': `${messagesCsv(era)}"2-x==","","Kofi","https://www.linkedin.com/in/kofi-1188","Jordan Pike","https://www.linkedin.com/in/jordanpike","last week","","Hello","INBOX","","No","No"\n` };
    const { run } = await importZip(sql, NAME, files);
    expect(run.counts.rejected).toBe(1);
    const [reject] = sql.prepare<[], { file: string; line: number; reason: string; sample: string }>('SELECT * FROM ImportReject').all();
    expect(reject).toMatchObject({ file: 'messages.csv', reason: expect.stringMatching(/no date/), sample: expect.stringContaining('last week') });
    expect(reject?.line).toBeGreaterThan(13);
  });
});
