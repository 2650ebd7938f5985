/**
 * Meta writes every byte of UTF-8 as a letter of its own ("CafÃ©"). A text is mended where all its letters fit into a
 * byte and the bytes are valid UTF-8; anything else, text that was right from the start included, stays as it is.
 */

/** Lists in lists deeper than any export nests. */
const MOST_DEPTH = 100;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @returns the text with its letters put together again, or as it is */
export function mendMojibake(text: string): string {
  let isPlain = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return text;
    if (code > 0x7f) isPlain = false;
  }
  if (isPlain) return text;
  try {
    return decoder.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

/** Every string and every key of a parsed JSON value, mended. Deeper nesting than any export has is cut off as null. */
export function mendDeep(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return mendMojibake(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MOST_DEPTH) return null;
  if (Array.isArray(value)) return value.map((one) => mendDeep(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [mendMojibake(key), mendDeep(one, depth + 1)]));
}
