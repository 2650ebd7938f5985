/**
 * CSV text to rows of cells, fed piece by piece.
 *
 * csv-parse was tried and left: it has no bound on the cells of a line, can't go on behind a quote that is never
 * closed, and lets a row with a broken quote swallow its neighbours. Here the grammar is RFC 4180's, with LF, CRLF or CR,
 * quotes inside unquoted cells taken as they are, and blanks allowed after a closing quote.
 */

export interface CsvRecord {
  /** 1-based line on which it starts. */
  line: number;
  cells: string[];
}

/** Something that is no row. One stands for all lines that had to be passed over to find the next good one. */
export interface BrokenRecord {
  line: number;
  /** A sentence for the user. */
  problem: string;
  /** The beginning of it, at most 200 characters. */
  sample: string;
}

/** Characters of one record. LinkedIn's longest message has 8,000 letters; above this somebody wants our memory. */
export const MAX_RECORD_LENGTH = 5_000_000;
/** Cells of one record. The widest export known has 47 columns. */
export const MAX_CELLS = 2_000;
export const SAMPLE_LENGTH = 200;

type Failure = 'unclosed' | 'long' | 'wide' | 'stray';
const PROBLEMS: Readonly<Record<Failure, string>> = {
  unclosed: 'A quotation mark opens here and is never closed',
  long: 'This row is longer than 5 MB',
  wide: 'This row has more than 2,000 cells',
  stray: 'A quotation mark stands in the middle of a quoted cell here',
};

const QUOTE = 34;
const LF = 10;
const CR = 13;

export class CsvTokenizer {
  readonly #delimiter: number;
  /** Text not yet used; `#at` is where the current record starts in it. */
  #text = '';
  #at = 0;
  #line = 1;
  /** An unfinished record is only tried again when twice as much text is there: so a long one costs linear time. */
  #retryLength = 0;
  /** Throwing text away until the line ends. */
  #skipping = false;
  #broken: { line: number; failure: Failure; sample: string } | null = null;
  readonly #width: number | null;
  #out: (CsvRecord | BrokenRecord)[] = [];

  /**
   * `delimiter` is one character. `width` is the number of cells of a good row, if known: after a broken row reading
   * goes on at the first line that has as many.
   */
  constructor(delimiter: string, width: number | null = null) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#width = width;
  }

  /** Takes more text and returns what became complete. */
  push(text: string): (CsvRecord | BrokenRecord)[] {
    this.#text = this.#at === 0 ? this.#text + text : this.#text.slice(this.#at) + text;
    this.#at = 0;
    if (this.#text.length >= this.#retryLength) this.#run(false);
    return this.#taken();
  }

  /** No more text will come. */
  end(): (CsvRecord | BrokenRecord)[] {
    this.#run(true);
    this.#reportBroken();
    return this.#taken();
  }

  #taken(): (CsvRecord | BrokenRecord)[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  #run(final: boolean): void {
    while (this.#at < this.#text.length) {
      if (this.#skipping && !this.#skipLine(final)) return;
      if (this.#at >= this.#text.length) return;
      const scanned = this.#scan(final);
      if (scanned === 'more') {
        const held = this.#text.length - this.#at;
        this.#retryLength = Math.min(held * 2, MAX_RECORD_LENGTH + 1);
        if (held <= MAX_RECORD_LENGTH) return;
        this.#fail('long');
      } else if (typeof scanned === 'string') {
        this.#fail(scanned);
      } else if (this.#broken && this.#width !== null && scanned.cells.length !== this.#width) {
        this.#skipping = true;
      } else {
        this.#reportBroken();
        this.#out.push({ line: this.#line, cells: scanned.cells });
        this.#at = scanned.end;
        this.#line += scanned.lines;
      }
    }
    this.#retryLength = 0;
  }

  /** Notes that the record starting here is no good and passes over its first line. */
  #fail(failure: Failure): void {
    this.#broken ??= {
      line: this.#line,
      failure,
      sample: this.#text.slice(this.#at, this.#at + SAMPLE_LENGTH),
    };
    this.#skipping = true;
    this.#retryLength = 0;
  }

  #reportBroken(): void {
    if (!this.#broken) return;
    const { line, failure, sample } = this.#broken;
    const lines = this.#line - line;
    const extent = lines > 1 ? `, so ${lines.toLocaleString('en')} lines from here on could not be read` : '';
    this.#out.push({ line, problem: `${PROBLEMS[failure]}${extent}.`, sample });
    this.#broken = null;
  }

  /** Drops the rest of the line; false while its end has not come yet. */
  #skipLine(final: boolean): boolean {
    const text = this.#text;
    let end = this.#at;
    while (end < text.length && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end += 1;
    const crLast = text.charCodeAt(end) === CR && end === text.length - 1;
    if (!final && (end === text.length || crLast)) {
      this.#at = end;
      return false;
    }
    this.#at = Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
    this.#line += 1;
    this.#skipping = false;
    return true;
  }

  /** The record that starts at `#at`, 'more' if it goes on beyond the text, or what is wrong with it. */
  #scan(final: boolean): { cells: string[]; end: number; lines: number } | 'more' | Failure {
    const text = this.#text;
    const delimiter = this.#delimiter;
    const length = text.length;
    const cells: string[] = [];
    let lines = 1;
    let at = this.#at;
    for (;;) {
      if (cells.length >= MAX_CELLS) return 'wide';
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        if (close === -1) return final ? 'unclosed' : 'more';
        if (close === length - 1 && !final) return 'more';
        const cell = text.slice(at + 1, close);
        cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
        lines += lineBreaks(cell);
        at = close + 1;
        while (text.charCodeAt(at) === 32) at += 1;
      } else {
        const start = at;
        while (at < length) {
          const code = text.charCodeAt(at);
          if (code === delimiter || code === LF || code === CR) break;
          at += 1;
        }
        cells.push(text.slice(start, at));
      }
      if (at >= length) return final ? { cells, end: length, lines } : 'more';
      const code = text.charCodeAt(at);
      if (code === delimiter) at += 1;
      else if (code === LF) return { cells, end: at + 1, lines };
      else if (code !== CR) return 'stray';
      else if (at === length - 1 && !final) return 'more';
      else return { cells, end: at + (text.charCodeAt(at + 1) === LF ? 2 : 1), lines };
    }
  }
}

/** Index of the quote that closes a cell whose content starts at `from`, -1 if there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function lineBreaks(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  for (let at = cell.indexOf('\r'); at !== -1; at = cell.indexOf('\r', at + 1)) {
    if (cell.charCodeAt(at + 1) !== LF) count += 1;
  }
  return count;
}
