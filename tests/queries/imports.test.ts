/** What the import page says of what was brought in before. */
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { importArchive } from '../../app/commands/import-archive.server';
import type { Sql } from '../../app/db/connection.server';
import type { RunView } from '../../app/domain/imports/view';
import { importDetails } from '../../app/queries/import-details.server';
import { importRun } from '../../app/queries/import-run.server';
import { imports } from '../../app/queries/imports.server';
import { connectionsCsv, eraNamed, exportOf, messagesCsv } from '../fixtures/linkedin/eras';
import { writeLargeExport } from '../fixtures/linkedin/large';
import { newFolder, onDisk, rawZip } from '../fixtures/zip';
import { carryOn, deps, importZip, NOW, received, runOf, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

const HOUR = 3_600_000;
const ERA = eraNamed('2026');
const NAME = ERA.archiveName;

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const here = (now = NOW) => ({ now, timeZone: 'UTC', horizonDays: 90 });
const bad = (name = 'holiday.zip') => importZip(sql, name, { 'a.jpg': 'x' });
/** A good export with two refused entries and a row that cannot be used. */
async function marred() {
  const row = '"2-x==","","Kofi","https://www.linkedin.com/in/kofi-1188","Jordan Pike","https://www.linkedin.com/in/jordanpike","last week","","Hello","INBOX","","No","No"\n';
  const bytes = rawZip([
    { name: 'messages.csv', content: Buffer.from(messagesCsv(ERA) + row) },
    { name: '../../evil.csv', content: Buffer.from('x') },
    { name: 'link.csv', content: Buffer.from('x'), unixMode: 0o120777 },
  ]);
  return carryOn(sql, received(sql, await onDisk('x.zip', bytes), NAME));
}

describe('already in', () => {
  it('shows what can be undone first, however much failed since, and folds the rest away', async () => {
    const good = await importZip(sql, NAME, exportOf(ERA));
    for (let time = 0; time < 40; time += 1) await bad(`${time}.zip`);
    const { lines, folded } = imports(sql, here(NOW + HOUR));
    expect(lines.map(({ publicId, undoUntil }) => [publicId, undoUntil])).toEqual([[good.publicId, '24 Dec']]);
    expect(folded?.summary).toBe('40 that brought nothing in');
    expect(folded?.lines).toHaveLength(40);
    expect(folded?.lines[0]?.problem).toMatch(/1 JPEG file/);
  });

  it('keeps the result of an undo in sight for a day', async () => {
    const { publicId } = await importZip(sql, NAME, exportOf(ERA));
    await bad();
    undo(sql, publicId);
    expect(imports(sql, here(NOW + HOUR)).lines.map(({ status }) => status)).toEqual(['undone']);
    const later = imports(sql, here(NOW + 25 * HOUR));
    expect(later.lines).toEqual([]);
    expect(later.folded?.summary).toBe('1 that brought nothing in, 1 taken back out');
  });

  it('tells imports of one day apart by time and file', async () => {
    await importZip(sql, 'first.zip', exportOf(ERA));
    await importZip(sql, 'second.zip', exportOf(ERA));
    const { lines } = imports(sql, here(NOW + HOUR));
    expect(lines.map(({ title, moment, fileName }) => [title, moment, fileName])).toEqual([
      ['LinkedIn data export', '24 Nov, 09:00', 'second.zip'], ['LinkedIn data export', '24 Nov, 09:00', 'first.zip'],
    ]);
  });

  it('says what went where only an audience was in it', async () => {
    const { publicId } = await importZip(sql, NAME, { 'Connections.csv': connectionsCsv(ERA) });
    undo(sql, publicId);
    expect(imports(sql, here(NOW + HOUR)).lines[0]?.sentence).toBe('Undone on 24 Nov. 5 in your audience taken back out.');
  });

  it('goes on saying what did not go in, after the card is gone', async () => {
    const { publicId } = await marred();
    const [line] = imports(sql, here(NOW + HOUR)).lines;
    expect(line?.aside).toBe('1 row could not be used, 3 left out, 2 files not read');
    expect(importDetails(sql, publicId, 0)).toMatchObject({
      rejects: [{ file: 'messages.csv', reason: expect.stringMatching(/no date/) }],
      unused: [{ path: '../../evil.csv', reason: 'It wants to lie outside its archive.' }, { path: 'link.csv' }],
      unusedMore: 0,
    });
  });

  it('lists so many files, and numbers the rest', async () => {
    const pictures = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${index}.jpg`, 'x']));
    const { publicId } = await importZip(sql, NAME, { ...pictures, 'messages.csv': messagesCsv(ERA) });
    const details = importDetails(sql, publicId, 0);
    expect([details?.unused.length, details?.unusedMore]).toEqual([200, 50]);
  });
});

describe('the card of an import', () => {
  it('says at once that the same archive brought nothing new', async () => {
    const first = await importZip(sql, NAME, exportOf(ERA));
    const second = await importZip(sql, NAME, exportOf(ERA));
    expect(importRun(sql, first.publicId, here())?.headline).toBe('Everything is in.');
    expect(importRun(sql, second.publicId, here())?.headline).toBe('Nothing new. All of it was already in.');
  });

  it('draws the months while it reads, each word once, and no longer when it is done', async () => {
    const path = join(await newFolder(), NAME);
    await writeLargeExport(path, { messages: 1_500, connections: 100 });
    const publicId = received(sql, path, NAME);
    const seen: RunView['months'][] = [];
    const look = () => {
      const view = importRun(sql, publicId, here());
      if (view?.status === 'reading') seen.push(view.months);
    };
    await importArchive(runOf(sql, publicId).id, deps(sql, look));
    const drawn = seen.filter((months) => months !== null);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.at(-1)?.heights.length).toBeGreaterThanOrEqual(drawn[0]?.heights.length ?? 0);
    expect(drawn.at(-1)?.nowName).toMatch(/^[A-Z][a-z]+ 20\d\d$/);
    const { counts } = runOf(sql, publicId);
    expect(Object.values(counts.months).reduce((sum, count) => sum + count, 0)).toBe(counts.messages + counts.invitations);
    expect(importRun(sql, publicId, here())?.months).toBeNull();
  });

  it('agrees with itself on what is recognised while it looks for the owner', async () => {
    const { publicId } = await importZip(sql, NAME, exportOf(ERA));
    sql.prepare(`UPDATE ImportRun SET status = 'received' WHERE id = ?`).run(runOf(sql, publicId).id);
    const view = importRun(sql, publicId, here());
    expect(view?.about).toMatch(/^Recognised: LinkedIn data export/);
    expect(view?.phases.slice(0, 2).map(({ place }) => place)).toEqual(['done', 'done']);
    expect(view?.headline).toBe('Looking for whose it is');
  });

  it('asks a known user about a stranger’s archive by both names', async () => {
    await importZip(sql, NAME, exportOf(ERA));
    const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
    const { publicId } = await importZip(sql, 'x.zip', {
      'messages.csv':
        'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n' +
        `2-a==,,Pat Stern,${url('pat-stern')},Priya Raman,${url('priya-raman')},2026-11-01 09:00:00 UTC,,Hello,INBOX\n`,
    });
    expect(importRun(sql, publicId, here())?.question).toMatchObject({ asks: 'who_are_you', knownAs: 'Jordan Pike' });
  });
});
