/** JSON of archives: long numbers are ids and stay as they are written. */
import { ArchiveProblem } from '../contract';
import type { ArchiveFile } from '../contract';
import { readText } from './text-file';

/** Digits of a whole number that a double still holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
/** Values inside values; a hostile file nests without end. */
const MOST_DEPTH = 200;

/**
 * Parses JSON with whole numbers of 16 digits and more as strings. Takes linear time.
 * @throws SyntaxError for what is no JSON or nests too deep
 */
export function parseJson(text: string): unknown {
  return JSON.parse(withLongNumbersQuoted(text));
}

/**
 * A file of JSON.
 * @param maxBytes throws ArchiveProblem for more
 * @throws ArchiveProblem for what is no JSON
 */
export async function readJson(file: ArchiveFile, maxBytes: number): Promise<unknown> {
  const text = await readText(file, maxBytes);
  try {
    return parseJson(text);
  } catch {
    throw new ArchiveProblem(`${file.path} is damaged: it begins like the platform’s file and can’t be read to its end. Download the export again.`);
  }
}

/** Strings are passed over, so that digits inside them stay; depth is counted on the way. */
function withLongNumbersQuoted(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const letter = text.charCodeAt(at);
    if (letter === 0x22) {
      at = endOfString(text, at + 1);
    } else if (isDigit(letter) || letter === 0x2d) {
      const end = endOfNumber(text, at);
      if (end - at > EXACT_DIGITS && /^-?\d+$/.test(text.slice(at, end))) {
        parts.push(text.slice(from, at), `"${text.slice(at, end)}"`);
        from = end;
      }
      at = end;
    } else {
      if (letter === 0x7b || letter === 0x5b) depth += 1;
      else if (letter === 0x7d || letter === 0x5d) depth -= 1;
      if (depth > MOST_DEPTH) throw new SyntaxError('Nested too deep.');
      at += 1;
    }
  }
  return from === 0 ? text : parts.join('') + text.slice(from);
}

/** Index behind the closing quote. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c && at - 1 - slashes >= from) slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && (isDigit(text.charCodeAt(at)) || '.eE+-'.includes(text.charAt(at)))) at += 1;
  return at;
}

const isDigit = (letter: number): boolean => letter >= 0x30 && letter <= 0x39;
