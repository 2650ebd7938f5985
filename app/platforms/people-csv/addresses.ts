/** E-mail addresses and phone numbers as people type them into tables. */
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { CountryCode } from 'libphonenumber-js';
import { isShortened } from './cells';

const ADDRESS = /[^\s@,;<>"'()[\]]{1,64}@[^\s@,;<>"'()[\]]{1,190}\.[^\s@,;<>"'()[\].]{2,63}/g;
const WHOLE_ADDRESS = new RegExp(`^${ADDRESS.source}$`);
/** More of a cell is no list of addresses. */
const LONGEST_CELL = 2_000;
/** Addresses of one person that are kept. */
const MOST = 20;

/** All addresses of a cell, lower case: "Jane <JANE@ex.org>", "a@ex.org ::: b@ex.org", "a@ex.org; b@ex.org". */
export function addressesIn(cell: string): string[] {
  const found = cell.slice(0, LONGEST_CELL).normalize('NFC').match(ADDRESS) ?? [];
  const addresses = found.map((address) => address.replace(/^mailto:/i, '').toLowerCase()).filter((address) => !/\.\.|^\.|\p{C}/u.test(address));
  return [...new Set(addresses)].slice(0, MOST);
}

export const isAddress = (cell: string): boolean => WHOLE_ADDRESS.test(cell);

export type PhoneReading = { key: string } | 'no country' | 'no phone' | 'shortened';

/** The numbers of a cell, which Google parts by " ::: " and others by semicolons or line ends. */
export const phonesIn = (cell: string): string[] =>
  cell.slice(0, LONGEST_CELL).split(/ ::: |[;\n]|,(?=\s*(?:\+|00))/).map((one) => one.trim()).filter((one) => one !== '').slice(0, MOST);

/** Digits of a number that can be one; what is shorter is an extension or a remark. */
const FEWEST_DIGITS = 5;
const LONGEST_PHONE = 60;

/**
 * One number in international form ("+4915123456789"). Without a plus (or 00) the country has to be known: the same
 * digits ring elsewhere in every country.
 */
export function readPhone(written: string, country: CountryCode | null): PhoneReading {
  if (isShortened(written)) return 'shortened';
  const text = written.replace(/^(tel:|p:)/i, '').replace(/^00(?=[1-9])/, '+');
  if (text.length > LONGEST_PHONE || (text.match(/\d/g)?.length ?? 0) < FEWEST_DIGITS) return 'no phone';
  const international = text.startsWith('+');
  if (!international && country === null) return 'no country';
  const number = parsePhoneNumberFromString(text, international || country === null ? undefined : country);
  return number?.isPossible() ? { key: number.number } : 'no phone';
}

/** Languages in which spreadsheets name countries. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
const BY_OTHER_NAMES: Readonly<Record<string, CountryCode>> = {
  usa: 'US', 'u.s.a.': 'US', 'u.s.': 'US', 'united states of america': 'US', uk: 'GB', 'u.k.': 'GB', england: 'GB', scotland: 'GB', wales: 'GB',
  'great britain': 'GB', holland: 'NL', 'czech republic': 'CZ', 'south korea': 'KR', russia: 'RU', brasil: 'BR',
};

let byName: Map<string, CountryCode> | null = null;

/** "FR", "Germany", "Österreich"; null for what is no country. */
export function countryIn(cell: string): CountryCode | null {
  byName ??= countriesByName();
  return byName.get(cell.toLowerCase()) ?? null;
}

function countriesByName(): Map<string, CountryCode> {
  const names = new Map<string, CountryCode>(Object.entries(BY_OTHER_NAMES));
  const named = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  for (const code of getCountries()) {
    names.set(code.toLowerCase(), code);
    for (const inLanguage of named) {
      const name = inLanguage.of(code);
      if (name !== undefined) names.set(name.toLowerCase(), code);
    }
  }
  return names;
}
