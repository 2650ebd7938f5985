import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ArchiveFile } from '../../../app/platforms/contract';
import { decodeText } from '../../../app/platforms/csv/decode';
import { readTable, recogniseTable, TableRow } from '../../../app/platforms/csv/table';
import { CsvTokenizer } from '../../../app/platforms/csv/tokenizer';
import type { BrokenRecord, CsvRecord } from '../../../app/platforms/csv/tokenizer';
import { csvText, utf16, windows1252, withBom } from '../../fixtures/linkedin/csv-text';

/** Cells made of what CSV stumbles over. */
const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '"', ',', ';', '\n', '\r', '\r\n', ' ', '\t'), maxLength: 8 });
/** A single empty cell is an empty line, which no reader can tell from nothing. */
const row = fc.array(cell, { minLength: 2, maxLength: 5 });

function tokenize(text: string, pieces = 1, delimiter = ',', width: number | null = null): (CsvRecord | BrokenRecord)[] {
  const tokenizer = new CsvTokenizer(delimiter, width);
  const size = Math.max(1, Math.ceil(text.length / pieces));
  const out: (CsvRecord | BrokenRecord)[] = [];
  for (let at = 0; at < text.length; at += size) out.push(...tokenizer.push(text.slice(at, at + size)));
  return [...out, ...tokenizer.end()];
}

/** Without samples: they hold as much of a broken row as had come. */
const told = (records: readonly (CsvRecord | BrokenRecord)[]) => records.map((record) => ({ ...record, sample: undefined }));

const cellsOf = (records: readonly (CsvRecord | BrokenRecord)[]) => records.map((record) => ('cells' in record ? record.cells : record.problem));

describe('CsvTokenizer', () => {
  it('gives back what was written, whatever the cells, the style and the chunks', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }), fc.constantFrom('needed', 'all'), fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 40 }),
        (rows, quote, delimiter, newline, pieces) => {
          const text = csvText(rows, { quote, delimiter, newline });
          expect(cellsOf(tokenize(text, pieces, delimiter))).toEqual(rows);
        },
      ),
    );
  });

  it('reads what csv-parse reads', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const text = csvText(rows);
        const theirs: unknown = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
        expect(cellsOf(tokenize(text))).toEqual(theirs);
      }),
    );
  });

  it('gives the same for any text at all, however it is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), fc.constantFrom(null, 2), (written, pieces, width) => {
        expect(told(tokenize(written, pieces, ',', width))).toEqual(told(tokenize(written, 1, ',', width)));
      }),
    );
  });

  it('says on which line each record starts', () => {
    const text = 'a,b\r\n\r\n"1\n2\r\n3",x\n"y\r","z"\rlast';
    expect(tokenize(text).map(({ line }) => line)).toEqual([1, 2, 3, 6, 8]);
  });

  it.each([
    ['5" screen,x\n', [['5" screen', 'x']]],
    ['"a" ,b\n', [['a', 'b']]],
    ['a,\n', [['a', '']]],
    ['a,"', [`A quotation mark opens here and is never closed.`]],
    ['"a"b,c\nd,e\n', ['A quotation mark stands in the middle of a quoted cell here.', ['d', 'e']]],
  ])('%j', (text, expected) => {
    expect(cellsOf(tokenize(text))).toEqual(expected);
  });

  it('goes on behind a quote that is never closed', () => {
    const text = 'a,b\n1,"open\n2,two\n3,three\n';
    expect(cellsOf(tokenize(text, 3, ',', 2))).toEqual([['a', 'b'], 'A quotation mark opens here and is never closed.', ['2', 'two'], ['3', 'three']]);
  });

  it('passes over the rest of a broken message to the next row of the right width', () => {
    const text = 'a,b,c\n1,"said "yes" and,\nmore text\nstill more\n2,two,II\n';
    const records = tokenize(text, 1, ',', 3);
    expect(cellsOf(records)).toEqual([
      ['a', 'b', 'c'],
      'A quotation mark stands in the middle of a quoted cell here, so 3 lines from here on could not be read.',
      ['2', 'two', 'II'],
    ]);
    expect(records[1]).toMatchObject({ line: 2, sample: expect.stringMatching(/^1,"said/) });
  });

  it('holds out against three million columns in one line', () => {
    const tokenizer = new CsvTokenizer(',', 2);
    const records = [...tokenizer.push('a,b\n'), ...tokenizer.push(','.repeat(3_000_000)), ...tokenizer.push('\nc,d\n'), ...tokenizer.end()];
    expect(cellsOf(records)).toEqual([['a', 'b'], 'This row has more than 2,000 cells.', ['c', 'd']]);
  });

  it.each([
    ['in quotes', '"', '"'], ['without quotes', '', ''], ['in quotes that never close', '"', ''], ['of many lines', '"x\n', '"'],
  ])('holds out against a cell of 100 MB %s, in little memory and time', (_how, open, close) => {
    const tokenizer = new CsvTokenizer(',', 2);
    const piece = (open.includes('\n') ? 'word word word\n' : 'word word word ').repeat(4370);
    const out = tokenizer.push(`a,b\n1,${open}`);
    const before = process.memoryUsage().heapUsed;
    const began = performance.now();
    let most = 0;
    for (let sent = 0; sent < 100_000_000; sent += piece.length) {
      out.push(...tokenizer.push(piece));
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    out.push(...tokenizer.push(`${close}\n2,b\n`), ...tokenizer.end());
    expect(out.filter((record) => 'cells' in record && record.cells.length === 2)).toHaveLength(2);
    expect(out.filter((record) => 'problem' in record)).toHaveLength(1);
    expect(most).toBeLessThan(40_000_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 30_000);
});

describe('decodeText', () => {
  const decoded = async (bytes: Buffer, size: number) => {
    let text = '';
    let count = 0;
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
    for await (const chunk of decodeText(Readable.from(chunks))) {
      text += chunk.text;
      count += chunk.bytes;
    }
    expect(count).toBe(bytes.length);
    return text;
  };
  const TEXT = `Date;Name;Text\n${'2024-01-01;Zoë;“It’s €5”, ça va\n'.repeat(20)}`;

  it.each([1, 2, 3, 7, 64, 1000])('reads every encoding in chunks of %i bytes', async (size) => {
    expect(await decoded(Buffer.from(TEXT), size)).toBe(TEXT);
    expect(await decoded(withBom(TEXT), size)).toBe(TEXT);
    expect(await decoded(utf16(TEXT), size)).toBe(TEXT);
    expect(await decoded(utf16(TEXT, 'be'), size)).toBe(TEXT);
    expect(await decoded(windows1252(TEXT), size)).toBe(TEXT);
  });

  it('keeps UTF-8 where only a few bytes of it are damaged', async () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe9]), Buffer.from('Zoë\n')]);
    expect(await decoded(bytes, 64)).toBe(`${TEXT}\uFFFDZoë\n`);
  });

  it('reads letters of four bytes cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.integer({ min: 1, max: 9 }), async (text, size) => {
        expect(await decoded(Buffer.from(`${'x'.repeat(64)}${text}`), size)).toBe(`${'x'.repeat(64)}${text}`);
      }),
    );
  });
});

