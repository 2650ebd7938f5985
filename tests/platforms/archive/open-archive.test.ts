import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { isBomb } from '../../../app/platforms/archive/limits';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { ArchiveProblem } from '../../../app/platforms/contract';
import { folderOnDisk, newFolder, onDisk, rawZip, removeFolders, zipOf } from '../../fixtures/zip';
import type { RawEntry } from '../../fixtures/zip';

afterAll(removeFolders);

const open = async (bytes: Buffer | string, name = 'export.zip') => openArchive(await onDisk('upload', bytes), name);
const openRaw = async (...entries: RawEntry[]) => open(rawZip(entries));
const hello = (name: string | Buffer, more: Partial<RawEntry> = {}): RawEntry => ({ name, content: Buffer.from('hello'), ...more });

/** The message of the ArchiveProblem that `work` ends in; fails when it ends in anything else. */
async function problem(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof ArchiveProblem)) throw new Error(`No ArchiveProblem but ${String(error)}`);
  return error.message;
}

const readFirst = async (archive: Awaited<ReturnType<typeof open>>) => {
  const [file] = archive.files;
  if (!file) throw new Error('The archive is empty');
  return text(await file.open());
};

describe('what openArchive opens', () => {
  it('a zip: paths, sizes, times, content', async () => {
    const archive = await open(await zipOf({ 'a.csv': 'one', 'Jobs/b.csv': 'two!' }, { mtime: new Date('2024-05-06T07:08:10Z') }), 'My export.zip');
    expect(archive).toMatchObject({ name: 'My export.zip', container: 'zip', skipped: [] });
    expect(archive.files.map(({ path, size, modifiedAt }) => [path, size, modifiedAt])).toEqual([
      ['a.csv', 3, Date.UTC(2024, 4, 6, 7, 8, 10)], ['Jobs/b.csv', 4, Date.UTC(2024, 4, 6, 7, 8, 10)],
    ]);
    expect(await readFirst(archive)).toBe('one');
    expect(await readFirst(archive)).toBe('one');
    await archive.close();
  });

  it('a folder', async () => {
    const root = await folderOnDisk({ 'Export/a.csv': 'one', 'Export/Jobs/b.csv': 'two', 'Export/.DS_Store': 'x' });
    const archive = await openArchive(root, 'Export');
    expect(archive).toMatchObject({ container: 'folder', skipped: [] });
    expect(archive.files.map(({ path }) => path)).toEqual(['Jobs/b.csv', 'a.csv']);
  });

  it('a file, under the name the user gave it', async () => {
    const archive = await open('one', 'messages.csv');
    expect(archive.container).toBe('file');
    expect(archive.files.map(({ path, size, modifiedAt }) => [path, size, modifiedAt])).toEqual([['messages.csv', 3, null]]);
    expect(await readFirst(archive)).toBe('one');
  });

  it('takes off the folders all files share, and ignores what macOS adds', async () => {
    const archive = await open(await zipOf({ 'x/y/a.csv': '1', 'x/y/z/b.csv': '2', '__MACOSX/x/y/._a.csv': '3', 'x/.DS_Store': '4' }));
    expect(archive.files.map(({ path }) => path)).toEqual(['a.csv', 'z/b.csv']);
    expect(archive.skipped).toEqual([]);
  });

  it('makes one form of paths: forward slashes, composed letters', async () => {
    const archive = await openRaw(hello('x\\Zoe\u0308.csv'), hello('x/./b.csv'));
    expect(archive.files.map(({ path }) => path)).toEqual(['Zoë.csv', 'b.csv']);
  });
});

describe('what openArchive leaves out, with a reason', () => {
  it.each([
    ['../../etc/passwd', 'outside its archive'],
    ['a/../../b.csv', 'outside its archive'],
    ['..\\b.csv', 'outside its archive'],
    ['/etc/passwd', 'fixed place on the disk'],
    ['C:\\Windows\\b.csv', 'fixed place on the disk'],
    ['a\u0000.csv', 'no file name may have'],
  ])('%j', async (name, reason) => {
    const archive = await openRaw(hello(name), hello('good.csv'));
    expect(archive.files.map(({ path }) => path)).toEqual(['good.csv']);
    expect(archive.skipped).toMatchObject([{ reason: expect.stringContaining(reason) }]);
  });

  it('links and devices', async () => {
    const archive = await openRaw(hello('link', { unixMode: 0o120777 }), hello('pipe', { unixMode: 0o010644 }), hello('good.csv'));
    expect(archive.files.map(({ path }) => path)).toEqual(['good.csv']);
    expect(archive.skipped.map(({ path }) => path)).toEqual(['link', 'pipe']);
  });

  it('links in folders', async () => {
    const root = await newFolder();
    await writeFile(join(root, 'good.csv'), 'x');
    await symlink('/etc', join(root, 'etc'));
    await symlink('/etc/passwd', join(root, 'passwd.csv'));
    const archive = await openArchive(root, 'folder');
    expect(archive.files.map(({ path }) => path)).toEqual(['good.csv']);
    expect(archive.skipped.map(({ path }) => path).sort()).toEqual(['etc', 'passwd.csv']);
  });

  it('a second file of the same name, and what is packed in unknown ways', async () => {
    const archive = await openRaw(hello('a.csv'), hello('a.csv', { content: Buffer.from('other') }), hello('b.csv', { method: 99 }));
    expect(archive.skipped.map(({ path }) => path)).toEqual(['a.csv', 'b.csv']);
    expect(await readFirst(archive)).toBe('hello');
  });
});

