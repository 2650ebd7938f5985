/** The elements of an array in a JSON file, one after the other: such arrays reach gigabytes, their elements kilobytes. */
import type { ArchiveFile } from '../contract';
import { decodeText } from '../csv/decode';
import { parseJson } from './json-text';

/** Letters one element may have; the largest ones, whole conversations, are cut before. */
const LONGEST_ELEMENT = 16_000_000;
/** Letters from which an element is given in pieces, where it may be. */
const CUT_FROM = 4_000_000;
/** Letters before the array: "window.YTD.follower.part0 =" or the head of an ActivityPub collection. */
const LONGEST_HEAD = 1_000_000;
/** A key as long as this is none that anybody looks for. */
const LONGEST_KEY = 200;
const SAMPLE_LENGTH = 200;

export type JsonElement = { value: unknown } | { problem: string; sample: string };

export interface JsonArrayOptions {
  /** The array that stands under this key of the file's outermost object; else the outermost array. */
  under?: string;
  /**
   * How many brackets deep in an element its own long array lies: `[{"a":{"b":[` is 3. An element that is too long for
   * the memory then comes several times, each time whole but for that array, which holds a few thousand of its own.
   */
  cutDepth?: number;
}

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
 */
export async function* readJsonArray(file: ArchiveFile, { under, cutDepth = 0 }: JsonArrayOptions = {}): AsyncGenerator<JsonElements> {
  const scanner = new ArrayScanner(under ?? null, cutDepth);
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
  /** Brackets of the element that are open, down to where it may be cut. */
  #open = '';
  /** Letters of the element up to the array in which it may be cut; 0 outside of it. */
  #cutHead = 0;

  constructor(private readonly under: string | null, private readonly cutDepth: number) {}

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

  /** Reads to the end of one element, or of a piece of it; returns where it stopped. */
  #readArray(text: string, from: number, found: JsonElement[]): number {
    for (let at = from; at < text.length; ) {
      if (this.#inString) {
        at = this.#skipString(text, at);
        continue;
      }
      const letter = text.charCodeAt(at);
      const inside = this.#depth - this.#arrayDepth;
      if (inside === 0 && (letter === COMMA || closes(letter))) {
        this.#element.add(text.slice(from, at));
        this.#give(this.#element.take(), found);
        this.isDone = letter !== COMMA;
        return at + 1;
      }
      if (letter === COMMA && inside === this.cutDepth && this.#cutHead > 0 && this.#element.length + at - from > CUT_FROM) {
        this.#element.add(text.slice(from, at));
        this.#give(this.#element.cut(this.#cutHead, closersOf(this.#open)), found);
        return at + 1;
      }
      if (letter === QUOTE) this.#inString = true;
      else if (opens(letter)) this.#enter(text.charAt(at), this.#element.length + at + 1 - from);
      else if (closes(letter)) this.#leave();
      at += 1;
    }
    this.#element.add(text.slice(from));
    return text.length;
  }

  /** @param length of the element up to and with the bracket */
  #enter(bracket: string, length: number): void {
    this.#depth += 1;
    const inside = this.#depth - this.#arrayDepth;
    if (inside > this.cutDepth) return;
    this.#open += bracket;
    if (inside === this.cutDepth && bracket === '[') this.#cutHead = length;
  }

  #leave(): void {
    if (this.#depth - this.#arrayDepth <= this.cutDepth) {
      this.#open = this.#open.slice(0, -1);
      this.#cutHead = 0;
    }
    this.#depth -= 1;
  }

  #give(element: JsonElement | null, found: JsonElement[]): void {
    if (element) found.push(element);
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

  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    this.#length += text.length;
    if (this.#length <= LONGEST_ELEMENT) this.#parts.push(text);
    else this.#parts = [this.sample()];
  }

  sample(): string {
    return sampleOf(this.#parts.join(''));
  }

  /** The element, null for nothing between two commas. */
  take(): JsonElement | null {
    const text = this.#parts.join('');
    const isTooLong = this.#length > LONGEST_ELEMENT;
    this.#parts = [];
    this.#length = 0;
    if (isTooLong) return { problem: 'This entry goes on beyond what any export has.', sample: sampleOf(text) };
    return text.trim() === '' ? null : parsed(text);
  }

  /** What was gathered, closed so that it is whole; its first `head` letters stay, for what follows. */
  cut(head: number, closers: string): JsonElement | null {
    const text = this.#parts.join('');
    if (this.#length > LONGEST_ELEMENT) return null;
    this.#parts = [text.slice(0, head)];
    this.#length = head;
    return parsed(text + closers);
  }
}

function parsed(text: string): JsonElement {
  try {
    return { value: parseJson(text) };
  } catch {
    return { problem: 'This entry is damaged and can’t be read.', sample: sampleOf(text) };
  }
}

const sampleOf = (text: string): string => text.trimStart().slice(0, SAMPLE_LENGTH);

const closersOf = (open: string): string => [...open].reverse().map((bracket) => (bracket === '[' ? ']' : '}')).join('');

const opens = (letter: number): boolean => letter === 0x5b || letter === 0x7b;
const closes = (letter: number): boolean => letter === 0x5d || letter === 0x7d;

const noArray = (): JsonElement => ({ problem: 'The file holds no list where the platform puts one.', sample: '' });
