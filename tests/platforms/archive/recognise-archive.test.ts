import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { recogniseArchive } from '../../../app/platforms/archive/recognise-archive';
import type { Platform } from '../../../app/domain/activity';
import { ArchiveProblem } from '../../../app/platforms/contract';
import type { ArchiveReader, PlatformModule, ReadItem, ReadResult } from '../../../app/platforms/contract';
import { PLATFORM_MODULES } from '../../../app/platforms/registry';
import { eraNamed, exportOf, messagesCsv, PROFILE_CSV } from '../../fixtures/linkedin/eras';
import { newFolder, onDisk, rawZip, removeFolders, zipOf } from '../../fixtures/zip';
import type { Files } from '../../fixtures/zip';

afterAll(removeFolders);

/** What the user is told about an archive that isn't recognised. */
async function told(content: Files | string | Buffer, name = 'export.zip'): Promise<string> {
  const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : await zipOf(content);
  const archive = await openArchive(await onDisk('upload', bytes), name);
  const error: unknown = await recogniseArchive(archive, PLATFORM_MODULES).then(() => null, (reason: unknown) => reason);
  if (!(error instanceof ArchiveProblem)) throw new Error(`No ArchiveProblem but ${String(error)}`);
  return error.message;
}

const pictures = (count: number): Files => Object.fromEntries(Array.from({ length: count }, (_, index) => [`DCIM/${index}.jpg`, 'x']));
const CAN_READ = 'What Kith reads, and how to get it, stands on this page.';

describe('an archive nobody knows is described', () => {
  it.each([
    ['a zip with 214 JPEG files and no data files', pictures(214)],
    ['a zip with 2 PDF files, 1 CSV file and 1 XYZ file', { 'a.pdf': '', 'b.pdf': '', 'c.csv': 'n,m\n1,2\n', 'd.xyz': '' }],
    ['a zip with 2 CSV files, 1 JPEG file, 1 PDF file and 1 other', { 'a.csv': '', 'b.csv': '', 'a.jpg': '', 'a.pdf': '', README: '' }],
    ['a zip with nothing in it', {}],
  ])('%s', async (words, files) => {
    expect(await told(files)).toBe(`This is ${words}, and none of it is an export that Kith knows. ${CAN_READ}`);
  });

  it('single files too', async () => {
    expect(await told('', 'empty.csv')).toContain('This is an empty file,');
    expect(await told('x'.repeat(1500), 'notes.docx')).toContain('This is a single Word file of 2 KB,');
  });

  it.each([
    ['a TikTok export', { 'user_data_tiktok.json': '{}' }],
    ['a Mastodon archive', { 'outbox.json': '{}', 'other.json': '{}' }],
    ['a Google Takeout archive', { 'Takeout/Photos/a.jpg': '', 'archive_browser.html': '' }],
  ])('%s with nothing to read is named', async (what, files) => {
    expect(await told(files)).toBe(
      `This looks like ${what}, but Kith found nothing in it that it reads. Ask for it again with more of the boxes ticked. ${CAN_READ}`,
    );
  });

  it('a LinkedIn export with the wrong boxes ticked says which are needed', async () => {
    expect(await told({ 'Profile.csv': PROFILE_CSV, 'Skills.csv': 'Name\nTea\n' })).toMatch(/LinkedIn export, but without connections, messages/);
  });

  it.each(['messages.csv', 'Connections.csv'])('a %s of something else is not LinkedIn’s', async (name) => {
    expect(await told({ [name]: 'id,body\n1,hello\n' })).toContain('none of it is an export that Kith knows');
  });
});

