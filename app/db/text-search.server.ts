/** What a person types into a find box, as a query of SQLite's text index (FTS5). */

/** Words looked for; what comes after them is not. */
const WORDS = 8;
const LONGEST = 200;

/**
 * Every word has to be there, as a whole or as the beginning of one, whatever its case and accents. Each word is quoted,
 * so nothing in it is an operator: the index's own rules take it apart ("anna@slow.example" is three words in a row).
 * @returns null where there is nothing to look for
 */
export function matchingWords(typed: string): string | null {
  const words = typed
    .normalize('NFC')
    // A lone half of a surrogate pair, or NUL, would end or break the statement's text.
    .replace(/[\0\p{Cs}]/gu, ' ')
    .slice(0, LONGEST)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, WORDS);
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
}
