/**
 * Values of a JSON file of any size, one after the other, in bounded memory. The values asked for are cut out of the text
 * and parsed one by one, which is faster than a parser that walks every letter, and lets each have a limit: the files are
 * hostile, and one text without an end must not fill the memory.
 */
import type { ArchiveFile } from '../contract';
import { decodeText } from '../csv/decode';
import { parseJson } from './json-text';

/** give: parse it. enter: look at what is in it. name: only say that it is there. skip: nothing. */
export type Wanted = 'give' | 'enter' | 'name' | 'skip';

export interface JsonItem {
  /** '/chats/list/#/name': keys, and # for an element of a list. */
  path: string;
  /** For every # its index. */
  indexes: readonly number[];
  /** undefined where it was only named. */
  value: unknown;
  /** It could not be parsed, or is larger than anything of its kind. */
  broken: boolean;
}

export interface JsonBatch {
  items: JsonItem[];
  /** Bytes of the file read so far. */
  bytes: number;
  /** Set on the last batch: the text ended where JSON may end. */
  whole?: boolean;
}

/** Containers inside entered containers. */
const MOST_ENTERED = 30;
const LONGEST_KEY = 1_000;
/** Letters of one value. A message has some thousand; a whole profile less than a million. */
const LONGEST_VALUE = 4_000_000;

/** @param wanted asked for the path of every value outside those that are given or skipped */
export async function* readJsonValues(file: ArchiveFile, wanted: (path: string) => Wanted): AsyncGenerator<JsonBatch> {
  const splitter = new JsonSplitter(wanted);
  let bytes = 0;
  for await (const chunk of decodeText(await file.open())) {
    bytes += chunk.bytes;
    yield { items: splitter.push(chunk.text), bytes };
  }
  yield { items: splitter.end(), bytes, whole: splitter.isWhole };
}

interface Frame {
  isList: boolean;
  path: string;
  index: number;
  key: string;
  /** In an object: the next text is a key. */
  awaitsKey: boolean;
}

/** A value or key that is being passed over. */
interface Swallowed {
  kind: 'key' | 'text' | 'container' | 'scalar';
  depth: number;
  inText: boolean;
  keeps: boolean;
  named: boolean;
  pieces: string[];
  length: number;
  path: string;
}

const QUOTE = 0x22;
const isOpening = (code: number) => code === 0x7b || code === 0x5b;
const isClosing = (code: number) => code === 0x7d || code === 0x5d;
/** Blanks, comma, colon: what may stand between values. */
const isBetween = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x2c || code === 0x3a;

class JsonSplitter {
  readonly #frames: Frame[] = [];
  #swallowed: Swallowed | null = null;
  /** The text so far ends in an odd number of backslashes. */
  #escapes = false;
  #items: JsonItem[] = [];
  #began = false;

  constructor(private readonly wanted: (path: string) => Wanted) {}

  get isWhole(): boolean {
    return this.#began && this.#frames.length === 0 && this.#swallowed === null;
  }

  push(text: string): JsonItem[] {
    let at = 0;
    while (at < text.length) at = this.#swallowed ? this.#swallow(this.#swallowed, text, at) : this.#walk(text, at);
    return this.#items.splice(0);
  }

