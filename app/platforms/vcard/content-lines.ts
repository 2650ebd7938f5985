/**
 * The lines of a vCard file, put together again: folded lines joined, quoted-printable's soft line breaks followed, and
 * pictures passed over. Text is one letter per byte here, because each line may be in an encoding of its own.
 */
import type { Readable } from 'node:stream';

/** Notes go on for a few kilobytes; what is longer is cut here and only costs its own end. */
const LONGEST_LINE = 64_000;
/** Of a picture only the name of its field is of use. */
const LONGEST_HEAVY = 100;

/** Pictures, sounds and keys: by name, or by being base64. */
const HEAVY = /^(?:[^:;]{0,60}\.)?(?:PHOTO|LOGO|SOUND|KEY|X-IMAGE)[;:]|^[^:]{0,500};(?:ENCODING=)?(?:B|BASE64)[;:]/i;
const QUOTED_PRINTABLE = /^[^:]{0,500};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;
/** 2.1 writers forget to indent base64. A line of it has no colon, and everything else does. */
const BASE64_ONLY = /^[A-Za-z0-9+/=]+$/;

export interface LineBatch {
  lines: { text: string; line: number }[];
  /** Bytes of the file behind them. */
  bytes: number;
}

/** All content lines of a file with the number of the line on which each starts. */
export async function* contentLines(stream: Readable): AsyncGenerator<LineBatch> {
  const joiner = new LineJoiner();
  let held = '';
  let toBytes: ((chunk: Buffer) => Buffer) | null = null;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    toBytes ??= transcoderFor(chunk);
    held += toBytes(chunk).toString('latin1');
    // A lone CR at the end may be half of a CRLF.
    const pieces = (held.endsWith('\r') ? held.slice(0, -1) : held).split(/\r\n|\n|\r/);
    const last = pieces.pop() ?? '';
    held = last.slice(0, LONGEST_LINE) + (held.endsWith('\r') ? '\r' : '');
    yield { lines: pieces.flatMap((piece) => joiner.push(piece)), bytes: chunk.length };
  }
  const pieces = held.replace(/\r$/, '').split(/\r\n|\n|\r/);
  yield { lines: [...pieces.flatMap((piece) => joiner.push(piece)), ...joiner.end()], bytes: 0 };
}

/** UTF-16, which old address books of Apple wrote, becomes UTF-8; marks at the beginning go. */
function transcoderFor(start: Buffer): (chunk: Buffer) => Buffer {
  const isUtf16 = { le: start[0] === 0xff && start[1] === 0xfe, be: start[0] === 0xfe && start[1] === 0xff };
  if (isUtf16.le || isUtf16.be) {
    const decoder = new TextDecoder(isUtf16.le ? 'utf-16le' : 'utf-16be');
    return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  }
  let atStart = true;
  return (chunk) => {
    const hasMark = atStart && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    atStart = false;
    return hasMark ? chunk.subarray(3) : chunk;
  };
}

class LineJoiner {
  #line = 0;
  #open: { parts: string[]; length: number; line: number; heavy: boolean; soft: boolean } | null = null;

  /** Takes one line as it stands in the file; returns the content line that this one shows to be complete. */
  push(written: string): LineBatch['lines'] {
    this.#line += 1;
    const open = this.#open;
    if (open?.soft) return this.#append(written), [];
    if (open && /^[ \t]/.test(written)) return this.#append(written.slice(1)), [];
    if (open?.heavy && BASE64_ONLY.test(written)) return [];
    const done = this.end();
    if (written.trim() !== '') {
      this.#open = { parts: [], length: 0, line: this.#line, heavy: HEAVY.test(written), soft: false };
      this.#append(written);
    }
    return done;
  }

  end(): LineBatch['lines'] {
    const open = this.#open;
    this.#open = null;
    return open ? [{ text: open.parts.join(''), line: open.line }] : [];
  }

  #append(text: string): void {
    const open = this.#open;
    if (!open) return;
    const isQuoted = !open.heavy && QUOTED_PRINTABLE.test(open.parts[0] ?? text);
    open.soft = isQuoted && text.endsWith('=');
    const room = (open.heavy ? LONGEST_HEAVY : LONGEST_LINE) - open.length;
    if (room <= 0) return;
    const kept = (open.soft ? text.slice(0, -1) : text).slice(0, room);
    open.parts.push(kept);
    open.length += kept.length;
  }
}
