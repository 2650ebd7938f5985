/** What is compared of one side: made once of everything somebody is known as. */
import type { IdentityKind, Platform } from '../activity';
import { accountName, plainHandle } from './accounts';
import { plainAddress, plainNumber } from './addresses';
import { readLink } from './links';
import { plainWord, plainWords } from './names';

/** One place where somebody is known, as far as it can be compared. */
export interface KnownAs {
  platform: Platform;
  kind: IdentityKind;
  key: string;
  scope: string;
  handle: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  title: string | null;
  /** The link on their profile. */
  website: string | null;
}

/** Everything that is compared of one side, made once. */
export interface Traits {
  at: readonly KnownAs[];
  /** Words of each name they go by. */
  names: string[][];
  handles: Set<string>;
  addresses: Set<string>;
  numbers: Set<string>;
  companies: Map<string, string>;
  titles: Map<string, string>;
  /** Accounts they have, and accounts and pages they link to. */
  accounts: Set<string>;
  linked: Set<string>;
  sites: Set<string>;
}

/** @param name what the contact is called; null for somebody of the audience */
export function traitsOf(at: readonly KnownAs[], name: string | null): Traits {
  const names = new Map<string, string[]>();
  for (const one of new Set([name, ...at.map((known) => known.name)])) {
    // An address that stands for a name is none.
    const words = one === null || one.includes('@') ? [] : plainWords(one);
    if (words.length > 0) names.set(words.join(' '), words);
  }
  const handles = at.flatMap(({ kind, key, handle }) => [handle, kind === 'handle' ? key : null].flatMap((one) => (one ? [plainHandle(one)] : [])));
  const texts = (of: (known: KnownAs) => string | null) => new Map(at.flatMap((known) => {
    const text = of(known)?.trim();
    return text ? [[plainText(text), text] as const] : [];
  }));
  const links = at.flatMap(({ website }) => (website === null ? [] : (readLink(website) ?? [])));
  return {
    at, names: [...names.values()], handles: new Set(handles),
    addresses: new Set(at.flatMap(({ kind, key, email }) => [email, kind === 'email' ? key : null].flatMap((one) => (one && plainAddress(one)) ?? []))),
    numbers: new Set(at.flatMap(({ kind, key, phone }) => [phone, kind === 'phone' ? key : null].flatMap((one) => (one && plainNumber(one)) ?? []))),
    companies: texts(({ company }) => company), titles: texts(({ title }) => title),
    accounts: new Set(at.flatMap((known) => accountName(known) ?? [])),
    linked: new Set(links.flatMap((link) => (link.is === 'account' ? link.account : []))),
    sites: new Set(links.flatMap((link) => (link.is === 'site' ? link.site : []))),
  };
}

/** Legal forms behind a company's name, which one profile gives and the other leaves out. */
const LEGAL_FORMS = /\b(?:inc|ltd|llc|gmbh|ag|sa|srl|bv|plc|corp|co|lda|ltda|sas|oy|ab|as|aps)$/;

function plainText(text: string): string {
  const words = text.split(/\s+/u).map(plainWord).filter(Boolean).join(' ');
  return words.replace(LEGAL_FORMS, '').trim() || words;
}
