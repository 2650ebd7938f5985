/** The elements of an array in a JSON file, one after the other: such arrays reach gigabytes, their elements kilobytes. */
import type { ArchiveFile } from '../contract';
import { decodeText } from '../csv/decode';
import { parseJson } from './json-text';

/**
 * Letters one element may have. The largest known is a whole conversation of an X archive at 0.4 KB a message: room for
 * some 80,000 of them.
 */
const LONGEST_ELEMENT = 32_000_000;
/** Letters before the array: "window.YTD.follower.part0 =" or the head of an ActivityPub collection. */
const LONGEST_HEAD = 1_000_000;
/** A key as long as this is none that anybody looks for. */
const LONGEST_KEY = 200;
const SAMPLE_LENGTH = 200;

export type JsonElement = { value: unknown } | { problem: string; sample: string };

/** Elements as they come, with the bytes of the file read so far. */
export interface JsonElements {
  elements: JsonElement[];
  bytes: number;
}

/**
 * The elements of a file's array, whole numbers of 16 digits and more as strings. What stands before the array (an
 * assignment in a JavaScript file) and behind it is passed over and never evaluated. Memory is bounded by one element.
 *
 * An element that can't be parsed, an array that doesn't end and a file without one come as a problem, a sentence for the
 * user; whatever was whole before it was given.
 *
 * @param under the array that stands under this key of the file's outermost object; else the outermost array
 */
export async function* readJsonArray(file: ArchiveFile, under: string | null = null): AsyncGenerator<JsonElements> {
  const scanner = new ArrayScanner(under);
  let bytes = 0;
  for await (const chunk of decodeText(await file.open())) {
    bytes += chunk.bytes;
    yield { elements: scanner.read(chunk.text), bytes };
    if (scanner.isDone) return;
  }
  yield { elements: scanner.end(), bytes };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;

class ArrayScanner {
  isDone = false;
  /** Brackets open around the place, those outside of the array included. */
  #depth = 0;
  /** Depth inside the array; 0 before it was found. */
  #arrayDepth = 0;
  #inString = false;
  #isEscaped = false;
  #key = '';
  #headLength = 0;
  readonly #element = new ElementText();

  constructor(private readonly under: string | null) {}

  read(text: string): JsonElement[] {
    const found: JsonElement[] = [];
    for (let at = 0; at < text.length && !this.isDone; ) {
      at = this.#arrayDepth === 0 ? this.#readHead(text, at, found) : this.#readArray(text, at, found);
    }
    return found;
  }

  end(): JsonElement[] {
    if (this.isDone) return [];
    this.isDone = true;
    if (this.#arrayDepth === 0) return [noArray()];
    return [{ problem: 'The file ends in the middle of its list: what came behind is missing.', sample: this.#element.sample() }];
  }

  /** Reads towards the array; returns where it stopped. */
  #readHead(text: string, from: number, found: JsonElement[]): number {
    const keyDepth = this.under === null ? 0 : 1;
    for (let at = from; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      this.#headLength += 1;
      if (this.#headLength > LONGEST_HEAD) {
        this.isDone = true;
        found.push(noArray());
        return at;
      }
      if (this.#inString) this.#readHeadString(text.charAt(at), letter);
      else if (letter === QUOTE) {
        this.#inString = true;
        this.#key = '';
      } else if (opens(letter)) {
        this.#depth += 1;
        if (letter === 0x5b && this.#depth === keyDepth + 1 && (this.under === null || this.#key === `${this.under}:`)) {
          this.#arrayDepth = this.#depth;
          return at + 1;
        }
      } else if (closes(letter)) this.#depth -= 1;
      else if (letter === COLON && this.#depth === 1) this.#key += ':';
      else if (letter === COMMA) this.#key = '';
    }
    return text.length;
  }

  #readHeadString(written: string, letter: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (letter === BACKSLASH) this.#isEscaped = true;
    else if (letter === QUOTE) this.#inString = false;
    if (this.#inString && this.#key.length < LONGEST_KEY) this.#key += written;
  }

  /** Reads to the end of one element; returns where it stopped. */
  #readArray(text: string, from: number, found: JsonElement[]): number {
    for (let at = from; at < text.length; ) {
      if (this.#inString) {
        at = this.#skipString(text, at);
        continue;
      }
      const letter = text.charCodeAt(at);
      const isOutside = this.#depth === this.#arrayDepth;
      if (isOutside && (letter === COMMA || closes(letter))) {
        this.#element.add(text.slice(from, at));
        const element = this.#element.take();
        if (element) found.push(element);
        this.isDone = letter !== COMMA;
        return at + 1;
      }
      if (letter === QUOTE) this.#inString = true;
      else if (opens(letter)) this.#depth += 1;
      else if (closes(letter)) this.#depth -= 1;
      at += 1;
    }
    this.#element.add(text.slice(from));
    return text.length;
  }

  #skipString(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (letter === BACKSLASH) this.#isEscaped = true;
      else if (letter === QUOTE) {
        this.#inString = false;
        return at + 1;
      }
    }
    return text.length;
  }
}

/** The text of one element, gathered from chunk to chunk; past the limit only its beginning is kept. */
class ElementText {
  #parts: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#length += text.length;
    if (this.#length <= LONGEST_ELEMENT) this.#parts.push(text);
    else this.#parts = [this.sample()];
  }

  sample(): string {
    return this.#parts.join('').trimStart().slice(0, SAMPLE_LENGTH);
  }

  /** The element, null for nothing between two commas. */
  take(): JsonElement | null {
    const length = this.#length;
    const sample = () => text.trimStart().slice(0, SAMPLE_LENGTH);
    const text = this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    if (length > LONGEST_ELEMENT) return { problem: 'This entry goes on beyond what any export has.', sample: sample() };
    if (text.trim() === '') return null;
    try {
      return { value: parseJson(text) };
    } catch {
      return { problem: 'This entry is damaged and can’t be read.', sample: sample() };
    }
  }
}

const opens = (letter: number): boolean => letter === 0x5b || letter === 0x7b;
const closes = (letter: number): boolean => letter === 0x5d || letter === 0x7d;

const noArray = (): JsonElement => ({ problem: 'The file holds no list where the platform puts one.', sample: '' });
