/** A person of a list as canonical records: who they are, what they are to the user, whether they may be written to, and their numbers. */
import type { CanonicalRecord, ConsentState, IdentityRecord, IdentityRef, Platform, RelationKind, StatedTime } from '../../domain/activity';
import { nameKey } from '../reading/names';
import { hashOf, OrdinalCounter } from '../reading/ordinals';
import type { Person, SaidConsent } from './person';
import { linkTo } from './profile-links';

/** What the list is, the same for all its rows. */
export interface ListContext {
  platform: Platform;
  /** Puts apart what only this list calls so: names, and handles of an unknown network. */
  label: string;
  /** In front of the list's own ids; undefined where it has none that last. */
  idPrefix: string | undefined;
  /** Stands in an address book, CRM or customer list. */
  listed: boolean;
  /** What the people of the list are to the user; null for contacts. */
  relation: RelationKind | null;
  /** The account on a network stands for them, before any address: they are its followers. */
  accountFirst: boolean;
  /** What a file says about mailing everybody in it. */
  consentOfFile: ConsentState | null;
  /** Numbers and profiles are as of this moment, UTC milliseconds. */
  asOf: number;
}

/** Why a row gives nobody. `leftOut` ones are fine as they are and are counted, the others are shown row by row. */
export type Nobody = { nobody: string; leftOut: boolean };

export const COMPANIES = 'Companies without a person.';
const NO_READER = 'This row has neither an e-mail address nor a phone number that can be right, and nothing else tells a reader.';
const NO_ACCOUNT = 'This row names no account and no address that can be right, so nobody can tell who it is.';
const LOST_ID = 'A spreadsheet shortened the account id in this row, and nothing else says who it is.';
const NOBODY = 'This row has neither a name nor an address.';

/** Gives rows to identities. One per list of one import, because it counts namesakes. */
export class PersonRecords {
  readonly #namesakes = new OrdinalCounter();

  constructor(private readonly list: ListContext) {}

  recordsOf(person: Person): CanonicalRecord[] | Nobody {
    const displayName = nameOf(person);
    const why = this.#nobody(person, displayName);
    if (why) return why;
    const identities = this.#identities(person, displayName);
    const [primary] = identities;
    if (!primary) return { nobody: NOBODY, leftOut: false };
    return [
      ...identities,
      ...(identities.length > 1 ? [{ record: 'same_person' as const, identities: identities.map(refOf) }] : []),
      ...this.#relation(primary, person),
      ...this.#consents(identities, person),
      ...this.#numbers(primary, person),
    ];
  }