  end(): JsonItem[] {
    if (this.#swallowed?.kind === 'scalar') this.#finish(this.#swallowed);
    return this.#items.splice(0);
  }

  /** Between values of an entered container. @returns where to go on */
  #walk(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (isBetween(code)) {
      const frame = this.#frames.at(-1);
      if (frame && code === 0x2c && !frame.isList) frame.awaitsKey = true;
      return at + 1;
    }
    if (isClosing(code)) {
      this.#frames.pop();
      return at + 1;
    }
    const frame = this.#frames.at(-1);
    if (code === QUOTE && frame && !frame.isList && frame.awaitsKey) {
      this.#swallowed = swallowing('key', frame.path, { keeps: true, inText: true });
      return at + 1;
    }
    return this.#beginValue(text, at, code, frame);
  }

  #beginValue(text: string, at: number, code: number, frame: Frame | undefined): number {
    if (frame?.isList) frame.index += 1;
    const path = frame ? `${frame.path}/${frame.isList ? '#' : frame.key}` : '';
    const wanted = this.wanted(path);
    this.#began = true;
    if (isOpening(code) && wanted === 'enter' && this.#frames.length < MOST_ENTERED) {
      this.#frames.push({ isList: code === 0x5b, path, index: -1, key: '', awaitsKey: true });
      return at + 1;
    }
    const kind = isOpening(code) ? 'container' : code === QUOTE ? 'text' : 'scalar';
    this.#swallowed = swallowing(kind, path, { keeps: wanted === 'give', named: wanted === 'name' });
    return at;
  }

  /** @returns where to go on: behind the value, or at the end of the text */
  #swallow(value: Swallowed, text: string, from: number): number {
    const end = value.kind === 'scalar' ? endOfScalar(text, from, value.length > 0) : this.#endOf(value, text, from);
    const to = end ?? text.length;
    value.length += to - from;
    if (value.keeps && value.length <= LONGEST_VALUE) value.pieces.push(text.slice(from, to));
    else value.pieces.length = 0;
    if (end !== null) this.#finish(value);
    return to;
  }

  /** Behind the last letter of a text or container; null where it goes on in the next piece of the file. */
  #endOf(value: Swallowed, text: string, from: number): number | null {
    let at = from;
    while (at < text.length) {
      if (value.inText) {
        const quote = this.#closingQuote(text, at);
        if (quote === null) return null;
        value.inText = false;
        at = quote + 1;
        if (value.kind !== 'container') return at;
        continue;
      }
      const code = text.charCodeAt(at);
      at += 1;
      if (code === QUOTE) value.inText = true;
      else if (isOpening(code)) value.depth += 1;
      else if (isClosing(code)) {
        value.depth -= 1;
        if (value.depth <= 0) return at;
      }
    }
    return null;
  }

  /** Index of the next quote that no backslash takes away. */
  #closingQuote(text: string, from: number): number | null {
    let quote = text.indexOf('"', from);
    while (quote !== -1) {
      if (!this.#isEscaped(text, quote, from)) {
        this.#escapes = false;
        return quote;
      }
      quote = text.indexOf('"', quote + 1);
    }
    this.#escapes = this.#isEscaped(text, text.length, from);
    return null;
  }

  /** Whether an odd number of backslashes stands before `at`; those at the end of the piece before count on. */
  #isEscaped(text: string, at: number, from: number): boolean {
    let slashes = 0;
    while (at - 1 - slashes >= from && text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
    const carried = at - slashes === from && from === 0 && this.#escapes;
    return (slashes + Number(carried)) % 2 === 1;
  }

  #finish(value: Swallowed): void {
    this.#swallowed = null;
    this.#escapes = false;
    const frame = this.#frames.at(-1);
    if (value.kind === 'key') {
      if (!frame) return;
      frame.key = keyOf(value);
      frame.awaitsKey = false;
      return;
    }
    if (!value.keeps && !value.named) return;
    const { path } = value;
    const indexes: number[] = [];
    for (const { isList, index } of this.#frames) if (isList) indexes.push(index);
    if (value.named) {
      this.#items.push({ path, indexes, value: undefined, broken: false });
      return;
    }
    const found = parsed(value);
    this.#items.push({ path, indexes, value: found.value, broken: found.broken });
  }
}

const swallowing = (kind: Swallowed['kind'], path: string, options: Partial<Swallowed>): Swallowed => ({
  kind, depth: 0, inText: false, keeps: false, named: false, pieces: [], length: 0, path, ...options,
});

/** @param began letters of it stood in the piece before */
function endOfScalar(text: string, from: number, began: boolean): number | null {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((began || at > from) && (isBetween(code) || isClosing(code) || isOpening(code) || code === QUOTE)) return at;
  }
  return null;
}

function parsed(value: Swallowed): Pick<JsonItem, 'value' | 'broken'> {
  if (value.length > LONGEST_VALUE) return { value: undefined, broken: true };
  try {
    return { value: parseJson(value.pieces.length === 1 ? (value.pieces[0] ?? '') : value.pieces.join('')), broken: false };
  } catch {
    return { value: undefined, broken: true };
  }
}

/** What stands before the closing quote. A key that can't be read is none that is asked for. */
function keyOf(value: Swallowed): string {
  if (value.length > LONGEST_KEY) return '';
  try {
    const key: unknown = JSON.parse(`"${value.pieces.join('')}`);
    return typeof key === 'string' ? key : '';
  } catch {
    return '';
  }
}
