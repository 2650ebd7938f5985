/**
 * Splits an mbox file into mails while it streams by. mbox-reader was tried and left: it holds a whole mail in lines,
 * several times its size, and takes any "From " line in a body for a new mail.
 */
import type { Readable } from 'node:stream';
import { MailCollector } from './raw-mail';
import type { RawMail } from './raw-mail';

const NEXT = Buffer.from('\nFrom ');
/** A separator is a line of some 80 letters; so much has to be there to judge one. */
const LOOKAHEAD = 400;
/** The two line ends before a separator. */
const LOOKBEHIND = 3;
const LF = 0x0a;
const CR = 0x0d;

/** The end of "From <sender> Mon Oct 16 01:29:30 2023": a weekday, and then nothing but a date and perhaps a zone. */
const STAMP = /(?:^From | )(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? {1,2}([\w +:().,-]{12,45})$/;
const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/;

/** Whether a line can only be mbox's own: "From Monday on" may stand in any mail. */
export function isSeparator(line: string): boolean {
  if (!line.startsWith('From ')) return false;
  const stamp = STAMP.exec(line)?.[1];
  return stamp !== undefined && MONTH.test(stamp) && /\d{1,2}:\d{2}/.test(stamp) && /\b\d{4}\b/.test(stamp);
}

export interface MailBatch {
  mails: RawMail[];
  /** Bytes of the file behind them. */
  bytes: number;
  /** Bytes before the first mail, in a file that doesn't begin with one. */
  stray: number;
}

/** All mails of a file, in batches as it comes. */
export async function* mailsOf(stream: Readable): AsyncGenerator<MailBatch> {
  const splitter = new Splitter();
  for await (const chunk of stream) {
    if (Buffer.isBuffer(chunk)) yield { ...splitter.push(chunk, false), bytes: chunk.length };
  }
  yield { ...splitter.push(Buffer.alloc(0), true), bytes: 0 };
}

class Splitter {
  /** Bytes not used yet, after `#behind` bytes that were and only tell what stood before. */
  #held: Buffer = Buffer.alloc(0);
  #behind = 0;
  #atStart = true;
  #open: MailCollector | null = null;
  #stray = 0;

  push(chunk: Buffer, last: boolean): Omit<MailBatch, 'bytes'> {
    const bytes = Buffer.concat([this.#held, chunk]);
    this.#stray = 0;
    if (this.#atStart && !last && bytes.length <= LOOKAHEAD) {
      this.#held = bytes;
      return { mails: [], stray: 0 };
    }
    const judgeable = last ? bytes.length : Math.max(this.#behind, bytes.length - LOOKAHEAD);
    const { mails, from } = this.#split(bytes, this.#atStart ? this.#start(bytes) : this.#behind, judgeable);
    this.#atStart = false;
    const until = Math.max(from, judgeable);
    this.#feed(bytes.subarray(from, until));
    this.#behind = Math.min(until, LOOKBEHIND);
    this.#held = Buffer.from(bytes.subarray(until - this.#behind));
    if (last) mails.push(...this.#finish());
    return { mails, stray: this.#stray };
  }

  /** Where the first mail, or what stands before it, begins. */
  #start(bytes: Buffer): number {
    const line = lineAt(bytes, beginning(bytes));
    return isSeparator(line.text) ? this.#begin(line) : 0;
  }

  /** The mails that end before `judgeable`, and where what is not used yet begins. */
  #split(bytes: Buffer, start: number, judgeable: number): { mails: RawMail[]; from: number } {
    const mails: RawMail[] = [];
    let from = start;
    let found = bytes.indexOf(NEXT, Math.max(0, from - 1));
    while (found !== -1 && found < judgeable) {
      const line = isAfterBlankLine(bytes, found) ? lineAt(bytes, found + 1) : null;
      if (line && isSeparator(line.text)) {
        this.#feed(bytes.subarray(from, found));
        mails.push(...this.#finish());
        from = this.#begin(line);
        found = bytes.indexOf(NEXT, from - 1);
      } else {
        found = bytes.indexOf(NEXT, found + 1);
      }
    }
    return { mails, from };
  }

  #begin({ text, end }: { text: string; end: number }): number {
    this.#open = new MailCollector(text);
    return end;
  }

  #feed(piece: Buffer): void {
    if (this.#open) this.#open.push(piece);
    else this.#stray += piece.length;
  }

  #finish(): RawMail[] {
    const open = this.#open;
    this.#open = null;
    return open ? [open.end()] : [];
  }
}

/** Behind a byte order mark and blank lines. */
function beginning(bytes: Buffer): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === LF || bytes[at] === CR) at += 1;
  return at;
}

function lineAt(bytes: Buffer, start: number): { text: string; end: number } {
  const window = bytes.subarray(start, start + LOOKAHEAD);
  const newline = window.indexOf(LF);
  const length = newline === -1 ? window.length : newline;
  return { text: window.toString('latin1', 0, length).replace(/\r$/, ''), end: start + length + (newline === -1 ? 0 : 1) };
}

/** `at` is a line feed; whether the line it ends is empty. */
function isAfterBlankLine(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 1] === CR ? at - 2 : at - 1;
  return bytes[before] === LF;
}
