/** What a cell does to the person of its row, by what its column means. */
import type { CountryCode } from 'libphonenumber-js';
import type { ConsentState, IdentityRef, StatedTime } from '../../domain/activity';
import { readDate } from '../csv/dates';
import type { DateReading } from '../csv/dates';
import { cleanText } from '../reading/clean-text';
import { cleanName } from '../reading/names';
import { addressesIn, countryIn, phonesIn } from './addresses';
import { consentIn, flagIn, isRounded, isShortened, numberIn } from './cells';
import type { Column } from './columns';
import { networkOf } from './meanings';
import type { Person } from './person';
import { identityAt, identityCalled, identityNumbered } from './profile-links';

export interface RowContext {
  /** How the dates of a column are read. */
  dates(column: number): DateReading;
  /** The country of phone numbers without one, where the row names none. */
  home: CountryCode | null;
  /** Takes a sentence about something of the row that is left out. */
  leaveOut(reason: string): void;
}

/** A row while it is read: phones wait for the country, which may stand behind them. */
export interface Draft extends Person {
  writtenPhones: string[];
  country: CountryCode | null;
}

const LONGEST_NAME = 200;

type Fill = (draft: Draft, cell: string, column: Column, context: RowContext) => void;

const name = (key: 'fullName' | 'given' | 'middle' | 'family' | 'suffix' | 'company' | 'title'): Fill => (draft, cell) => {
  draft[key] ||= cleanName(cell).slice(0, LONGEST_NAME);
};

const count = (key: 'followers' | 'following' | 'posts'): Fill => (draft, cell, column, context) => {
  const number = numberIn(cell);
  if (number === null || number < 0) context.leaveOut(`Numbers in the column “${column.heading}” that could not be read.`);
  else draft.facts[key] = Math.round(number);
};

const fact = (key: 'hasPicture' | 'isPrivate' | 'isVerified'): Fill => (draft, cell, column, context) => {
  // A picture is often shown by its address.
  const flag = flagIn(cell) ?? (key === 'hasPicture' && /^https?:/.test(cell) ? true : null);
  if (flag === null) context.leaveOut(unreadableFlag(column));
  else draft.facts[key] = flag;
};

const words = (key: 'bio' | 'location' | 'language'): Fill => (draft, cell) => {
  draft.facts[key] ??= cleanText(cell).text;
};

/** A day that goes where `put` says; what is no date is counted, and the person kept. */
const day = (put: (draft: Draft, at: StatedTime, column: Column) => void): Fill => (draft, cell, column, context) => {
  const at = readDate(cell, context.dates(column.index));
  if (at === null) context.leaveOut(`Dates in the column “${column.heading}” that could not be read; the people were kept.`);
  else put(draft, at, column);
};

/** Says by yes or no whether somebody may be mailed. A day or a word of a mailing service there says it too. */
const mailing = (yes: ConsentState, no: ConsentState): Fill => (draft, cell, column, context) => {
  const flag = flagIn(cell);
  const word = flag === null ? consentIn(cell) : null;
  const at = flag === null && word === null ? readDate(cell, context.dates(column.index)) : null;
  if (flag !== null) draft.consents.push({ state: flag ? yes : no, at: null, implied: !flag && no === 'subscribed' });
  else if (word !== null) draft.consents.push({ state: word, at: null });
  else if (at !== null) draft.consents.push({ state: yes, at });
  else context.leaveOut(unreadableFlag(column));
};

const account = (read: (cell: string, column: Column) => IdentityRef | 'shortened' | null): Fill => (draft, cell, column, context) => {
  const identity = read(cell, column);
  if (identity === 'shortened') loseId(draft, context);
  else if (identity === null) context.leaveOut(`Entries in the column “${column.heading}” that name no account.`);
  else draft.accounts.push(identity);
};

function loseId(draft: Draft, context: RowContext): void {
  draft.lostId = true;
  context.leaveOut('Account ids that a spreadsheet shortened (1.31E+18): their last digits are lost, so they name nobody.');
}

