import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { ArchiveProblem } from '../../../app/platforms/contract';
import { tarGzOf, tarOf, tarOfFiles } from '../../fixtures/tar';
import type { TarEntry } from '../../fixtures/tar';
import { onDisk, removeFolders } from '../../fixtures/zip';

afterAll(removeFolders);

const open = async (bytes: Buffer, name = 'archive.tar.gz') => openArchive(await onDisk('upload', bytes), name);
const openEntries = async (...entries: TarEntry[]) => open(gzipSync(tarOf(entries)));
const good: TarEntry = { name: 'good.json', content: 'hello' };

/** The message of the ArchiveProblem that `work` ends in; fails when it ends in anything else. */
async function problem(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof ArchiveProblem)) throw new Error(`No ArchiveProblem but ${String(error)}`);
  return error.message;
}

type Opened = Awaited<ReturnType<typeof open>>;
const fileIn = (archive: Opened, path: string) => {
  const file = archive.files.find((one) => one.path === path);
  if (!file) throw new Error(`No ${path}`);
  return file;
};
const contentOf = async (archive: Opened, path: string) => text(await fileIn(archive, path).open());
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('kith-unpacked-'));

describe('what is opened', () => {
  const files = { 'actor.json': '{}', 'media/a.jpg': 'picture', 'outbox.json': 'x'.repeat(100_000), 'empty.json': '' };

  it.each([['packed', tarGzOf(files)], ['not packed', tarOfFiles(files)]])('a tar, %s: paths, sizes, times, content in any order', async (_, bytes) => {
    const archive = await open(bytes);
    expect(archive.files.map(({ path, size, modifiedAt }) => [path, size, modifiedAt])).toEqual(
      Object.entries(files).map(([path, content]) => [path, content.length, Date.UTC(2026, 10, 22, 14, 5)]),
    );
    expect(await contentOf(archive, 'outbox.json')).toBe(files['outbox.json']);
    expect(await contentOf(archive, 'actor.json')).toBe('{}');
    expect(await contentOf(archive, 'empty.json')).toBe('');
    expect(await Promise.all([contentOf(archive, 'outbox.json'), contentOf(archive, 'outbox.json')])).toEqual([files['outbox.json'], files['outbox.json']]);
    await archive.close();
    await archive.close();
  });

  it('pictures, which are not unpacked, all the same', async () => {
    const archive = await open(tarGzOf(files));
    expect(await contentOf(archive, 'media/a.jpg')).toBe('picture');
    await archive.close();
  });

  it('a single file packed with gzip, under its own name', async () => {
    const archive = await open(gzipSync('From ana@ex.org Mon\n'), 'All mail.mbox.gz');
    expect(archive).toMatchObject({ container: 'file', files: [{ path: 'All mail.mbox', size: 20 }] });
    expect(await contentOf(archive, 'All mail.mbox')).toBe('From ana@ex.org Mon\n');
  });

  it('takes off the folders all files share, and ignores folders and what macOS adds', async () => {
    const archive = await openEntries({ name: 'x/', type: '5' }, { name: './x/y/a.json' }, { name: 'x/y/z/b.json' }, { name: 'x/y/._a.json' }, { name: 'x/.DS_Store' });
    expect([archive.files.map(({ path }) => path), archive.skipped]).toEqual([['a.json', 'z/b.json'], []]);
    await archive.close();
  });

  it('leaves nothing on the disk', async () => {
    const before = leftovers();
    const archive = await open(tarGzOf(files));
    await archive.close();
    await problem(open(tarGzOf(files).subarray(0, 200)));
    expect(leftovers()).toEqual(before);
  });
});

describe('what is left out, with a reason', () => {
  it.each<[TarEntry, string]>([
    [{ name: '../../etc/passwd' }, 'outside its archive'],
    [{ name: 'a/../../b.json' }, 'outside its archive'],
    [{ name: '/etc/passwd' }, 'fixed place on the disk'],
    [{ name: 'C:\\b.json' }, 'fixed place on the disk'],
    [{ name: 'link', type: '2', linkname: '/etc/passwd' }, 'link or a device'],
    [{ name: 'hard', type: '1', linkname: 'good.json' }, 'link or a device'],
    [{ name: 'dev', type: '3' }, 'link or a device'],
    [{ name: 'pipe', type: '6' }, 'link or a device'],
    [{ name: 'sparse', type: 'S' }, 'can’t unpack'],
    [{ name: 'good.json', content: 'again' }, 'same name'],
  ])('%j', async (entry, reason) => {
    const archive = await openEntries(good, entry);
    expect(archive.files.map(({ path }) => path)).toEqual(['good.json']);
    expect(archive.skipped).toMatchObject([{ reason: expect.stringContaining(reason) }]);
    expect(await contentOf(archive, 'good.json')).toBe('hello');
    await archive.close();
  });
});

describe('what is refused', () => {
  const honest = tarGzOf({ 'outbox.json': Array.from({ length: 5000 }, (_, index) => `line ${index * 7919}`).join('\n') });

  it.each([0.2, 0.5, 0.9, 0.99])('a packed tar cut off after %d of it', async (share) => {
    expect(await problem(open(honest.subarray(0, Math.floor(honest.length * share))))).toMatch(/stopped early\. Download the export again/);
  });

  it('a tar cut off', async () => {
    expect(await problem(open(tarOfFiles({ 'a.json': 'x'.repeat(5000) }).subarray(0, 3000)))).toMatch(/stopped early/);
  });

  it('damage', async () => {
    const bytes = Buffer.from(honest);
    bytes.fill(0xff, 100, 160);
    expect(await problem(open(bytes))).toMatch(/damaged/);
    const tar = tarOfFiles({ 'a.json': 'x', 'b.json': 'y' });
    tar.fill(0x41, 1024, 1100);
    expect(await problem(open(tar))).toMatch(/damaged/);
    expect(await problem(open(Buffer.from('1f8b080000000000', 'hex'), 'x.gz'))).toMatch(/damaged/);
  });

  it.each([
    ['a bomb', gzipSync(tarOfFiles({ 'a.json': Buffer.alloc(80_000_000) }))],
    ['a bomb of one file', gzipSync(Buffer.alloc(80_000_000))],
  ])('%s', async (_, bytes) => {
    expect(await problem(open(bytes))).toMatch(/unpacks from \d+ KB to at least \d+ MB, which no real export does/);
  });

  it('a file larger than any export’s', async () => {
    expect(await problem(openEntries({ name: 'a.json', claimedSize: 65_000_000_000 % 8 ** 11 }))).toMatch(/stopped early/);
  });
});

it('whatever is flipped in one, it opens or says why not', async () => {
  const bytes = tarOfFiles({ 'a.json': '{"a":1}', 'b/c.json': 'x'.repeat(600) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.boolean(), async (flips, packed) => {
      const harmed = Buffer.from(bytes);
      for (const [at, value] of flips) harmed[at] = value;
      try {
        const archive = await open(packed ? gzipSync(harmed) : harmed);
        try {
          for (const file of archive.files) await text(await file.open());
        } finally {
          await archive.close();
        }
      } catch (error) {
        if (!(error instanceof ArchiveProblem)) throw error;
      }
    }),
    { numRuns: 100 },
  );
}, 30_000);
