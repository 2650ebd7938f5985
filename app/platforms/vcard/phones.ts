/** Phone numbers of an address book. A number is only somebody's if the country is told; most numbers on phones lack it. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

/** A country is only concluded from so many numbers that name theirs… */
const ENOUGH_NUMBERS = 5;
/** …of which so many name the same one. */
const ENOUGH_ALIKE = 2 / 3;

const LONGEST = 60;

/** "tel:+49-170-1234567;ext=5" and "0049 170 …" to what the library reads. */
const bare = (written: string): string =>
  written
    .trim()
    .replace(/^tel:/i, '')
    .replace(/;.*$/s, '')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^00(?=[1-9])/, '+')
    .slice(0, LONGEST);

/** E.164, or null for what is no number or doesn't tell its country. `home` stands in for a missing country. */
export function phoneKey(written: string, home: CountryCode | null): string | null {
  const number = parsePhoneNumberFromString(bare(written), home ?? undefined);
  return number?.isValid() === true ? number.number : null;
}

/**
 * The country whose numbers the owner may write without its code: the one most of the other numbers belong to. Numbers
 * without a code are dialled from home, so there is one such country to an address book.
 */
export class HomeCountry {
  readonly #counts = new Map<CountryCode, number>();
  #total = 0;

  note(written: string): void {
    const number = bare(written);
    const country = number.startsWith('+') ? parsePhoneNumberFromString(number)?.country : undefined;
    if (country === undefined) return;
    this.#total += 1;
    this.#counts.set(country, (this.#counts.get(country) ?? 0) + 1);
  }

  result(): CountryCode | null {
    const [most] = [...this.#counts].sort((a, b) => b[1] - a[1]);
    return most && this.#total >= ENOUGH_NUMBERS && most[1] >= this.#total * ENOUGH_ALIKE ? most[0] : null;
  }
}
