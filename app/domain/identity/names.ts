/** Whether two names can be one person's: written without accents, the other way round, short, or with credentials. */
import { nameWords } from '../contacts/names';

/** Letters that do not come apart into a plain one and a mark. */
const PLAIN: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'a', œ: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/**
 * A word as it is compared: lower case, without marks. "Müller", "Mueller" and "Muller" meet, so that every e after a, o
 * or u is dropped on both sides.
 */
export function plainWord(word: string): string {
  if (/^[A-Za-z]*$/.test(word)) return word.toLowerCase().replace(/([aou])e/g, '$1');
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/([aou])e/g, '$1');
}

/** The words of a name as they are compared, in their order. */
export function plainWords(name: string): string[] {
  return nameWords(name)
    .flatMap((word) => word.split(/[-‐–_./]+/u))
    .map(plainWord)
    .filter((word) => word !== '');
}

/** The same for every order of the words; null for a single word, which is shared by too many. */
export function nameKey(words: readonly string[]): string | null {
  return words.length < 2 ? null : [...words].sort().join(' ');
}

/**
 * same: the same words in whatever order; close: one leaves out a middle name or shortens the first to a letter;
 * first: one is only called by the other's first name; different: two full names that share neither.
 */
export type NameLikeness = 'same' | 'close' | 'first' | 'different' | 'unknown';

/** Compares words as `plainWords` gives them. */
export function likeness(a: readonly string[], b: readonly string[]): NameLikeness {
  if (a.length === 0 || b.length === 0) return 'unknown';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'first' : 'unknown';
  if (nameKey(a) === nameKey(b)) return 'same';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((word) => long.includes(word))) return 'close';
  return shortened(a, b) || shortened(b, a) ? 'close' : 'different';
}

/** "T. Achterberg" for "Tom Achterberg". */
function shortened(short: readonly string[], long: readonly string[]): boolean {
  const [letter = '', ...rest] = short;
  return letter.length === 1 && (long[0] ?? '').startsWith(letter) && rest.at(-1) === long.at(-1);
}

/** How a name is written as one word in handles and addresses, the whole ones first: "tomachterberg", "tachterberg". */
export function writtenTogether(words: readonly string[]): { whole: string[]; short: string[] } {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length < 2) return { whole: [], short: [] };
  return {
    whole: [...new Set([words.join(''), first + last, last + first])],
    short: [first.slice(0, 1) + last, first + last.slice(0, 1)],
  };
}
