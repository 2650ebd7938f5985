/** One card to one person: who they are and the addresses that are theirs. */
import type { CountryCode } from 'libphonenumber-js/max';
import type { IdentityRecord, IdentityRef } from '../../domain/activity';
import { cleanName } from '../reading/names';
import { hashOf } from '../reading/ordinals';
import type { Card } from './cards';
import { whyFieldUnread } from './fields';
import { phoneKey } from './phones';
import { components, plainValue, preference } from './property';
import type { Property } from './property';
import { profileAddress, socialIdentity } from './social';

export type CardVerdict =
  | { is: 'person'; identities: [IdentityRecord, ...IdentityRecord[]]; unread: string[] }
  | { is: 'left out'; reason: string }
  | { is: 'rejected'; reason: string };

export const COMPANIES = 'Cards of companies and groups: Kith keeps people.';
export const NATIONAL = 'Phone numbers that don’t tell their country, or are none.';
export const NO_EMAIL = 'E-mail addresses that can’t be right.';
export const OTHER_SITES = 'Websites and profiles on platforms that Kith doesn’t know.';

const EMAIL = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,190}\.[^\s@,;<>".]{2,}$/;
/** Longer ones are hashed: keys stand in indexes. */
const LONGEST_UID = 100;

/** `home`: the country of numbers without a code. */
export function judgeCard(card: Card, home: CountryCode | null): CardVerdict {
  const fields = new Map<string, Property[]>();
  for (const property of card.properties) {
    if (property.value.trim() === '') continue;
    fields.set(property.name, [...(fields.get(property.name) ?? []), property]);
  }
  if (isCompany(fields)) return { is: 'left out', reason: COMPANIES };
  const unread = card.properties.flatMap(({ name, value }) => (value.trim() === '' ? [] : (whyFieldUnread(name) ?? [])));
  const emails = keysOf(fields, 'EMAIL', emailKey, NO_EMAIL, unread);
  const phones = keysOf(fields, 'TEL', ({ value }) => phoneKey(plainValue(value), home), NATIONAL, unread);
  const profiles = profilesOf(fields, unread);
  const displayName = nameOf(fields);
  const [company = ''] = components(first(fields, 'ORG')).map((part) => cleanName(part));
  if (displayName === '' && emails.length + phones.length + profiles.length === 0) {
    return { is: 'rejected', reason: 'This card holds neither a name nor an address.' };
  }
  const shown = emails.includes(displayName.toLowerCase()) ? '' : displayName;
  const details = { ...(shown === '' ? {} : { displayName: shown }), evidence: 'export' as const };
  const title = cleanName(plainValue(first(fields, 'TITLE') || first(fields, 'ROLE')));
  const [email, phone] = [emails[0], phones[0]];
  const main: IdentityRecord = {
    ...record({ platform: 'vcard', kind: 'id', key: cardKey(fields, displayName, emails, phones), scope: '' }, details),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(company === '' ? {} : { company }),
    ...(title === '' ? {} : { title }),
  };
  const others = [
    ...emails.map((key) => ({ ...record({ platform: 'email', kind: 'email', key, scope: '' }, details), email: key })),
    ...phones.map((key) => ({ ...record({ platform: 'vcard', kind: 'phone', key, scope: '' }, details), phone: key })),
    ...profiles.map((profile) => record(profile, details)),
  ];
  return { is: 'person', identities: [main, ...others], unread };
}

type Fields = ReadonlyMap<string, Property[]>;

const first = (fields: Fields, name: string): string => fields.get(name)?.[0]?.value ?? '';

function record(ref: IdentityRef, details: Pick<IdentityRecord, 'displayName' | 'evidence'>): IdentityRecord {
  const url = profileAddress(ref);
  return {
    record: 'identity',
    ...ref,
    ...(ref.kind === 'handle' ? { handle: ref.key } : {}),
    ...(url === undefined ? {} : { profileUrl: url }),
    ...details,
  };
}

/** The keys in the fields of a name, the preferred first, each once; what gives none is counted. */
function keysOf(
  fields: Fields,
  name: string,
  keyOf: (property: Property) => string | null,
  problem: string,
  unread: string[],
): string[] {
  const properties = [...(fields.get(name) ?? [])].sort((a, b) => preference(a) - preference(b));
  const keys = properties.map(keyOf);
  unread.push(...keys.flatMap((key) => (key === null ? [problem] : [])));
  return [...new Set(keys.flatMap((key) => key ?? []))];
}

function emailKey({ value }: Property): string | null {
  const address = plainValue(value).trim().replace(/^mailto:/i, '').toLowerCase();
  return EMAIL.test(address) ? address : null;
}

/** The profiles on platforms that Kith knows, each once. */
function profilesOf(fields: Fields, unread: string[]): IdentityRef[] {
  const found = new Map<string, IdentityRef>();
  for (const property of ['X-SOCIALPROFILE', 'SOCIALPROFILE', 'URL'].flatMap((name) => fields.get(name) ?? [])) {
    const profile = socialIdentity(property);
    if (profile === null) unread.push(OTHER_SITES);
    else found.set(`${profile.platform} ${profile.kind} ${profile.key}`, profile);
  }
  return [...found.values()];
}

function isCompany(fields: Fields): boolean {
  const kinds = ['KIND', 'X-ABSHOWAS', 'X-ADDRESSBOOKSERVER-KIND'].map((name) => first(fields, name).trim().toLowerCase());
  if (kinds.some((kind) => ['company', 'org', 'group', 'location', 'application', 'device'].includes(kind))) return true;
  const [full, company] = [cleanName(plainValue(first(fields, 'FN'))), cleanName(components(first(fields, 'ORG'))[0] ?? '')];
  const hasName = components(first(fields, 'N')).some((part) => part.trim() !== '');
  return company !== '' && !hasName && (full === '' || full === company);
}

/** The name as it is shown; else its parts in the order in which they are said; else the nickname. */
function nameOf(fields: Fields): string {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = components(first(fields, 'N'));
  const said = cleanName([prefix, given, additional, family, suffix].join(' '));
  return cleanName(plainValue(first(fields, 'FN'))) || said || cleanName(plainValue(first(fields, 'NICKNAME')));
}

/**
 * The card's own id, so that the same card is the same person on every import. Without one, what makes it this person's:
 * the name and all addresses, or else everything on it that tells namesakes apart.
 */
function cardKey(fields: Fields, displayName: string, emails: readonly string[], phones: readonly string[]): string {
  const uid = first(fields, 'UID').trim().toLowerCase().replace(/^urn:uuid:/, '').replace(/:abperson$/, '');
  if (uid !== '' && uid.length <= LONGEST_UID && !/[\p{C}\s]/u.test(uid)) return uid;
  if (uid !== '') return hashOf(['vcard', 'uid', uid]);
  const addresses = [...emails, ...phones].sort();
  const rest = addresses.length > 0 ? [] : ['ORG', 'TITLE', 'BDAY', 'TEL', 'ADR', 'NOTE'].map((name) => first(fields, name));
  return hashOf(['vcard', 'card', displayName.toLowerCase(), ...addresses, ...rest]);
}
