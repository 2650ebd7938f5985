/** What the columns of an unknown table probably mean: by their headings in seven languages, and by what stands in them. */
import { consentIn, flagIn, isMailWord, numberIn } from './cells';
import { addressesIn, readPhone } from './addresses';
import { HANDLE_HEADING, ID_HEADING, meaningSaid, wordsOf } from './headings';
import { NETWORKS } from './meanings';
import type { Meaning, Network } from './meanings';
import { identityAt } from './profile-links';

export interface ColumnLook {
  /** As written. */
  heading: string;
  /** Some of its values, none of them empty. */
  samples: readonly string[];
}

/** So many of a column's values have to look like what it is taken for. */
const MOSTLY = 0.6;

/** One meaning for each column. `hint` is the name of the file, which often says which network it came from. */
export function guessMeanings(columns: readonly ColumnLook[], hint: string): Meaning[] {
  const network = networkOfTable(columns, hint);
  const guesses = columns.map((column) => guessMeaning(column, network));
  const has = (meaning: Meaning) => guesses.includes(meaning);
  // "created_at" is when a follower's account was made, and when a customer was added.
  const ofFollowers = has('followers') || has('following') || has('bio');
  return guesses.map((meaning, index) => {
    if (meaning === 'since' && ofFollowers && /^(account )?created( at)?$/.test(wordsOf(columns[index]?.heading ?? ''))) return 'created_at';
    // Beside a first name a "name" is the last one, and a last name alone is all there is.
    if (meaning === 'name' && has('given_name') && !has('family_name')) return 'family_name';
    return meaning === 'family_name' && !has('given_name') && !has('name') ? 'name' : meaning;
  });
}

function guessMeaning({ heading, samples }: ColumnLook, network: Network | null): Meaning {
  const words = wordsOf(heading);
  const mostly: Mostly = (test) => samples.length > 0 && samples.filter(test).length >= samples.length * MOSTLY;
  const said = meaningSaid(words);
  if (said !== 'notes' && said !== 'bio') {
    if (mostly((sample) => addressesIn(sample).length > 0) && network !== 'mastodon') return 'email';
    if (mostly((sample) => identityAt(sample) !== null)) return 'profile_url';
  }
  const named = networkNamed(words);
  if (named !== null) return `handle:${named}`;
  const isHandle = HANDLE_HEADING.test(words) && mostly((sample) => /^@?[\p{L}\p{N}_.@-]{1,60}$/u.test(sample));
  if (isHandle) return network === null ? 'handle' : `handle:${network}`;
  if (ID_HEADING.test(words)) return network === 'x' || network === 'youtube' || network === 'bluesky' ? `id:${network}` : 'skip';
  if (said === undefined) return mostly(isInternationalPhone) ? 'phone' : 'skip';
  return samples.length === 0 || fits(said, samples, mostly) ? said : 'skip';
}

type Mostly = (test: (sample: string) => boolean) => boolean;

const isInternationalPhone = (sample: string) => /^(\+|00)/.test(sample) && typeof readPhone(sample, null) === 'object';

/** The network that a heading is the name of ("Instagram", "Twitter handle"). */
function networkNamed(words: string): Network | null {
  const name = words.replace(/ (handle|username|user name|account)$/, '');
  return name === 'twitter' ? 'x' : (NETWORKS.find((network) => network === name) ?? null);
}

/** Whether what stands in a column can be what its heading says. */
function fits(meaning: Meaning, samples: readonly string[], mostly: Mostly): boolean {
  switch (meaning) {
    case 'email':
    case 'profile_url':
      return false;
    case 'consent_status':
      return mostly((sample) => consentIn(sample) !== null) && samples.some(isMailWord);
    case 'no_mail':
    case 'mail_allowed':
    case 'is_private':
    case 'is_verified':
      return mostly((sample) => flagIn(sample) !== null);
    case 'followers':
    case 'following':
    case 'posts':
      return mostly((sample) => numberIn(sample) !== null);
    case 'phone':
      return mostly((sample) => /^[+\d(p.][\d\s().\-/:;+extE]{4,}/i.test(sample));
    case 'name':
    case 'given_name':
    case 'family_name':
      return mostly((sample) => /\p{L}/u.test(sample));
    case 'since':
    case 'created_at':
    case 'unsubscribed_at':
      return mostly((sample) => /\d/.test(sample));
    default:
      return true;
  }
}

/** The one network that the file's name, a heading or the links point to; null for none or several. */
function networkOfTable(columns: readonly ColumnLook[], hint: string): Network | null {
  const found = new Set<Network>();
  for (const { samples } of columns) {
    for (const sample of samples) {
      const platform = identityAt(sample)?.platform;
      const network = NETWORKS.find((one) => one === platform);
      if (network !== undefined && network !== 'linkedin') found.add(network);
    }
  }
  const said = ` ${wordsOf(`${hint} ${columns.map(({ heading }) => heading).join(' ')}`)} `;
  for (const network of NETWORKS) if (network !== 'linkedin' && said.includes(` ${network} `)) found.add(network);
  if (/ (twitter|tweets?|screen ?name|statuses count) /.test(said)) found.add('x');
  const [only] = found;
  return found.size === 1 ? only ?? null : null;
}

/** Meanings that say who somebody is, all by themselves. */
const TELLING: ReadonlySet<string> = new Set(['email', 'phone', 'profile_url', 'given_name', 'handle']);
/** Meanings that only things about people have: beside a "name" they make it a person's. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'family_name', 'title', 'followers', 'following', 'bio', 'language', 'consent_status', 'no_mail', 'mail_allowed', 'company', 'since', 'notes',
  'tags', 'country',
]);

/** Whether a table with these meanings lists people at all. */
export function listsPeople(meanings: readonly Meaning[]): boolean {
  if (meanings.some((meaning) => TELLING.has(meaning) || meaning.startsWith('handle:') || meaning.startsWith('id:'))) return true;
  return meanings.includes('name') && meanings.some((meaning) => OF_PEOPLE.has(meaning));
}

const isAccount = (meaning: Meaning) => meaning === 'profile_url' || meaning === 'handle' || meaning.startsWith('handle:') || meaning.startsWith('id:');

/** Whether they are accounts rather than people the user deals with: by what their profiles count, or for want of anything else. */
export const listsAccounts = (meanings: readonly Meaning[]): boolean =>
  meanings.some(isAccount) && (countsFollowers(meanings) || (!meanings.includes('email') && !meanings.includes('phone')));

export const countsFollowers = (meanings: readonly Meaning[]): boolean => meanings.includes('followers') || meanings.includes('following');

/** Whether they are people who are written to, by what is said about mailing them. */
export const listsReaders = (meanings: readonly Meaning[]): boolean =>
  meanings.some((meaning) => meaning === 'consent_status' || meaning === 'no_mail' || meaning === 'mail_allowed' || meaning === 'unsubscribed_at');
