/** The words of a mail: its first text, however deep it lies, and how many files hang on it. */
import { cleanText } from '../reading/clean-text';
import type { CleanText } from '../reading/clean-text';
import { decodeBytes } from '../reading/charset';
import { fromQuotedPrintable, Headers, parameter } from './headers';
import { withoutHistory, withoutHistoryHtml } from './history';
import type { RawMail } from './raw-mail';

export interface Body extends CleanText {
  attachments: number;
}

/** Letters kept of a mail; longer ones are reports. */
const LONGEST_TEXT = 100_000;
const MOST_PARTS = 200;
const MOST_DEPTH = 8;

interface Found {
  plain: string | null;
  html: string | null;
  attachments: number;
  parts: number;
}

/**
 * @param isMbox mbox puts ">" before lines of the text that begin with "From "
 * @param isAnswer what stands below the writer's own words is history, and goes
 */
export function readBody(mail: RawMail, headers: Headers, isMbox: boolean, isAnswer: boolean): Body {
  const found: Found = { plain: null, html: null, attachments: mail.attachmentsBeyond, parts: 0 };
  const written = mail.body.toString('latin1');
  lookAt(headers, isMbox ? written.replace(/^>(>*From )/gm, '$1') : written, 0, found);
  const { attachments } = found;
  const plain = cleanText(found.plain ?? '', false);
  if (plain.text !== '') {
    return { ...plain, text: (isAnswer ? withoutHistory(plain.text) : plain.text).slice(0, LONGEST_TEXT), attachments };
  }
  const html = cleanText(isAnswer ? withoutHistoryHtml(found.html ?? '') : (found.html ?? ''), true);
  const text = (isAnswer ? withoutHistory(html.text) : html.text).slice(0, LONGEST_TEXT);
  return { text, format: html.format, attachments };
}

/** Whether it brings an invitation to a meeting, or an answer to one. Asked of every mail, so it takes no mail apart. */
export function isCalendarMail(mail: RawMail, headers: Headers): boolean {
  if (/^\s*text\/calendar/i.test(headers.first('content-type'))) return true;
  const at = mail.body.indexOf('text/calendar');
  return at !== -1 && /content-type:\s{0,5}$/i.test(mail.body.toString('latin1', Math.max(0, at - 30), at));
}

function lookAt(headers: Headers, content: string, depth: number, found: Found): void {
  found.parts += 1;
  const type = headers.first('content-type') || 'text/plain';
  const kind = /^\s*([\w.+-]{1,60}\/[\w.+-]{1,60})/.exec(type)?.[1]?.toLowerCase() ?? 'text/plain';
  if (kind.startsWith('multipart/')) {
    const boundary = parameter(type, 'boundary');
    if (boundary === '' || depth >= MOST_DEPTH) return;
    for (const part of partsOf(content, boundary)) {
      if (found.parts < MOST_PARTS) lookAt(part.headers, part.content, depth + 1, found);
    }
    return;
  }
  const disposition = headers.first('content-disposition');
  const hasName = parameter(disposition, 'filename\\*?0?\\*?') !== '' || parameter(type, 'name\\*?0?\\*?') !== '';
  const isText = kind === 'text/plain' || kind === 'text/html';
  if (/^attachment/i.test(disposition) || (hasName && !(isText && /^inline|^$/i.test(disposition.trim())))) {
    // A picture inside the text of an HTML mail has a name too, and hangs on nothing.
    if (!/^inline/i.test(disposition) && headers.first('content-id') === '') found.attachments += 1;
    return;
  }
  if (kind === 'text/plain') found.plain ??= flowed(decoded(headers, type, content), type);
  else if (kind === 'text/html') found.html ??= decoded(headers, type, content);
}

/** What stands between the boundary's lines. A last part without its end counts too: the body may be cut. */
function partsOf(content: string, boundary: string): { headers: Headers; content: string }[] {
  const marker = `\n--${boundary}`;
  const text = `\n${content}`;
  const parts: { headers: Headers; content: string }[] = [];
  let at = text.indexOf(marker);
  while (at !== -1 && parts.length < MOST_PARTS) {
    const after = at + marker.length;
    if (text.startsWith('--', after)) break;
    const start = text.indexOf('\n', after);
    if (start === -1) break;
    const next = text.indexOf(marker, start);
    parts.push(partOf(text.slice(start + 1, next === -1 ? text.length : next)));
    at = next;
  }
  return parts;
}

function partOf(text: string): { headers: Headers; content: string } {
  const blank = /^\r?\n|\r?\n\r?\n/.exec(text);
  if (!blank) return { headers: new Headers(text), content: '' };
  return { headers: new Headers(text.slice(0, blank.index)), content: text.slice(blank.index + blank[0].length) };
}

function decoded(headers: Headers, type: string, content: string): string {
  const encoding = headers.first('content-transfer-encoding').toLowerCase();
  const charset = parameter(type, 'charset');
  if (encoding.startsWith('base64')) return decodeBytes(Buffer.from(content, 'base64'), charset);
  if (encoding.startsWith('quoted-printable')) return decodeBytes(fromQuotedPrintable(content.replace(/[ \t]{0,100}=[ \t]{0,100}\r?\n/g, '')), charset);
  return decodeBytes(Buffer.from(content, 'latin1'), charset);
}

/** RFC 3676: a blank at the end of a line says that the paragraph goes on. */
function flowed(text: string, type: string): string {
  if (!/^flowed$/i.test(parameter(type, 'format'))) return text;
  const joint = /^yes$/i.test(parameter(type, 'delsp')) ? '' : ' ';
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return lines
    .map((line, index) => {
      const isOpen = line.endsWith(' ') && line !== '-- ' && !line.startsWith('>') && !/^>|^-- $/.test(lines[index + 1] ?? '>');
      const own = line.replace(/^ (?=From |>| )/, '');
      return isOpen ? `${own.slice(0, -1)}${joint}` : `${own}\n`;
    })
    .join('');
}