describe('a table with LinkedIn’s headings that can’t be read says what is wrong with it', () => {
  const head = String(messagesCsv(eraNamed('2024')).split('\n')[0]);
  const AGAIN = 'No export of LinkedIn is like that: download it again, and choose the file as LinkedIn sent it.';

  it.each([
    ['three million columns more', `${head}${','.repeat(3_000_000)}\n2-a==,,Kofi\n`, 'This row has more than 2,000 cells.'],
    ['every cell quoted', `"${head.replaceAll(',', '","')}"${',""'.repeat(5_000)}`, 'This row has more than 2,000 cells.'],
    ['a heading that never ends', `${head},${'x'.repeat(3_000_000)}`, 'This row goes on beyond what any export has.'],
    ['a quotation mark never closed', `${head},"x\n2-a==,,Kofi,,\n`, 'A quotation mark opens here and is never closed'],
  ])('%s', async (_, text, problem) => {
    const words = await told(text, 'messages.csv');
    expect(words).toContain(`messages.csv begins like LinkedIn’s messages, but its line of headings can’t be read. ${problem}`);
    expect(words).toContain(AGAIN);
  });

  it('beside tables that can be read, among the files not read', async () => {
    const files = { ...exportOf(eraNamed('2024')), 'messages.csv': `${head}${','.repeat(5_000)}\n` };
    const archive = await openArchive(await onDisk('upload', await zipOf(files)), 'export.zip');
    const [{ recognition }] = await recogniseArchive(archive, PLATFORM_MODULES);
    expect(recognition.unused).toContainEqual({
      path: 'messages.csv',
      reason: 'It begins like LinkedIn’s messages, but its line of headings can’t be read. This row has more than 2,000 cells.',
    });
  });
});

