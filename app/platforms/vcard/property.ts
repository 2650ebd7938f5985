/** One content line of a vCard: its name, its parameters and its value as text. */
import { decodeBytes } from '../reading/charset';

export interface Property {
  /** Upper case, without its group. */
  name: string;
  /** Types and bare parameters of 2.1, lower case: "home", "cell", "pref". */
  types: string[];
  /** Named parameters, names in lower case, values as written. */
  parameters: ReadonlyMap<string, string>;
  /** Decoded, with its escapes still in it. */
  value: string;
}

const MOST_PARAMETERS = 50;

/** `line` holds one letter per byte. Null for what is no content line. */
export function parseProperty(line: string): Property | null {
  const colon = endOfHead(line);
  if (colon === -1) return null;
  const [label = '', ...written] = splitOutsideQuotes(line.slice(0, colon), ';').slice(0, MOST_PARAMETERS);
  const name = label.slice(label.lastIndexOf('.') + 1).trim().toUpperCase();
  if (!/^[A-Z0-9-]{1,60}$/.test(name)) return null;
  const types: string[] = [];
  const parameters = new Map<string, string>();
  for (const parameter of written) {
    const equals = parameter.indexOf('=');
    const value = unquoted(parameter.slice(equals + 1));
    const key = equals === -1 ? '' : parameter.slice(0, equals).trim().toLowerCase();
    if (key === '' || key === 'type') types.push(...value.toLowerCase().split(',').map((type) => type.trim()));
    else parameters.set(key, value);
  }
  return { name, types, parameters, value: decoded(line.slice(colon + 1), types, parameters) };
}

/** The colon between head and value: the first that stands in no quotes. */
function endOfHead(line: string): number {
  let inQuotes = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') inQuotes = !inQuotes;
    else if (line[at] === ':' && !inQuotes) return at;
  }
  // A quotation mark that is never closed is a letter like any other.
  return inQuotes ? line.indexOf(':') : -1;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let [start, inQuotes] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') inQuotes = !inQuotes;
    else if (text[at] === separator && !inQuotes) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...pieces, text.slice(start)];
}

const unquoted = (text: string): string => text.trim().replace(/^"(.*)"$/, '$1');

function decoded(written: string, types: readonly string[], parameters: ReadonlyMap<string, string>): string {
  const encoding = parameters.get('encoding')?.toLowerCase();
  const isQuoted = encoding === 'quoted-printable' || types.includes('quoted-printable');
  const bytes = Buffer.from(isQuoted ? fromQuotedPrintable(written) : written, 'latin1');
  return decodeBytes(bytes, parameters.get('charset') ?? '');
}

const fromQuotedPrintable = (text: string): string =>
  text.replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** The parts of a value between semicolons, without their escapes. */
export function components(value: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < value.length; at += 1) {
    const letter = value.charAt(at);
    if (letter === '\\' && at + 1 < value.length) {
      at += 1;
      const escaped = value.charAt(at);
      part += /n/i.test(escaped) ? '\n' : /[,;:\\]/.test(escaped) ? escaped : `\\${escaped}`;
    } else if (letter === ';') {
      parts.push(part);
      part = '';
    } else {
      part += letter;
    }
  }
  return [...parts, part];
}

/** A value that has no parts, without its escapes. */
export const plainValue = (value: string): string => components(value).join(';');

/** 1 is most preferred, as in 4.0; older versions only say "pref". 101 where nothing is said. */
export function preference({ types, parameters }: Property): number {
  const stated = Number(parameters.get('pref'));
  if (Number.isInteger(stated) && stated >= 1 && stated <= 100) return stated;
  return types.includes('pref') ? 1 : 101;
}
