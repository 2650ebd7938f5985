/** What a display name gives away: the name to call somebody by, and the letters on their portrait. */

const TITLES = /^(?:dr|prof|professor|mr|mrs|ms|mx|miss|sir|dame|rev|ing|dipl|med|mag|hon|capt|herr|frau|mme|sra|dott|dra?)\.?(?:-\w+\.)?$/i;
const CREDENTIAL =
  /^(?:ph\.?d|m\.?d|mba|emba|msc|m\.sc|bsc|b\.sc|ma|m\.a|ba|b\.a|mfa|bfa|llm|ll\.m|jd|cpa|cfa|acca|pmp|cissp|pcc|acc|mcc|rn|esq|jr|sr|ii|iii|iv|mph|m\.?ed|ed\.?d|psyd|dds|dvm|obe|mbe|cbe|fcca|frsa|csm|cspo|shrm-\w+|phr|sphr|gphr)\.?$/i;
/** Scripts that write the family name first and without spaces: such a name is used whole. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** What platforms call somebody who is gone or hidden. */
const NOBODY = /^(?:linkedin|facebook|instagram|telegram|discord|slack|x|tiktok|deleted|unknown) (?:member|user|account)$/i;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Words of the name itself: without remarks in brackets, emoji, titles before it and credentials behind it. */
function nameWords(displayName: string): string[] {
  const bare = displayName
    .normalize('NFC')
    .replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"|“[^”]*”/gu, ' ')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|[~*|•]/gu, ' ');
  const [before = '', ...behind] = bare.split(',').map((part) => part.trim().split(/\s+/u).filter(Boolean));
  const behindWords = behind.flat();
  const surnameFirst =
    before.length === 1 && behind.length === 1 && behindWords.length <= 2 &&
    behindWords.every((word) => /^\p{Lu}/u.test(word) && !CREDENTIAL.test(word));
  const words = surnameFirst ? [...behindWords, ...before] : [...before];
  while (words.length > 1 && TITLES.test(words[0] ?? '')) words.shift();
  while (words.length > 1 && CREDENTIAL.test(words.at(-1) ?? '')) words.pop();
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
