/** What a display name gives away: the name to call somebody by, and the letters on their portrait. */

/** Before a name, in any case, with or without dots. */
const TITLES = new Set([
  'dr', 'prof', 'professor', 'mr', 'mrs', 'ms', 'mx', 'miss', 'sir', 'dame', 'rev', 'herr', 'frau', 'mme', 'sra',
  'dott', 'dipl-ing',
]);
/** Behind a name, letter for letter: "MA" is a degree, "Ma" a family. Dots do not matter. */
const CREDENTIALS = new Set([
  'PhD', 'PHD', 'MD', 'MBA', 'EMBA', 'MSc', 'BSc', 'MA', 'BA', 'MFA', 'BFA', 'LLM', 'JD', 'MPH', 'MEd', 'EdD', 'PsyD',
  'DDS', 'DVM', 'CPA', 'CFA', 'CCA', 'FCCA', 'ACCA', 'PMP', 'CISSP', 'PCC', 'ACC', 'MCC', 'CSM', 'CSPO', 'PHR', 'SPHR',
  'SHRM-CP', 'SHRM-SCP', 'RN', 'Esq', 'OBE', 'MBE', 'CBE', 'FRSA', 'Jr', 'Sr', 'II', 'III', 'IV',
]);
const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replaceAll('.', ''));
const isCredential = (word: string): boolean => CREDENTIALS.has(word.replaceAll('.', ''));
/** Scripts that write the family name first and without spaces: such a name is used whole. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** What platforms call somebody who is gone or hidden. */
const NOBODY = /^(?:linkedin|facebook|instagram|telegram|discord|slack|deleted|unknown) (?:member|user|account)$/i;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Words of the name itself: without remarks in brackets, emoji, titles before it and credentials behind it. */
export function nameWords(displayName: string): string[] {
  const bare = displayName
    .normalize('NFC')
    .replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"|“[^”]*”/gu, ' ')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|[~*|•]/gu, ' ');
  const [before = '', ...behind] = bare.split(',').map((part) => part.trim().split(/\s+/u).filter(Boolean));
  const behindWords = behind.flat();
  const surnameFirst =
    before.length === 1 && behind.length === 1 && behindWords.length <= 2 &&
    behindWords.every((word) => /^\p{Lu}/u.test(word) && !isCredential(word));
  const words = surnameFirst ? [...behindWords, ...before] : [...before];
  while (words.length > 1 && isTitle(words[0] ?? '')) words.shift();
  while (words.length > 1 && isCredential(words.at(-1) ?? '')) words.pop();
  return words;
}

/**
 * The name to call somebody by: "Leila" for "Dr. Leila Haddad, PhD". Names that do not come apart safely stay whole:
 * handles, initials, names written family first, and what a platform calls a deleted account.
 * @returns "Someone" where there is no name at all
 */
export function firstName(displayName: string): string {
  const words = nameWords(displayName);
  const whole = words.join(' ');
  const [first = ''] = words;
  if (!/[\p{L}\p{N}]/u.test(whole)) return 'Someone';
  if (NOBODY.test(whole) || FAMILY_FIRST.test(whole) || /^\p{L}\p{M}*\.?$/u.test(first)) return whole;
  return first;
}

/**
 * One or two letters for a portrait: "LH" for "Leila Haddad". Letters are whole characters as people see them, in any
 * script; "?" where the name has none.
 */
export function initials(name: string): string {
  const words = nameWords(name).flatMap((word) => /[\p{L}\p{N}].*/u.exec(word) ?? []);
  const last = words.length > 1 && !FAMILY_FIRST.test(words.join('')) ? words.slice(-1) : [];
  const letters = [...words.slice(0, 1), ...last].map((word) => [...graphemes.segment(word)][0]?.segment ?? '');
  return letters.join('').toUpperCase() || '?';
}
