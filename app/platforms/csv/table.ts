/** Rows of a CSV file by column name: finds the header wherever it stands and whatever separates the cells. */
import type { ArchiveFile } from '../contract';
import { decodeText } from './decode';
import type { TextChunk } from './decode';
import { findBrokenHeader, findHeader } from './header';
import type { BrokenHeader, TableHeader, TableShape } from './header';
import { CsvTokenizer, SAMPLE_LENGTH } from './tokenizer';
import type { BrokenRecord, CsvRecord } from './tokenizer';

/** One row. Cells are asked for by lower-case column name. */
export class TableRow {
  constructor(
    readonly line: number,
    readonly cells: readonly string[],
    readonly columns: ReadonlyMap<string, number>,
  ) {}

  /** The cell, '' where the row or the table lacks it. */
  cell(column: string): string {
    const index = this.columns.get(column);
    return index === undefined ? '' : this.cells[index] ?? '';
  }

  /** The beginning of the row, for reports. */
  sample(): string {
    return this.cells.join(', ').slice(0, SAMPLE_LENGTH);
  }
}

export interface TableBatch {
  columns: readonly string[];
  rows: (TableRow | BrokenRecord)[];
  /** Bytes of the file behind these rows. */
  bytes: number;
}

/** So much of a file is looked at for its header. */
const BEGINNING_LENGTH = 256_000;

/** Which of the shapes the file begins like, or means to; null for none of them. Reads the beginning only. */
export async function recogniseTable<Kind extends string>(
  file: ArchiveFile,
  shapes: readonly TableShape<Kind>[],
): Promise<TableHeader<Kind> | BrokenHeader<Kind> | null> {
  return lookAtTable(file, (text, whole) => findHeader(text, whole, shapes) ?? findBrokenHeader(text, shapes));
}

/** What `find` makes of the beginning of a file. */
export async function lookAtTable<Found>(file: ArchiveFile, find: (text: string, whole: boolean) => Found): Promise<Found> {
  const { held, text, whole } = await beginning(file);
  await held.return(undefined);
  return find(text.map((chunk) => chunk.text).join(''), whole);
}

/**
 * All rows of a table in batches as they come from the file. Rows without any content are no rows. A file that lacks the
 * shape yields nothing.
 */
export async function* readTable(file: ArchiveFile, shape: TableShape): AsyncGenerator<TableBatch> {
  yield* readTableWith(file, (text, whole) => findHeader(text, whole, [shape]));
}

/** The same for a table whose header is found in another way. `find` gets the beginning, and whether that is all. */
export async function* readTableWith(
  file: ArchiveFile,
  find: (text: string, whole: boolean) => TableHeader | null,
): AsyncGenerator<TableBatch> {
  const { held, text, whole } = await beginning(file);
  try {
    const header = find(text.map((chunk) => chunk.text).join(''), whole);
    if (!header) return;
    const tokenizer = new CsvTokenizer(header.delimiter, header.columns.length);
    const columns = new Map<string, number>();
    header.columns.forEach((column, index) => column !== '' && !columns.has(column) && columns.set(column, index));
    const batch = (records: (CsvRecord | BrokenRecord)[], bytes: number): TableBatch => {
      const rows = records.flatMap((record) =>
        record.line > header.line ? asRow(record, header.columns.length, columns) : [],
      );
      return { columns: header.columns, rows, bytes };
    };
    for (const chunk of text) yield batch(tokenizer.push(chunk.text), chunk.bytes);
    for await (const chunk of held) yield batch(tokenizer.push(chunk.text), chunk.bytes);
    yield batch(tokenizer.end(), 0);
  } finally {
    await held.return(undefined);
  }
}

/** The first pieces of text, and the rest still to come. `whole`: that was all. */
async function beginning(
  file: ArchiveFile,
): Promise<{ text: TextChunk[]; whole: boolean; held: AsyncGenerator<TextChunk> }> {
  const held = decodeText(await file.open());
  const text: TextChunk[] = [];
  let length = 0;
  while (length < BEGINNING_LENGTH) {
    const next = await held.next();
    if (next.done) return { text, whole: true, held };
    text.push(next.value);
    length += next.value.text.length;
  }
  return { text, whole: false, held };
}

function asRow(
  record: CsvRecord | BrokenRecord,
  width: number,
  columns: ReadonlyMap<string, number>,
): (TableRow | BrokenRecord)[] {
  if ('problem' in record) return [record];
  if (record.cells.every((cell) => cell === '')) return [];
  const row = new TableRow(record.line, record.cells, columns);
  if (record.cells.slice(width).every((cell) => cell === '')) return [row];
  return [{ line: record.line, problem: 'This row has more cells than the header has columns.', sample: row.sample() }];
}
