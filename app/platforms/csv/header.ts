/** The header of a CSV table: wherever it stands, whatever separates its cells, and what is wrong with it. */
import { CsvTokenizer } from './tokenizer';
import type { BrokenRecord, CsvRecord } from './tokenizer';

/** A kind of table, known by the header cells it must have (lower case). */
export interface TableShape<Kind extends string = string> {
  kind: Kind;
  required: readonly string[];
}

export interface TableHeader<Kind extends string = string> {
  kind: Kind;
  delimiter: string;
  /** Lower case and trimmed, in order. */
  columns: string[];
  /** The same as they are written, for the user. */
  headings: string[];
  /** 1-based; what stands before it is a preamble. */
  line: number;
}

/** A line with the cells of a header that can't be read as one. */
export interface BrokenHeader<Kind extends string = string> {
  kind: Kind;
  /** A sentence for the user. */
  problem: string;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
/** A preamble is a few lines; whoever has no header within these has none. */
export const HEADER_WITHIN_RECORDS = 30;
/** A header that is broken is only looked for in so many letters and cells of a line: it may go on for megabytes. */
const BROKEN_WITHIN_LENGTH = 20_000;
const BROKEN_WITHIN_CELLS = 200;

const OVERLONG = 'This row goes on beyond what any export has.';

/**
 * @param text the beginning of a file
 * @param whole whether that is all of it
 * @returns null where none of the shapes is found
 */
export function findHeader<Kind extends string>(
  text: string,
  whole: boolean,
  shapes: readonly TableShape<Kind>[],
): TableHeader<Kind> | null {
  for (const delimiter of DELIMITERS) {
    for (const record of firstRecords(text, whole, delimiter)) {
      if (!('cells' in record)) continue;
      const columns = record.cells.map(plainCell);
      const shape = shapeOf(columns, shapes);
      if (shape) return { kind: shape.kind, delimiter, columns, headings: record.cells.map(headingOf), line: record.line };
    }
  }
  return null;
}

/**
 * For a beginning in which there is no header: the line that has a header's cells, and why it is none.
 * @param text the beginning of a file
 */
export function findBrokenHeader<Kind extends string>(
  text: string,
  shapes: readonly TableShape<Kind>[],
): BrokenHeader<Kind> | null {
  const lines = text.slice(0, BROKEN_WITHIN_LENGTH).split(/\r\n|\n|\r/).slice(0, HEADER_WITHIN_RECORDS);
  for (const delimiter of DELIMITERS) {
    for (const line of lines) {
      const shape = shapeOf(line.split(delimiter, BROKEN_WITHIN_CELLS).map(plainCell), shapes);
      if (!shape) continue;
      // What is broken is reported at the next good row or at the end, and the next good row may be far.
      const broken = firstRecords(text, true, delimiter).find((record) => 'problem' in record);
      return { kind: shape.kind, problem: broken && 'problem' in broken ? broken.problem : OVERLONG };
    }
  }
  return null;
}

/** @param most how many records; a header stands within the first thirty */
export function firstRecords(
  text: string,
  whole: boolean,
  delimiter: string,
  most = HEADER_WITHIN_RECORDS,
): (CsvRecord | BrokenRecord)[] {
  const tokenizer = new CsvTokenizer(delimiter);
  const records = tokenizer.push(text);
  if (whole) records.push(...tokenizer.end());
  return records.slice(0, most);
}

const shapeOf = <Kind extends string>(columns: readonly string[], shapes: readonly TableShape<Kind>[]) =>
  shapes.find((candidate) => candidate.required.every((column) => columns.includes(column)));

/** One line, without quotes around it and byte order marks. */
export const headingOf = (cell: string): string =>
  cell.replaceAll('\uFEFF', '').trim().replace(/^"(.*)"$/, '$1').replace(/\s+/g, ' ').trim();

const plainCell = (cell: string): string => headingOf(cell).toLowerCase();
