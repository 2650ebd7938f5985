/**
 * Bytes of a text file to text, whatever program saved it last: UTF-8, UTF-16 with or without its mark, or the
 * Windows code page that Excel falls back to.
 */

export interface TextChunk {
  text: string;
  /** Bytes of the file that this text came from. */
  bytes: number;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Windows-1252 differs from Latin 1 only in these 32; runtimes disagree about them, so they stand here. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Yields the text of `chunks` in order, never splitting a letter. Damaged UTF-8 gives U+FFFD for what is damaged. */
export async function* decodeText(chunks: AsyncIterable<Buffer>): AsyncGenerator<TextChunk> {
  let decode: ((chunk: Buffer, last: boolean) => string) | null = null;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    // The mark and the pattern of zero bytes need a few bytes to show.
    if (decode === null && held.length < 64) continue;
    decode ??= decoderFor(held);
    const text = decode(held, false);
    yield { text, bytes: held.length };
    held = Buffer.alloc(0);
  }
  decode ??= decoderFor(held);
  yield { text: decode(held, true), bytes: held.length };
}

function decoderFor(start: Buffer): (chunk: Buffer, last: boolean) => string {
  const encoding = encodingOf(start);
  if (encoding === 'utf-8') return utf8OrWindows();
  const decoder = new TextDecoder(encoding);
  return (chunk, last) => decoder.decode(chunk, { stream: !last });
}

function encodingOf(start: Buffer): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(512, Math.floor(start.length / 2));
  let evenZeros = 0;
  let oddZeros = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (start[2 * pair] === 0) evenZeros += 1;
    if (start[2 * pair + 1] === 0) oddZeros += 1;
  }
  // A header row is plain ASCII, so in UTF-16 every other byte of it is zero.
  if (pairs > 0 && oddZeros > pairs / 2 && evenZeros === 0) return 'utf-16le';
  if (pairs > 0 && evenZeros > pairs / 2 && oddZeros === 0) return 'utf-16be';
  return 'utf-8';
}

/** UTF-8 until it proves not to be; from then on Windows-1252, unless the file had shown itself to be UTF-8 before. */
function utf8OrWindows(): (chunk: Buffer, last: boolean) => string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  let carried: Buffer = Buffer.alloc(0);
  let isWindows = false;
  let sawUtf8 = false;
  let atStart = true;
  return (chunk, last) => {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const whole = last ? bytes.length : bytes.length - unfinishedLetter(bytes);
    carried = bytes.subarray(whole);
    const now = bytes.subarray(0, whole);
    let text: string;
    if (isWindows) return windows1252(now);
    try {
      text = strict.decode(now);
    } catch {
      text = lenient.decode(now);
      if (!sawUtf8 && countOf(text, /\uFFFD/g) >= countOf(text, /[\u0080-\uFFFC]/g)) {
        isWindows = true;
        const rest = carried;
        carried = Buffer.alloc(0);
        return windows1252(Buffer.concat([now, rest]));
      }
    }
    sawUtf8 ||= text.length !== now.length;
    if (atStart && text.startsWith('\uFEFF')) text = text.slice(1);
    atStart = false;
    return text;
  };
}

/** Bytes at the end that begin a letter which goes on in the next chunk: 0 to 3. */
function unfinishedLetter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

const windows1252 = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252_HIGH[letter.charCodeAt(0) - 0x80] ?? letter);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
