/** The headers of a mail: unfolded, found by name, their encoded words read. */
import { decodeBytes } from '../reading/charset';

/** Lines of one head; more is somebody's trap. */
const MOST_LINES = 2_000;
/** Letters of one header that are read: a hundred addresses, or fifty message ids. */
const LONGEST = 16_000;

export class Headers {
  readonly #values = new Map<string, string[]>();

  /** `head` holds one letter per byte. */
  constructor(head: string) {
    let open: string[] | null = null;
    for (const line of head.split(/\r\n|\n|\r/).slice(0, MOST_LINES)) {
      if (/^[ \t]/.test(line)) {
        const last = open?.pop();
        if (open && last !== undefined) open.push(last.length < LONGEST ? `${last} ${line.trim()}`.slice(0, LONGEST) : last);
        continue;
      }
      const name = /^([\x21-\x39\x3b-\x7e]{1,80})[ \t]*:/.exec(line)?.[1]?.toLowerCase();
      open = name === undefined ? null : (this.#values.get(name) ?? []);
      if (name === undefined || open === null) continue;
      open.push(line.slice(line.indexOf(':') + 1).trim().slice(0, LONGEST));
      this.#values.set(name, open);
    }
  }

  /** The first header of that name (lower case), raw; '' where there is none. */
  first(name: string): string {
    return this.#values.get(name)?.[0] ?? '';
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The first header of that name as it is meant to be read. */
  text(name: string): string {
    return decodeWords(asUnicode(this.first(name)));
  }
}

/** Bytes of a header that uses no encoding: UTF-8, or what old programs wrote. */
export function asUnicode(raw: string): string {
  // eslint-disable-next-line no-control-regex -- bytes above ASCII are what is asked for
  if (/^[\x00-\x7f]*$/.test(raw)) return raw;
  return decodeBytes(Buffer.from(raw, 'latin1'), '');
}

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?\s]{0,4000})\?=/gi;

/** RFC 2047. Neighbouring words of one encoding are decoded together: programs cut through letters. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  const joined = text.replace(/\?=\s{1,20}=\?/g, '?==?');
  const parts: string[] = [];
  let [end, bytes, charset] = [0, [] as Buffer[], ''];
  const flush = () => {
    if (bytes.length > 0) parts.push(decodeBytes(Buffer.concat(bytes), charset));
    bytes = [];
  };
  for (const match of joined.matchAll(WORD)) {
    const [whole, name = '', way = '', content = ''] = match;
    const plain = joined.slice(end, match.index);
    const encoding = name.replace(/\*.*$/, '').toLowerCase();
    if (plain !== '' || encoding !== charset) flush();
    parts.push(plain);
    charset = encoding;
    bytes.push(/b/i.test(way) ? Buffer.from(content, 'base64') : fromQ(content));
    end = match.index + whole.length;
  }
  flush();
  return [...parts, joined.slice(end)].join('');
}

const fromQ = (content: string): Buffer => fromQuotedPrintable(content.replaceAll('_', ' '));

/** Quoted-printable without line ends, as bytes. */
export const fromQuotedPrintable = (text: string): Buffer =>
  Buffer.from(text.replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))), 'latin1');

/** The value of a header's parameter: `boundary` of `multipart/mixed; boundary="x"`. */
export function parameter(header: string, name: string): string {
  const found = new RegExp(`;\\s{0,20}${name}\\s{0,5}=\\s{0,5}(?:"([^"]{0,500})"|([^;\\s"]{1,500}))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? '';
}