describe('what was refused at the door is named, with the reason and a way out', () => {
  const csv = Buffer.from(messagesCsv(eraNamed('2026')));
  const DOWNLOAD = 'Download the export again from the platform itself; if you packed it yourself, choose the unpacked folder.';

  it.each([
    ['a path that leads out', { name: '../../messages.csv' }, '../../messages.csv (it wants to lie outside its archive)'],
    ['a link', { name: 'messages.csv', unixMode: 0o120777 }, 'messages.csv (it is a link or a device, not a file)'],
    ['an unknown packing', { name: 'messages.csv', method: 99 }, 'messages.csv (it is packed in a way that Kith can’t unpack)'],
  ])('where it is all there is: %s', async (_, entry, words) => {
    expect(await told(rawZip([{ content: csv, ...entry }]))).toBe(
      `Nothing in this zip could be opened. Kith did not open ${words}. ${DOWNLOAD} ${CAN_READ}`,
    );
  });

  it('beside files nobody knows, three by name', async () => {
    const refused = ['../a', '../b', '../c', '../d', '../e'].map((name) => ({ name, content: csv }));
    const words = await told(rawZip([{ name: 'x.jpg', content: csv }, ...refused]));
    expect(words).toMatch(/^This is a zip with 1 JPEG file and no data files, and none of it is an export that Kith knows\. Kith did not open \.\.\/a \(/);
    expect(words).toMatch(/\.\.\/c \(it wants to lie outside its archive\) and 2 others\. Download/);
  });

  it('where it is the table an export lacks', async () => {
    const words = await told(rawZip([
      { name: 'Profile.csv', content: Buffer.from(PROFILE_CSV) },
      { name: 'Skills.csv', content: Buffer.from('Name\nTea\n') },
      { name: 'messages.csv', content: csv, unixMode: 0o120777 },
    ]));
    expect(words).toMatch(/LinkedIn export, but without connections.* Kith did not open messages\.csv \(it is a link/);
  });

  it('in a folder', async () => {
    const root = await newFolder();
    await symlink('/etc/passwd', join(root, 'messages.csv'));
    await expect(openArchive(root, 'export').then((archive) => recogniseArchive(archive, PLATFORM_MODULES))).rejects.toThrow(
      'Nothing in this folder could be opened. Kith did not open messages.csv (it is a link or a device, not a file). Put the files themselves into the folder and choose it again.',
    );
  });

  it('beside a good export, among the files not read', async () => {
    const bytes = rawZip([
      { name: 'messages.csv', content: csv }, { name: '../../evil.csv', content: csv }, { name: 'link', content: csv, unixMode: 0o120777 },
      { name: 'messages.csv', content: csv },
    ]);
    const archive = await openArchive(await onDisk('upload', bytes), 'export.zip');
    expect((await recogniseArchive(archive, PLATFORM_MODULES))[0].recognition.unused).toEqual([
      { path: '../../evil.csv', reason: 'It wants to lie outside its archive.' },
      { path: 'link', reason: 'It is a link or a device, not a file.' },
      { path: 'messages.csv', reason: 'Another file in the zip has the same name; the first was taken.' },
    ]);
  });
});

describe('a LinkedIn export is recognised', () => {
  const recognise = async (files: Files, name = 'x.zip') => {
    const archive = await openArchive(await onDisk('upload', await zipOf(files)), name);
    return (await recogniseArchive(archive, PLATFORM_MODULES))[0].recognition;
  };

  it('by content, whatever its tables are called', async () => {
    const recognition = await recognise({ 'renamed by me.csv': messagesCsv(eraNamed('2026')) });
    expect(recognition).toMatchObject({ platform: 'linkedin', title: 'LinkedIn data export', parts: [{ path: 'renamed by me.csv', kind: 'messages' }] });
  });

  it('among a thousand other files', async () => {
    const recognition = await recognise({ ...pictures(1000), ...exportOf(eraNamed('2024')) });
    expect(recognition.parts).toHaveLength(4);
    expect(recognition.unused).toHaveLength(1008);
  });

  it.each([
    ['Basic_LinkedInDataExport_03-14-2021.zip', Date.UTC(2021, 2, 14)],
    ['Complete_LinkedInDataExport_11-22-2026 (1).zip', Date.UTC(2026, 10, 22)],
    ['Basic_LinkedInDataExport_13-40-2021.zip', Date.UTC(2026, 10, 22, 14, 5)],
    ['export.zip', Date.UTC(2026, 10, 22, 14, 5)],
  ])('%s, with its date', async (name, at) => {
    expect((await recognise(exportOf(eraNamed('2023')), name)).generatedAt).toBe(at);
  });

  it('where all its tables are empty', async () => {
    expect((await recognise({ 'Connections.csv': 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' })).parts).toHaveLength(1);
  });
});

async function* nothing(): AsyncGenerator<ReadItem, ReadResult> {
  yield* [];
  return { coverage: [] };
}

/** A reader that claims the files with one ending. */
const readerOf = (platform: Platform, ending: string, more: Partial<ArchiveReader> = {}): PlatformModule => ({
  platform,
  archive: {
    platform,
    version: 1,
    async recognise({ files }) {
      const parts = files.filter(({ path }) => path.endsWith(ending)).map(({ path, size }) => ({ path, kind: 'things', size }));
      const unused = files.filter(({ path }) => !path.endsWith(ending)).map(({ path }) => ({ path, reason: `No ${ending}.` }));
      return parts.length === 0 ? null : { platform, title: `${platform} export`, generatedAt: null, parts, unused };
    },
    findOwner: async () => ({ certain: true, candidates: [] }),
    read: () => nothing(),
    ...more,
  },
});

describe('an archive with the exports of several', () => {
  const MODULES = [readerOf('email', '.mbox'), readerOf('vcard', '.vcf'), readerOf('csv', '', { lastResort: true })];
  const recognised = async (files: Files, only?: string) => {
    const archive = await openArchive(await onDisk('upload', await zipOf(files)), 'takeout.zip');
    return (await recogniseArchive(archive, MODULES, only)).map(({ module, recognition }) => ({
      module, read: recognition.parts.map(({ path }) => path), unused: recognition.unused.map(({ path }) => path),
    }));
  };

  it('is each reader’s in part, and nothing is called unused that another reads', async () => {
    expect(await recognised({ 'Mail/all.mbox': 'x', 'Contacts/all.vcf': 'y', 'Photos/a.jpg': 'z' })).toEqual([
      { module: 'email', read: ['Mail/all.mbox'], unused: ['Photos/a.jpg'] },
      { module: 'vcard', read: ['Contacts/all.vcf'], unused: [] },
    ]);
  });

  it('is read by the one that is asked for', async () => {
    expect(await recognised({ 'Mail/all.mbox': 'x', 'Contacts/all.vcf': 'y' }, 'vcard')).toMatchObject([{ module: 'vcard' }]);
  });

  it('is a last resort’s only where nobody else knows anything', async () => {
    expect(await recognised({ 'a.txt': 'x' })).toMatchObject([{ module: 'csv', read: ['a.txt'] }]);
  });

  it('is read where one reader refuses it and another does not', async () => {
    const refusing = readerOf('x', '', { recognise: () => Promise.reject(new ArchiveProblem('Not like this.')) });
    const archive = await openArchive(await onDisk('upload', await zipOf({ 'a.vcf': 'y' })), 'two.zip');
    expect((await recogniseArchive(archive, [refusing, readerOf('vcard', '.vcf')]))[0].module).toBe('vcard');
    await expect(recogniseArchive(archive, [refusing])).rejects.toThrow('Not like this.');
  });
});