describe('readTable', () => {
  const SHAPE = { kind: 'people', required: ['name', 'age'] };
  const fileOf = (content: string): ArchiveFile => ({
    path: 'people.csv', size: content.length, modifiedAt: null, open: async () => Readable.from([Buffer.from(content)]),
  });
  const read = async (content: string) => {
    const rows: (TableRow | BrokenRecord)[] = [];
    for await (const batch of readTable(fileOf(content), SHAPE)) rows.push(...batch.rows);
    return rows.map((one) => (one instanceof TableRow ? [one.line, one.cell('name'), one.cell('age')] : [one.line, one.problem]));
  };

  it.each([
    ['at the top', 'Name,Age\nAda,36\n', [[2, 'Ada', '36']]],
    ['below a preamble', 'Notes:\n"Some\nwords, and more"\n\nNAME , Age\nAda,36\n', [[6, 'Ada', '36']]],
    ['with other columns around and twice', 'x,name,age,name\n1,Ada,36,Bob\n', [[2, 'Ada', '36']]],
    ['of an Excel file', 'sep=;\nName;Age\nAda;"3;6"\n;\n', [[3, 'Ada', '3;6']]],
    ['alone', 'name,age', []],
    ['nowhere', 'a,b\n1,2\n', []],
    ['of nothing', '', []],
    ['too far down', `${'x\n'.repeat(40)}name,age\nAda,36\n`, []],
  ])('finds the header %s', async (_where, content, rows) => {
    expect(await read(content)).toEqual(rows);
  });

  it('rejects rows that are wider than the header', async () => {
    expect(await read('name,age\nAda,36,\nAda,Countess,36\n')).toEqual([
      [2, 'Ada', '36'], [3, 'This row has more cells than the header has columns.'],
    ]);
  });

  it('knows no table in a picture', async () => {
    const noise = String.fromCharCode(...Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 256));
    expect(await recogniseTable(fileOf(noise), [SHAPE])).toBeNull();
  });
});
