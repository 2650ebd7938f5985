/** The same archive once more, byte for byte: met without reading, and all as if it had been read. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importArchive } from '../../app/commands/import-archive.server';
import { pauseImport, resumeImport } from '../../app/commands/pause-import.server';
import { eraseContact } from '../../app/commands/erase-contact.server';
import { BulkWriter } from '../../app/db/bulk-writer.server';
import { closeStore, store, type Sql } from '../../app/db/connection.server';
import { claimJob } from '../../app/db/job-queue.server';
import { PLATFORM_MODULES } from '../../app/platforms/registry';
import { answerAsSuggested, EVERY_PLATFORM } from '../factories/every-platform';
import { carryOn, comparable, deps, dump, NOBODY, NOW, received, runOf, undo } from '../factories/imports';
import { eraNamed, exportOf } from '../fixtures/linkedin/eras';
import { newFolder, zipOnDisk } from '../fixtures/zip';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(house);
afterEach(() => vi.restoreAllMocks());

async function house(): Promise<void> {
  sql = await freshDatabase();
  await makeOwner(sql);
}

/** Brings a file in, answering as it suggests. @returns the public id */
async function bring(path: string, fileName: string, pause?: () => void): Promise<string> {
  const publicId = received(sql, path, fileName);
  for (;;) {
    const outcome = await importArchive(runOf(sql, publicId).id, deps(sql, pause));
    if (answerAsSuggested(sql, publicId, outcome)) continue;
    expect(outcome).toEqual({ status: 'finished' });
    return publicId;
  }
}

/** How often a reader is asked whose archive it is, which is the first thing that takes a look through all of it. */
function looks(): () => number {
  const spies = PLATFORM_MODULES.flatMap(({ archive }) => (archive ? [vi.spyOn(archive, 'findOwner')] : []));
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

function erasePerson(): void {
  const person = sql.prepare<[], { publicId: string; name: string }>('SELECT publicId, name FROM Contact WHERE mergedIntoId IS NULL LIMIT 1').get();
  if (!person) throw new Error('There is nobody to erase');
  eraseContact(sql, NOBODY, { contact: person.publicId, typed: person.name }, NOW);
}

/** As if nobody had looked whether it is the same. */
const forgetFingerprints = () => sql.exec(`UPDATE ImportRun SET recognition = json_remove(recognition, '$.fingerprint')`);

function told(publicId: string) {
  const { id, counts, leftOut, checkpoint } = runOf(sql, publicId);
  const held = sql.prepare('SELECT entity, rowId, role, previous FROM ImportRunRow WHERE importRunId = ? ORDER BY entity, rowId').all(id);
  const rejects = sql.prepare('SELECT file, line, reason, sample FROM ImportReject WHERE importRunId = ? ORDER BY id').all(id);
  return { rows: comparable(sql), held, counts, leftOut, rejects, checkpoint };
}

/** Two lists of these exports give somebody two names, and each reading goes from one to the other and back. */
const RENAMED_EACH_TIME: readonly string[] = ['Telegram'];

/** Told by every import for itself. */
const PER_RUN = ['Coverage', 'RelationSnapshot', 'Consent', 'Aggregate', 'IdentityProfile'];
const perRun = (rows: Record<string, unknown>) => Object.fromEntries(PER_RUN.map((table) => [table, rows[table]]));

describe.each(EVERY_PLATFORM.map((one) => [one.name, one] as const))('an export of %s', (name, { fileName, files }) => {
  it('once more leaves what reading it once more would leave', async () => {
    const path = await zipOnDisk(fileName.replace(/\.\w+$/, '.zip'), files);
    await bring(path, fileName);
    forgetFingerprints();
    const read = told(await bring(path, fileName));

    await house();
    const first = told(await bring(path, fileName));
    const looked = looks();
    const met = told(await bring(path, fileName));
    expect(looked()).toBe(0);
    expect(met.rows).toEqual({ ...first.rows, ...perRun(met.rows) });
    if (!RENAMED_EACH_TIME.includes(name)) expect(met).toEqual(read);
  }, 60_000);
});

describe('the same archive', () => {
  const era = eraNamed('2026');
  const linkedin = () => zipOnDisk(era.archiveName, exportOf(era));

  it('goes without a trace whichever of the two is undone first', async () => {
    const before = dump(sql);
    const path = await linkedin();
    for (const order of [[0, 1], [1, 0]]) {
      const both = [await bring(path, 'a.zip'), await bring(path, 'a.zip')];
      const whole = dump(sql);
      const [first = '', second = ''] = order.map((place) => both[place] ?? '');
      undo(sql, first);
      expect(dump(sql)['Interaction']).toEqual(whole['Interaction']);
      undo(sql, second);
      expect(dump(sql)).toEqual(before);
    }
  });

  it.each([
    ['the first was taken back', (first: string) => void undo(sql, first)],
    ['somebody was erased', erasePerson],
    ['a row of it is gone', () => sql.exec('DELETE FROM Interaction WHERE id = (SELECT max(id) FROM Interaction)')],
    ['the user has one more address since', () => sql.exec(`INSERT INTO OwnIdentity SELECT r.ownAccountId, n.id, 'confirmed', ${NOW + 1} FROM ImportRun r, Identity n WHERE n.contactId IS NOT NULL LIMIT 1`)],
  ])('is read again where %s', async (_says, happens) => {
    const path = await linkedin();
    happens(await bring(path, 'a.zip'));
    const written = vi.spyOn(BulkWriter.prototype, 'write');
    await bring(path, 'a.zip');
    expect(written).toHaveBeenCalled();
  });

  it('is met without a word written', async () => {
    const path = await linkedin();
    await bring(path, 'a.zip');
    const written = vi.spyOn(BulkWriter.prototype, 'write');
    await bring(path, 'a.zip');
    expect(written).not.toHaveBeenCalled();
  });

  it('is another one with one byte more', async () => {
    await bring(await linkedin(), 'a.zip');
    const looked = looks();
    await bring(await zipOnDisk(era.archiveName, { ...exportOf(era), 'more.txt': 'x' }), 'a.zip');
    expect(looked()).toBe(1);
  });

  it('can be killed and paused while it is met', async () => {
    const path = join(await newFolder(), 'a.zip');
    copyFileSync(await linkedin(), path);
    await bring(path, 'a.zip');
    const whole = told(await bring(path, 'a.zip'));
    const publicId = received(sql, path, 'a.zip');
    await expect(importArchive(runOf(sql, publicId).id, deps(sql, closeStore))).rejects.toThrow(/not open/);
    sql = store();
    while (claimJob(sql, NOW) !== null);
    await importArchive(runOf(sql, publicId).id, deps(sql, () => pauseImport(sql, NOBODY, publicId, NOW)));
    expect(runOf(sql, publicId).status).toBe('paused');
    resumeImport(sql, NOBODY, publicId, NOW);
    expect((await carryOn(sql, publicId)).outcome.status).toBe('finished');
    expect({ held: told(publicId).held, counts: told(publicId).counts }).toEqual({ held: whole.held, counts: whole.counts });
  });
});
