import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLogs, LogProblem, parseLog, readLog } from './read-log';

const HEADER = 'time,from,to,kind';
const EVENTS = [
  { at: 1_000, from: 'ann', to: 'bob' },
  { at: 2_000, from: 'bob', to: 'ann' },
];

describe('the lines of a log', () => {
  it('are sorted by time; what somebody wrote to themselves and empty lines are left out', async () => {
    expect(await parseLog([`\uFEFF${HEADER}\r`, '2,bob,ann,answer\r', '1,ann,bob,message', '3,ann,ann,note', ''], 'x.csv')).toEqual(EVENTS);
  });

  it.each([
    ['no header', ['1,ann,bob,message'], 'x.csv has to begin with the line time,from,to,kind.'],
    ['nothing at all', [], 'x.csv holds no event between two people.'],
    ['no event', [HEADER], 'x.csv holds no event between two people.'],
    ['three fields', [HEADER, '1,ann,bob,message', '2,ann,bob'], 'x.csv, line 3, does not have the four fields time,from,to,kind: 2,ann,bob'],
    ['five fields', [HEADER, '2,ann,bob,message,hi'], 'x.csv, line 2, does not have the four fields time,from,to,kind: 2,ann,bob,message,hi'],
    ['a date', [HEADER, '2026-11-22,ann,bob,message'], 'x.csv, line 2, has a time that is not in whole seconds since 1970: 2026-11-22,ann,bob,message'],
    ['milliseconds', [HEADER, '1767225600000,ann,bob,message'], 'x.csv, line 2, has a time that is not in whole seconds since 1970: 1767225600000,ann,bob,message'],
    ['nobody', [HEADER, '1,ann, ,message'], 'x.csv, line 2, names nobody: 1,ann, ,message'],
  ])('with %s are refused in a sentence', async (_, lines, sentence) => {
    await expect(parseLog(lines, 'x.csv')).rejects.toThrow(new LogProblem(sentence));
  });
});

describe('the files of a folder', () => {
  let folder = '';
  const put = async (name: string, bytes: string | Buffer) => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kith-logs-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are its logs, plain or gzipped', async () => {
    await expect(findLogs(folder)).rejects.toThrow(`The folder ${folder} holds no log: no file ends in .csv or .csv.gz.`);
    await expect(findLogs(join(folder, 'none'))).rejects.toThrow(`There is no folder ${join(folder, 'none')}.`);
    const text = `${HEADER}\n1,ann,bob,message\n2,bob,ann,message\n`;
    const [packed, plain] = [await put('b.csv.gz', gzipSync(text)), await put('c.csv', text)];
    await put('README.md', 'about them');
    expect(await findLogs(folder)).toEqual([packed, plain]);
    expect(await readLog(packed)).toEqual({ name: 'b', events: EVENTS });
    expect(await readLog(plain)).toEqual({ name: 'c', events: EVENTS });
  });

  it('are refused in a sentence where they are broken', async () => {
    const cut = gzipSync(`${HEADER}\n1,ann,bob,message\n`).subarray(0, 30);
    await expect(readLog(await put('cut.csv.gz', cut))).rejects.toThrow(/^cut\.csv\.gz cannot be read: .*\.$/);
    await expect(readLog(await put('text.csv.gz', HEADER))).rejects.toThrow(/^text\.csv\.gz cannot be read: .*\.$/);
    await expect(readLog(join(folder, 'gone.csv'))).rejects.toThrow(/^gone\.csv cannot be read: ENOENT/);
  });
});
