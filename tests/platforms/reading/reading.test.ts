/** The tools all readers share. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ArchiveProblem } from '../../../app/platforms/contract';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { Introduced } from '../../../app/platforms/reading/introduced';
import { parseJson, readJson } from '../../../app/platforms/reading/json-text';
import { mendDeep, mendMojibake } from '../../../app/platforms/reading/mojibake';
import { utcTime, zonedTime } from '../../../app/platforms/reading/stated-time';
import { LeftOutTally } from '../../../app/platforms/reading/tally';
import { readLines, readText } from '../../../app/platforms/reading/text-file';
import { unusedFiles } from '../../../app/platforms/reading/unused';
import { onDisk, removeFolders } from '../../fixtures/zip';

afterAll(removeFolders);

async function fileOf(content: string | Buffer) {
  const archive = await openArchive(await onDisk('upload', content), 'file.txt');
  const [file] = archive.files;
  if (!file) throw new Error('no file');
  return file;
}

describe('mendMojibake', () => {
  it.each([
    ['Caf\u00c3\u00a9', 'Café'],
    ['\u00f0\u009f\u0091\u008d', '👍'],
    ['Café', 'Café'],
    ['plain', 'plain'],
    ['日本', '日本'],
    ['\u00c3', '\u00c3'],
  ])('%j is %j', (written, meant) => {
    expect(mendMojibake(written)).toBe(meant);
  });

  it('gives back any text whose bytes were written as letters, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const broken = Buffer.from(text, 'utf8').toString('latin1');
        expect(mendMojibake(broken)).toBe(text);
      }),
    );
  });

  it('mends keys and values at any depth', () => {
    expect(mendDeep({ 'Caf\u00c3\u00a9': ['\u00c3\u00bc', 1, null] })).toEqual({ 'Café': ['ü', 1, null] });
  });
});

describe('parseJson', () => {
  it.each([
    ['{"id":1180000000000000001}', { id: '1180000000000000001' }],
    ['{"id":-1180000000000000001}', { id: '-1180000000000000001' }],
    ['{"n":123456789012345,"f":1.5e3,"t":"1180000000000000001"}', { n: 123456789012345, f: 1500, t: '1180000000000000001' }],
    ['["a\\"1180000000000000001",1180000000000000001]', ['a"1180000000000000001', '1180000000000000001']],
    ['["\\\\",1180000000000000001]', ['\\', '1180000000000000001']],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it('reads whatever JSON says the same way, but for long whole numbers', () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/[0-9]{16}/.test(text));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }));
  });

  it('refuses what nests without end', () => {
    expect(() => parseJson('['.repeat(100_000))).toThrow(SyntaxError);
  });

  it('tells which file is damaged, and which is too large', async () => {
    await expect(readJson(await fileOf('{"a":'), 1000)).rejects.toThrow(ArchiveProblem);
    await expect(readJson(await fileOf('{"a":1}'), 3)).rejects.toThrow(/larger than/);
  });
});

describe('readLines', () => {
  it.each([
    ['a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['a\n\nb\n', ['a', '', 'b']],
    ['', []],
  ])('%j', async (content, lines) => {
    const read: string[] = [];
    for await (const batch of readLines(await fileOf(content))) read.push(...batch.map(({ text }) => text));
    expect(read).toEqual(lines);
  });

  it('reads UTF-16 as well', async () => {
    expect(await readText(await fileOf(Buffer.from('\uFEFFName,Straße\nJörg', 'utf16le')), 1000)).toBe('Name,Straße\nJörg');
  });
});

describe('times', () => {
  it('in a zone are read on its clocks', () => {
    const local = { year: 2024, month: 7, day: 1, hour: 9, minute: 30, second: 5 };
    expect(zonedTime(local, 'Europe/Lisbon', 'second')).toEqual({ at: Date.UTC(2024, 6, 1, 8, 30, 5), precision: 'second', zone: 'assumed' });
  });

  it.each([
    [{ year: 2024, month: 2, day: 30, hour: 0, minute: 0, second: 0 }],
    [{ year: 2024, month: 13, day: 1, hour: 0, minute: 0, second: 0 }],
    [{ year: 1024, month: 1, day: 1, hour: 0, minute: 0, second: 0 }],
    [{ year: 2024, month: 1, day: 1, hour: 24, minute: 0, second: 0 }],
  ])('that don’t exist are none: %j', (local) => {
    expect(zonedTime(local, 'UTC', 'second')).toBeNull();
  });

  it('far outside of any export are none', () => {
    expect(utcTime(Number.NaN, 'ms')).toBeNull();
    expect(utcTime(1e18, 'ms')).toBeNull();
    expect(utcTime(Date.UTC(2024, 0, 1), 'ms')?.zone).toBe('utc');
  });
});

it('a tally adds up what is left out, and ends with one word for endless kinds', () => {
  const tally = new LeftOutTally('a.csv');
  tally.add('Drafts.');
  tally.add('Drafts.', 2);
  for (let index = 0; index < 1_000; index += 1) tally.add(`Column ${index}.`);
  const records = tally.records();
  expect(records[0]).toEqual({ record: 'left_out', file: 'a.csv', reason: 'Drafts.', count: 3 });
  expect(records.length).toBeLessThanOrEqual(201);
  expect(records.reduce((sum, { count }) => sum + count, 0)).toBe(1_003);
});

it('gives an identity again only where more is known of it', () => {
  const given = new Introduced();
  const ada = { platform: 'x', kind: 'id', key: '1', scope: '' } as const;
  expect([given.isNewIdentity(ada), given.isNewIdentity(ada), given.isNewIdentity(ada, 'handle')]).toEqual([true, false, true]);
});

it('names few unused files one by one and many by their folder', () => {
  const open = () => Promise.reject(new Error('not read'));
  const files = [...Array.from({ length: 214 }, (_, n) => `photos/${n}.jpg`), 'ads.json'].map((path) => ({ path, size: 1, modifiedAt: null, open }));
  expect(unusedFiles(files, (path) => (path.endsWith('.jpg') ? 'Pictures are not read.' : 'Not about people.'))).toEqual([
    { path: 'photos/… (214 files)', reason: 'Pictures are not read.' },
    { path: 'ads.json', reason: 'Not about people.' },
  ]);
});