  #nobody(person: Person, displayName: string): Nobody | null {
    const { platform, accountFirst } = this.list;
    const [hasEmail, hasAccount, hasPhone] = [person.emails.length > 0, person.accounts.length > 0, person.phones.length > 0];
    const isCompany = person.company !== '' && (displayName === '' || (nameKey(displayName) === nameKey(person.company) && person.family === ''));
    if (isCompany && !hasEmail && !hasAccount) return { nobody: COMPANIES, leftOut: true };
    if (hasEmail || hasAccount || hasPhone) return null;
    if (platform === 'newsletter') return { nobody: NO_READER, leftOut: false };
    if (accountFirst) return { nobody: person.lostId ? LOST_ID : NO_ACCOUNT, leftOut: false };
    return displayName === '' ? { nobody: NOBODY, leftOut: false } : null;
  }

  /** The one that stands for the person first; it carries the first address and number as facts. */
  #identities(person: Person, displayName: string): IdentityRecord[] {
    const { platform, idPrefix, accountFirst, label } = this.list;
    const accounts = accountsOf(person).map((one) => (one.platform === 'csv' ? { ...one, scope: label } : one));
    const emails = person.emails.map((key): IdentityRef => ({ platform: 'email', kind: 'email', key, scope: '' }));
    const phones = person.phones.map((key): IdentityRef => ({ platform, kind: 'phone', key, scope: '' }));
    const own: IdentityRef[] = person.sourceId === '' || idPrefix === undefined ? [] : [{ platform, kind: 'id', key: `${idPrefix}:${person.sourceId}`, scope: '' }];
    const [primary = this.#named(displayName)] = accountFirst ? [...accounts, ...own, ...emails, ...phones] : [...own, ...emails, ...accounts, ...phones];
    // The first address and number are facts of the primary one, or the primary one itself.
    const others = [...own, ...accounts, ...emails.slice(1), ...phones.slice(1)].filter((one) => one !== primary && !sameAccount(one, primary));
    return [this.#primaryRecord(primary, person, displayName), ...others.map((one) => recordOf(one, displayName))];
  }

  #primaryRecord(primary: IdentityRef, { company, title, gone, emails, phones }: Person, displayName: string): IdentityRecord {
    const record = recordOf(primary, displayName);
    const [email] = emails;
    const [phone] = phones;
    if (email !== undefined) record.email = email;
    if (phone !== undefined) record.phone = phone;
    if (company !== '') record.company = company;
    if (title !== '') record.title = title;
    if (gone) record.gone = true;
    if (this.list.listed) record.listed = true;
    return record;
  }

  /** Known by name only. Namesakes in one list are kept apart by their order in it. */
  #named(displayName: string): IdentityRef {
    const { platform, label } = this.list;
    const before = this.#namesakes.next(hashOf([nameKey(displayName)]));
    return { platform, kind: 'name', key: nameKey(displayName), scope: before === 0 ? label : `${label} ${before + 1}` };
  }

  #relation(primary: IdentityRef, { since }: Person): CanonicalRecord[] {
    const { relation } = this.list;
    if (relation === null) return [];
    return [{ record: 'relation', identity: refOf(primary), kind: relation, since, sinceBasis: since === null ? 'first_seen' : 'stated' }];
  }

  #consents(identities: readonly IdentityRecord[], person: Person): CanonicalRecord[] {
    const { consentOfFile, relation } = this.list;
    const said = person.consents.filter(({ implied }) => !implied || relation === 'subscriber');
    const strictest = strictestOf(consentOfFile === null ? said : [...said, { state: consentOfFile, at: null }]);
    const records: CanonicalRecord[] = [];
    for (const one of identities) {
      const identity = refOf(one);
      if (strictest && one.email !== undefined) records.push({ record: 'consent', identity, channel: 'email', ...strictest });
      if (person.mustNotBePhoned && one.phone !== undefined) records.push({ record: 'consent', identity, channel: 'phone', state: 'unsubscribed', at: null });
    }
    return records;
  }

  #numbers(primary: IdentityRef, { numbers, facts, since }: Person): CanonicalRecord[] {
    const { asOf, relation } = this.list;
    const identity = refOf(primary);
    // A contact has no relation that could say since when, so the day is kept as one of their numbers.
    const all = relation === null && since !== null ? [...numbers, { metric: 'listed_since', window: '', value: since.at }] : numbers;
    const records: CanonicalRecord[] = all.map((one) => ({ record: 'aggregate', identity, ...one, asOf }));
    if (Object.keys(facts).length > 0) records.push({ record: 'profile', identity, asOf, facts });
    return records;
  }
}

/** Worst first: whoever complained is not mailed because another column says "active". */
const STRICTNESS: readonly ConsentState[] = ['complained', 'bounced', 'unsubscribed', 'subscribed'];

function strictestOf(said: readonly SaidConsent[]): { state: ConsentState; at: StatedTime | null } | null {
  for (const state of STRICTNESS) {
    const same = said.filter((one) => one.state === state);
    if (same.length > 0) return { state, at: same.find(({ at }) => at !== null)?.at ?? null };
  }
  return null;
}

/** The parts of a name, or the whole as the list has it. */
function nameOf({ fullName, given, middle, family, suffix }: Person): string {
  const parts = [given, middle, family].filter((part) => part !== '').join(' ');
  if (parts === '') return fullName;
  return suffix === '' ? parts : `${parts}, ${suffix}`;
}

function recordOf(identity: IdentityRef & { handle?: string }, displayName: string): IdentityRecord {
  const record: IdentityRecord = { record: 'identity', ...identity, evidence: 'export' };
  const url = linkTo(identity);
  if (identity.kind === 'handle') record.handle = identity.key;
  if (displayName !== '') record.displayName = displayName;
  if (url !== undefined) record.profileUrl = url;
  if (identity.kind === 'email') record.email = identity.key;
  if (identity.kind === 'phone') record.phone = identity.key;
  return record;
}

/** An id and a handle of one network in one row are one account: the id, which stays, with the handle as its label. */
function accountsOf({ accounts }: Person): (IdentityRef & { handle?: string })[] {
  const ids = accounts.filter(({ kind }) => kind === 'id');
  const handles = accounts.filter((one, index) => one.kind === 'handle' && accounts.findIndex((other) => sameAccount(one, other)) === index);
  return [
    ...ids.map((id) => {
      const handle = handles.find(({ platform }) => platform === id.platform)?.key;
      return handle === undefined ? id : { ...id, handle };
    }),
    ...handles.filter(({ platform }) => !ids.some((id) => id.platform === platform)),
  ];
}

const sameAccount = (one: IdentityRef, other: IdentityRef) => one.platform === other.platform && one.kind === other.kind && one.key === other.key;

const refOf = ({ platform, kind, key, scope }: IdentityRef): IdentityRef => ({ platform, kind, key, scope });