/** By the kind of a column; kinds without an entry are read by nobody. */
export const FILL: Partial<Record<Column['kind'], Fill>> = {
  name: name('fullName'),
  given_name: name('given'),
  middle_name: name('middle'),
  family_name: name('family'),
  name_suffix: name('suffix'),
  company: name('company'),
  title: name('title'),
  email: (draft, cell, _column, context) => {
    const addresses = addressesIn(cell);
    if (addresses.length === 0) context.leaveOut('E-mail addresses that can’t be right.');
    draft.emails.push(...addresses.filter((address) => !draft.emails.includes(address)));
  },
  phone: (draft, cell) => void draft.writtenPhones.push(...phonesIn(cell)),
  phone_without_plus: (draft, cell) => void draft.writtenPhones.push(...phonesIn(cell).map((one) => (/^[1-9]\d+$/.test(one) ? `+${one}` : one))),
  country: (draft, cell) => {
    draft.country ??= countryIn(cell);
    draft.facts.location ??= cleanName(cell);
  },
  profile_url: account((cell) => identityAt(cell)),
  handle: account((cell, { detail }) => {
    const network = networkOf(detail);
    if (network !== null) return identityCalled(network, cell);
    const key = cell.replace(/^@/, '').toLowerCase();
    return /^[\p{L}\p{N}_.@-]{1,100}$/u.test(key) ? { platform: 'csv', kind: 'handle', key, scope: '' } : null;
  }),
  id: account((cell, { detail }) => {
    const network = networkOf(detail);
    return network && identityNumbered(network, cell);
  }),
  source_id: (draft, cell, _column, context) => {
    if (isShortened(cell) || isRounded(cell)) loseId(draft, context);
    else if (/^[\w.:-]{1,100}$/.test(cell)) draft.sourceId ||= cell;
  },
  since: day((draft, at) => void (draft.since ??= at)),
  created_at: day((draft, { at }) => void (draft.facts.createdAt ??= at)),
  unsubscribed_at: day((draft, at) => void draft.consents.push({ state: 'unsubscribed', at })),
  bounced_at: day((draft, at) => void draft.consents.push({ state: 'bounced', at })),
  bounce_reason: (draft) => void draft.consents.push({ state: 'bounced', at: null }),
  deleted_at: day((draft, at) => {
    draft.gone = true;
    draft.consents.push({ state: 'unsubscribed', at });
  }),
  day: day((draft, { at }, { detail }) => void draft.numbers.push({ ...metricOf(detail), value: at })),
  consent_status: (draft, cell, column, context) => {
    const state = consentIn(cell);
    if (state === null) context.leaveOut(`Words in the column “${column.heading}” that say nothing about mailing.`);
    else draft.consents.push({ state, at: null });
  },
  no_mail: mailing('unsubscribed', 'subscribed'),
  mail_allowed: mailing('subscribed', 'unsubscribed'),
  no_phone: (draft, cell, column, context) => {
    const flag = flagIn(cell);
    if (flag === null) context.leaveOut(unreadableFlag(column));
    draft.mustNotBePhoned ||= flag === true;
  },
  followers: count('followers'),
  following: count('following'),
  posts: count('posts'),
  bio: words('bio'),
  location: words('location'),
  language: words('language'),
  website: (draft, cell, _column, context) => {
    if (/^(https?:\/\/)?[\w-]+(\.[\w-]+)+([/?#]\S{0,300})?$/i.test(cell)) draft.facts.website ??= cell;
    else context.leaveOut('Websites that are no web address.');
  },
  has_picture: fact('hasPicture'),
  is_private: fact('isPrivate'),
  is_verified: fact('isVerified'),
  flag: (draft, cell, column, context) => {
    const flag = flagIn(cell);
    if (flag === null) context.leaveOut(unreadableFlag(column));
    else draft.numbers.push({ ...metricOf(column.detail), value: Number(flag) });
  },
  number: (draft, cell, column, context) => {
    const value = numberIn(cell);
    if (value === null) context.leaveOut(`Numbers in the column “${column.heading}” that could not be read.`);
    else draft.numbers.push({ ...(column.detail === '' ? { metric: inSnakeCase(column.heading), window: '' } : metricOf(column.detail)), value });
  },
};

const unreadableFlag = ({ heading }: Column) => `Entries in the column “${heading}” that are neither yes nor no.`;

/** "emails_opened@6_months" in its halves. */
function metricOf(detail: string): { metric: string; window: string } {
  const [metric = '', window = ''] = detail.split('@');
  return { metric, window };
}

const inSnakeCase = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '') || 'number';
