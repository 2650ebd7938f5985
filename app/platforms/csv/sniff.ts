/** The header of a table that nobody knows: found by the shape of the rows below it. */
import { DELIMITERS, firstRecords, HEADER_WITHIN_RECORDS, headingOf } from './header';
import type { TableHeader } from './header';
import type { CsvRecord } from './tokenizer';

/** Rows that are looked at. */
const LOOKED_AT = 80;
/** Of the rows below a header so many have its width: exports are ragged in a few rows, prose in nearly all. */
const MOSTLY = 0.6;
/** Headings are words. The longest known ("Subscription source (free)", survey questions) stay below. */
const LONGEST_HEADING = 150;
/** Columns may stand there without a heading, but not most of them. */
const HEADED = 0.5;

/**
 * The delimiter that gives the widest regular table, and the line on which its headings stand. Null for prose, lists
 * without headings and anything else that is no table.
 * @param text the beginning of a file; @param whole whether that is all of it
 */
export function sniffHeader(text: string, whole: boolean): TableHeader | null {
  let best: { header: TableHeader; width: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const records = firstRecords(text, whole, delimiter, LOOKED_AT).filter((record): record is CsvRecord => 'cells' in record);
    const header = headerAmong(records.filter(({ cells }) => widthOf(cells) > 0), delimiter);
    const width = header ? widthOf(header.headings) : 0;
    if (header && (best === null || width > best.width)) best = { header, width };
  }
  return best?.header ?? null;
}

function headerAmong(records: readonly CsvRecord[], delimiter: string): TableHeader | null {
  for (const [index, record] of records.slice(0, HEADER_WITHIN_RECORDS).entries()) {
    const headings = record.cells.map(headingOf);
    if (!areHeadings(headings)) continue;
    const rows = records.slice(index + 1);
    // Ragged rows leave cells away at the end, so a row may be narrower; a preamble line is narrower than all below it.
    const fitting = rows.filter(({ cells }) => widthOf(cells) <= headings.length && cells.length > 1 === headings.length > 1);
    // Headings with nothing below them are an empty list, where they are all there is.
    if (rows.length === 0 ? index > 0 : fitting.length < rows.length * MOSTLY) continue;
    return { kind: 'table', delimiter, columns: headings.map((heading) => heading.toLowerCase()), headings, line: record.line };
  }
  return null;
}

/** Words rather than values: no address, no number, no date, no link; nor the line in which Excel names its delimiter. */
function areHeadings(headings: readonly string[]): boolean {
  const named = headings.filter((heading) => heading !== '');
  if (named.length === 0 || named.length < widthOf(headings) * HEADED) return false;
  return named.every((heading) => heading.length <= LONGEST_HEADING && /\p{L}/u.test(heading) && !/@\S+\.|:\/\/|^\+?\d|^sep=.?$/.test(heading));
}

/** Cells up to the last that holds something. */
function widthOf(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1;
  return width;
}