describe('what openArchive refuses', () => {
  const honest = zipOf({ 'messages.csv': 'CONVERSATION ID,FROM\n'.repeat(2000), 'b.csv': 'x' });

  it('a zip with a password', async () => {
    const packed = hello('a.csv', { flags: 0x801, compress: true });
    const stored = hello('b.csv', { flags: 0x801, claimedSize: 5, content: Buffer.alloc(17, 'x') });
    for (const entry of [packed, stored]) {
      expect(await problem(openRaw(hello('good.csv'), entry))).toMatch(/protected with a password\. Unpack it/);
    }
  });

  it.each([0.1, 0.5, 0.9, 0.99])('a zip cut off after %d of it', async (share) => {
    const bytes = await honest;
    expect(await problem(open(bytes.subarray(0, Math.floor(bytes.length * share))))).toMatch(/stopped early\. Download the export again/);
  });

  it('a zip whose list of contents is damaged', async () => {
    const bytes = Buffer.from(await honest);
    bytes.fill(0x41, bytes.length - 60, bytes.length - 40);
    expect(await problem(open(bytes))).toMatch(/damaged\. Download the export again/);
  });

  it('a bomb, by what its directory says', async () => {
    const zeros = Buffer.alloc(60_000_000);
    const path = await problem(openRaw({ name: 'messages.csv', content: zeros, compress: true }));
    expect(path).toMatch(/^messages\.csv unpacks from \d+ KB to at least 60 MB, which no real export does, so it was not opened/);
  });

  it('a bomb that lies about its size, when it is unpacked', async () => {
    const archive = await openRaw({ name: 'messages.csv', content: Buffer.alloc(60_000_000), compress: true, claimedSize: 1000 });
    expect(await problem(readFirst(archive))).toMatch(/damaged|unpacks from/);
  });

  it('files that share their bytes', async () => {
    const entries = Array.from({ length: 50 }, (_, index): RawEntry => ({
      name: `${index}.csv`, content: Buffer.alloc(100_000, 'ab'), ...(index === 0 ? {} : { sameBytesAs: 0 }),
    }));
    expect(await problem(openRaw(...entries))).toMatch(/on top of each other/);
  });

  it('more than any machine should unpack', async () => {
    const claimed = { claimedSize: 4_000_000_000, claimedCompressedSize: 16_000_001, method: 8 };
    const entries = Array.from({ length: 60 }, (_, index) => hello(`${index}.csv`, claimed));
    expect(await problem(openRaw(...entries))).toMatch(/on top of each other|unpacks to more than/);
    expect(isBomb(1_000_000_000, 10_000_000)).toBe(false);
    expect(isBomb(1_000_000_000, 1_000_000)).toBe(true);
    expect(isBomb(10_000_000, 10_000)).toBe(false);
  });

  it('too many files', async () => {
    // A plain directory ends at 65,534 entries, so the claim is made in zip64's record.
    expect(await problem(open(zip64Claiming(300_000, rawZip([hello('a')]))))).toMatch(/lists 300,000 files; Kith opens at most 200,000/);
  });

  it('damaged content, when it is read', async () => {
    const bytes = rawZip([hello('messages.csv', { claimedCrc: 1 })]);
    const archive = await open(bytes);
    expect(await problem(readFirst(archive))).toMatch(/messages\.csv is damaged inside the archive/);
    const packed = rawZip([{ name: 'messages.csv', content: Buffer.from('hello '.repeat(1000)), compress: true }]);
    packed.fill(0xff, 45, 60);
    expect(await problem(readFirst(await open(packed)))).toMatch(/messages\.csv is damaged inside the archive/);
  });

  it.each([
    ['377abcaf271c0004', 'export.7z is a 7-Zip file. Unpack it'],
    ['526172211a0700aa', 'export.7z is a RAR file. Unpack it'],
  ])('containers it can’t unpack: %s', async (start, message) => {
    expect(await problem(open(Buffer.from(start, 'hex'), 'export.7z'))).toContain(message);
  });

  it('what is not there', async () => {
    expect(await problem(openArchive('/nowhere/at/all.zip', 'all.zip'))).toBe('There is no file or folder called all.zip there.');
    expect(await problem(openArchive('/dev/null', 'null'))).toBe('null is neither a file nor a folder.');
  });
});

/** Puts a zip64 end record that claims `count` entries before the end of `zip`. */
function zip64Claiming(count: number, zip: Buffer): Buffer {
  const end = Buffer.from(zip.subarray(zip.length - 22));
  const body = zip.subarray(0, zip.length - 22);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(body.length), 8);
  locator.writeUInt32LE(1, 16);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([body, record, locator, end]);
}

it('opens zip64', async () => {
  const zip = rawZip([hello('a.csv')]);
  const archive = await open(zip64Claiming(1, zip));
  expect(await readFirst(archive)).toBe('hello');
});
