/** The tables of an archive that list people, and their rows. */
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { findHeader } from '../csv/header';
import type { TableHeader } from '../csv/header';
import { sniffHeader } from '../csv/sniff';
import { lookAtTable, readTableWith, TableRow } from '../csv/table';
import type { TableBatch } from '../csv/table';
import { CsvTokenizer } from '../csv/tokenizer';
import { plainCell } from './cells';
import type { ColumnLook } from './guess';
import { PRESET_SHAPES, presetOf } from './presets';
import type { Preset } from './presets';

/** The kind of a part whose columns the user matches. */
export const ANY_TABLE = 'table';
/** Different values of a column that are looked at before it is matched. */
const LOOKED_AT = 50;

export interface PeopleTable {
  file: ArchiveFile;
  header: TableHeader;
  /** Null where the user says what the columns mean. */
  preset: Preset | null;
}

/** The header of a table of people: a preset's, or that of any table. */
export function findPeopleHeader(text: string, whole: boolean): TableHeader | null {
  return findHeader(text, whole, PRESET_SHAPES) ?? sniffHeader(text, whole);
}

/** A table with the values of its beginning; null for what is no table. */
export async function lookAt(file: ArchiveFile): Promise<{ table: PeopleTable; looks: ColumnLook[] } | null> {
  return lookAtTable(file, (text, whole) => {
    const header = findPeopleHeader(text, whole);
    return header && { table: { file, header, preset: presetOf(header.kind) }, looks: looksOf(header, text, whole) };
  });
}

function looksOf(header: TableHeader, text: string, whole: boolean): ColumnLook[] {
  const tokenizer = new CsvTokenizer(header.delimiter, header.headings.length);
  const records = tokenizer.push(text);
  if (whole) records.push(...tokenizer.end());
  const values = header.headings.map(() => new Set<string>());
  for (const record of records) {
    if (!('cells' in record) || record.line <= header.line) continue;
    values.forEach((seen, index) => {
      const cell = plainCell(record.cells[index] ?? '');
      if (cell !== '' && seen.size < LOOKED_AT) seen.add(cell);
    });
  }
  return header.headings.map((heading, index) => ({ heading, samples: [...(values[index] ?? [])] }));
}

/** The parts of a recognised archive, as tables. */
export async function tablesOf(archive: Archive, recognition: Recognition): Promise<{ table: PeopleTable; looks: ColumnLook[] }[]> {
  const found: { table: PeopleTable; looks: ColumnLook[] }[] = [];
  for (const { path } of recognition.parts) {
    const file = archive.files.find((candidate) => candidate.path === path);
    const look = file ? await lookAt(file) : null;
    if (!look) throw new ArchiveProblem(`${path} is no longer the table it was in ${archive.name}. Choose the file again.`);
    found.push(look);
  }
  return found;
}

/** The rows of a table in batches, its header left away wherever somebody pasted it again. */
export async function* rowsOf({ file, header }: PeopleTable): AsyncGenerator<TableBatch & { repeated: number }> {
  const isHeader = (row: TableRow) => row.cells.every((cell, index) => cell.trim().toLowerCase() === (header.columns[index] ?? ''));
  for await (const batch of readTableWith(file, findPeopleHeader)) {
    const rows = batch.rows.filter((row) => !(row instanceof TableRow && isHeader(row)));
    yield { ...batch, rows, repeated: batch.rows.length - rows.length };
  }
}
