/** Telephone numbers as keys: the same number is the same key, however it is written. */
import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Letters of a number with everything people put between its digits. */
const WRITTEN = /^\+?[\d\s().\-/\u00a0\u202f]{6,25}$/;

/**
 * E.164 ("+491712345678") of a number in its international form, '' for anything else: without a country a number is no key.
 * @param alwaysInternational the source writes the country into every number, though perhaps "00" or nothing before it
 */
export function phoneKey(written: string, alwaysInternational = false): string {
  const text = written.trim();
  if (!WRITTEN.test(text)) return '';
  const international = text.startsWith('+') ? text : text.startsWith('00') ? `+${text.slice(2)}` : alwaysInternational ? `+${text}` : '';
  if (international === '') return '';
  const parsed = parsePhoneNumberFromString(international);
  return parsed?.isPossible() ? parsed.number : '';
}
