/** Text files of an archive: whole where they are small, line by line where they are not. */
import { sizeInWords } from '../../lib/text';
import { ArchiveProblem } from '../contract';
import type { ArchiveFile } from '../contract';
import { decodeText } from '../csv/decode';

/** A line longer than this is cut: no format has such lines, and a hostile one would fill the memory. */
const LONGEST_LINE = 4_000_000;

/**
 * The whole file as text, whatever its encoding.
 * @param maxBytes throws ArchiveProblem for more
 */
export async function readText(file: ArchiveFile, maxBytes: number): Promise<string> {
  const parts: string[] = [];
  let bytes = 0;
  for await (const chunk of decodeText(await file.open())) {
    bytes += chunk.bytes;
    if (bytes > maxBytes) throw new ArchiveProblem(`${file.path} is larger than ${sizeInWords(maxBytes)}, which no export’s file of that kind is.`);
    parts.push(chunk.text);
  }
  return parts.join('');
}

/** The first letters of a file, for telling what it is. @param length letters at most */
export async function readBeginning(file: ArchiveFile, length: number): Promise<string> {
  let text = '';
  for await (const chunk of decodeText(await file.open())) {
    text += chunk.text;
    if (text.length >= length) break;
  }
  return text.slice(0, length);
}

export interface TextLine {
  text: string;
  /** 1-based. */
  number: number;
  /** Bytes of the file read so far, the line's own and perhaps some that follow included. */
  bytes: number;
}

/** The lines of a file, in batches as they come, without their ends (LF, CRLF, CR). */
export async function* readLines(file: ArchiveFile): AsyncGenerator<TextLine[]> {
  let held = '';
  let number = 0;
  let bytes = 0;
  for await (const chunk of decodeText(await file.open())) {
    bytes += chunk.bytes;
    const text = held + chunk.text;
    // A CR at the end may be half of a CRLF.
    const whole = text.endsWith('\r') ? text.length - 1 : text.length;
    const lines = text.slice(0, whole).split(/\r\n|\n|\r/);
    held = (lines.pop() ?? '') + text.slice(whole);
    if (held.length > LONGEST_LINE) {
      lines.push(held.slice(0, LONGEST_LINE));
      held = '';
    }
    yield lines.map((line) => ({ text: line, number: (number += 1), bytes }));
  }
  if (held !== '') yield [{ text: held.replace(/\r$/, ''), number: number + 1, bytes }];
}
