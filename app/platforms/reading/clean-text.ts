/** Message text as plain text: HTML, wherever a source holds it, never goes further than here. */
import { cleanName } from './names';

export interface CleanText {
  text: string;
  format: 'plain' | 'html-stripped';
}

/** Elements that editors of messages write. "a < b" and "List<String>" are no HTML and stay as they are. */
const HTML =
  /<\/?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|html|body|table|tbody|tr|td|img|font|style|script)(?:[\s/]|>)/i;
/** Elements that start a new line. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'br',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
/** Elements whose content is not for reading. */
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'noscript', 'template']);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  bull: '•',
  middot: '·',
};

/**
 * LF line ends, NFC, trimmed, no control letters but tabs and line ends; HTML turned to text.
 * @param isHtml where the source says; else the text itself tells
 */
export function cleanText(written: string, isHtml = HTML.test(written)): CleanText {
  const text = (isHtml ? htmlToText(written) : written)
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- control letters are what goes
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
    .normalize('NFC')
    .trim();
  return { text, format: isHtml ? 'html-stripped' : 'plain' };
}

/** A subject line: one line of text, '' for none. */
export const cleanSubject = (written: string): string => cleanName(cleanText(written).text);

/** Takes linear time on any input: hostile cells hold millions of "<". */
function htmlToText(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    parts.push(decodeEntities(html.slice(at, open === -1 ? html.length : open).replace(/\s+/g, ' ')));
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close === -1 ? html.length : close + 3;
      continue;
    }
    const name = /^<\/?([a-z][a-z0-9]{0,20})/i.exec(html.slice(open, open + 24))?.[1]?.toLowerCase();
    if (name === undefined) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    const close = html.indexOf('>', open + 1);
    if (close === -1) {
      parts.push(decodeEntities(html.slice(open)));
      break;
    }
    at = close + 1;
    if (HIDDEN.has(name) && html[open + 1] !== '/') at = endOfElement(html, name, at);
    else if (BLOCKS.has(name)) parts.push('\n');
  }
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** Index behind `</name>`; the end of the text where it is never closed. */
function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[^>]{0,20}>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html) ? closing.lastIndex : html.length;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    },
  );
}
