/** The forms in which one and the same export reaches us: encodings, separators, wrappings, single files. */
import { afterAll, describe, expect, it } from 'vitest';
import { csvTable, utf16, windows1252, withBom } from '../../fixtures/linkedin/csv-text';
import { connectionsCsv, eraNamed, exportOf, messagesCsv, PROFILE_CSV } from '../../fixtures/linkedin/eras';
import { MADE_AT, onDisk, removeFolders, zipOf } from '../../fixtures/zip';
import { asLines, readExport, readFiles } from '../read-export';
import { MESSAGE_COLUMNS, messageFields, OWN } from './rows';

afterAll(removeFolders);

const ERA = eraNamed('2025');
const MESSAGES = messagesCsv(ERA);
const reference = readFiles({ 'messages.csv': MESSAGES }, 'x.zip', OWN);
const idsOf = ({ messages }: Awaited<typeof reference>) => messages.map(({ externalId }) => externalId);

describe('the same messages however the file was saved', () => {
  it.each([
    ['with a byte order mark', withBom(MESSAGES)],
    ['as UTF-16', utf16(MESSAGES)],
    ['as big-endian UTF-16', utf16(MESSAGES, 'be')],
    ['as UTF-16 without its mark', utf16(MESSAGES).subarray(2)],
    ['with CRLF line ends', MESSAGES.replaceAll('\n', '\r\n')],
    ['with old Mac line ends', MESSAGES.replaceAll('\n', '\r')],
    ['in Windows-1252', windows1252(MESSAGES)],
    ['with tabs between the cells', rewrite(MESSAGES, '\t')],
    ['with semicolons between the cells, as Excel does', rewrite(MESSAGES, ';')],
    ['without a line end at the end', MESSAGES.trimEnd()],
    ['with blank lines in between', `\n\n${MESSAGES.replaceAll('No\n2-', 'No\n\n2-')}\n\n`],
  ])('%s', async (_how, content) => {
    const read = await readFiles({ 'messages.csv': content }, 'x.zip', OWN);
    expect(idsOf(read)).toEqual(idsOf(await reference));
    expect(asLines(read.messages)).toEqual(asLines((await reference).messages));
  });
});

/** Every cell quoted, so that only the separator differs. */
function rewrite(csv: string, delimiter: string): string {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (quoted === undefined && bare === '' && end === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0).map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)}\n`).join('');
}

describe('the same export however it was wrapped', () => {
  const files = exportOf(ERA);
  const whole = readFiles(files, ERA.archiveName);

  it.each([
    ['in a folder of its own', (path: string) => `Complete_LinkedInDataExport_10-01-2025/${path}`],
    ['two folders deep', (path: string) => `Downloads/LinkedIn/${path}`],
  ])('%s', async (_how, place) => {
    const moved = Object.fromEntries(Object.entries(files).map(([path, content]) => [place(path), content]));
    const read = await readFiles(moved, ERA.archiveName);
    expect(read.recognition).toEqual((await whole).recognition);
    expect(read.items).toEqual((await whole).items);
  });

  it('packed again on a Mac', async () => {
    const mac = Object.fromEntries(
      Object.entries(files).flatMap(([path, content]) => [[`Export/${path}`, content], [`__MACOSX/Export/._${path}`, 'Mac OS X  \u0000']]),
    );
    const read = await readFiles({ ...mac, 'Export/.DS_Store': 'Bud1' }, ERA.archiveName);
    expect(read.recognition).toEqual((await whole).recognition);
  });

  it('under any name, made when its earliest table was', async () => {
    const read = await readFiles(files, 'my stuff (3).bin');
    expect(read.recognition.generatedAt).toBe(MADE_AT.getTime());
    expect(idsOf(read)).toEqual(idsOf(await whole));
  });

  it('never claims to have seen less than its latest row', async () => {
    const path = await onDisk('x.zip', await zipOf({ 'messages.csv': MESSAGES }, { mtime: new Date('2010-01-01T00:00:00Z') }));
    const { coverage } = await readExport(path, 'x.zip', OWN);
    expect(coverage.map(({ to }) => to)).toEqual([Date.UTC(2020, 7, 3, 10), Date.UTC(2020, 7, 3, 10)]);
  });
});

describe('a table alone', () => {
  it.each([
    ['messages.csv', MESSAGES, 'messages'],
    ['anything.txt', MESSAGES, 'messages'],
    ['Connections.csv', connectionsCsv(ERA), 'connections'],
    ['Connections.csv', connectionsCsv(eraNamed('2021 and')), 'connections'],
  ])('%s', async (name, content, kind) => {
    const { recognition, items } = await readExport(await onDisk('upload-17', content), name);
    expect(recognition.parts).toEqual([{ path: name, kind, size: Buffer.byteLength(content) }]);
    expect(recognition.generatedAt).toBeNull();
    expect(items.length).toBeGreaterThan(5);
  });

  it('knows its owner by presence', async () => {
    const { owner } = await readExport(await onDisk('upload-18', MESSAGES), 'messages.csv');
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { key: 'jordanpike' } }] });
  });
});

describe('several tables of a kind', () => {
  const [half, otherHalf] = [[messageFields({ CONTENT: 'Same' })], [messageFields({ CONTENT: 'Same' }), messageFields({ CONTENT: 'Other' })]];
  const table = (rows: typeof half) => csvTable(MESSAGE_COLUMNS, rows);

  it('are read one after the other where LinkedIn numbered them', async () => {
    const split = await readFiles({ 'messages_1.csv': table(half), 'messages_2.csv': table(otherHalf) }, 'x.zip', OWN);
    const together = await readFiles({ 'messages.csv': table([...half, ...otherHalf]) }, 'x.zip', OWN);
    expect(split.recognition.parts).toHaveLength(2);
    expect(idsOf(split)).toEqual(idsOf(together));
  });

  it.each([
    ['in two folders', 'Basic/messages.csv', 'Complete/messages.csv'],
    ['downloaded twice', 'messages.csv', 'messages (1).csv'],
  ])('are two exports %s: only the larger is read', async (_how, first, second) => {
    const read = await readFiles({ [first]: table(half), [second]: table(otherHalf), 'Profile.csv': PROFILE_CSV }, 'x.zip', OWN);
    expect(read.messages).toHaveLength(2);
    expect(read.recognition.unused).toMatchObject([{ path: first, reason: expect.stringContaining('second copy') }]);
  });
});
