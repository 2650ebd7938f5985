/** What a column of a table of people can mean. The user picks from the offered ones; presets know a few more. */

/** Networks that a column of handles, ids or links may belong to. */
export const NETWORKS = ['x', 'instagram', 'threads', 'facebook', 'linkedin', 'mastodon', 'bluesky', 'youtube', 'tiktok', 'telegram'] as const;
export type Network = (typeof NETWORKS)[number];

const NETWORK_NAMES: Readonly<Record<Network, string>> = {
  x: 'X', instagram: 'Instagram', threads: 'Threads', facebook: 'Facebook', linkedin: 'LinkedIn', mastodon: 'Mastodon',
  bluesky: 'Bluesky', youtube: 'YouTube', tiktok: 'TikTok', telegram: 'Telegram',
};

/** Networks whose account ids are known from elsewhere; other numbers prove nothing. */
const NETWORKS_WITH_IDS = ['x', 'bluesky', 'youtube'] as const satisfies readonly Network[];

const PLAIN = {
  skip: 'Leave this column out',
  name: 'Full name',
  given_name: 'First name',
  middle_name: 'Middle name',
  family_name: 'Last name',
  email: 'E-mail address',
  phone: 'Phone number',
  country: 'Country',
  company: 'Company',
  title: 'Job title',
  profile_url: 'Link to a profile',
  handle: 'Handle, network unknown',
  since: 'With you since (subscribed, followed, became a customer)',
  consent_status: 'Mail status (subscribed, unsubscribed, bounced)',
  mail_allowed: 'May be mailed (yes or no)',
  no_mail: 'Must not be mailed (yes or no)',
  unsubscribed_at: 'Unsubscribed on',
  followers: 'How many follow them',
  following: 'How many they follow',
  posts: 'How many posts they have',
  bio: 'What they say about themselves',
  location: 'Where they are',
  website: 'Their website',
  created_at: 'Their account was made on',
  has_picture: 'Has a picture (yes or no)',
  is_private: 'Account is private (yes or no)',
  is_verified: 'Account is verified (yes or no)',
  language: 'Language',
  number: 'A number to keep with the person',
  tags: 'Tags or labels',
  notes: 'Notes',
} as const;

/** Meanings only presets give. */
type OfPresets = 'name_suffix' | 'phone_without_plus' | 'source_id' | 'bounced_at' | 'bounce_reason' | 'no_phone' | 'deleted_at';
/** Numbers and days of a preset, named as the metric of an aggregate: "number:emails_opened@6_months". */
type Metric = `number:${string}` | `day:${string}` | `flag:${string}`;

export type Meaning = keyof typeof PLAIN | OfPresets | Metric | `handle:${Network}` | `id:${Network}`;

/** A meaning in its two halves. */
export interface MeaningParts {
  kind: keyof typeof PLAIN | OfPresets | 'day' | 'flag' | 'id';
  /** The network of a handle or id, the name of a metric; '' for none. */
  detail: string;
}

const offered: { value: Meaning; label: string }[] = [
  ...plainMeanings().map((value) => ({ value, label: PLAIN[value] })),
  ...NETWORKS.map((network) => ({ value: `handle:${network}` as const, label: `Handle on ${NETWORK_NAMES[network]}` })),
  ...NETWORKS_WITH_IDS.map((network) => ({ value: `id:${network}` as const, label: `Account id on ${NETWORK_NAMES[network]}` })),
];

/** All that a user may choose, in the order in which they are offered. */
export const OFFERED_MEANINGS: readonly { value: Meaning; label: string }[] = offered;

const byValue = new Map<string, Meaning>(offered.map(({ value }) => [value, value]));

/** The meaning of an answer; columns with an answer nobody offered are left out. */
export const meaningOf = (answer: string): Meaning => byValue.get(answer) ?? 'skip';

/** "handle:x" to handle and x. */
export function partsOf(meaning: Meaning): MeaningParts {
  const colon = meaning.indexOf(':');
  const head = colon === -1 ? meaning : meaning.slice(0, colon);
  return { kind: kinds.find((kind) => kind === head) ?? 'skip', detail: colon === -1 ? '' : meaning.slice(colon + 1) };
}

const kinds: readonly MeaningParts['kind'][] = [
  ...plainMeanings(), 'name_suffix', 'phone_without_plus', 'source_id', 'bounced_at', 'bounce_reason', 'no_phone', 'deleted_at',
  'day', 'flag', 'id',
];

export const networkOf = (detail: string): Network | null => NETWORKS.find((network) => network === detail) ?? null;

function plainMeanings(): (keyof typeof PLAIN)[] {
  return Object.keys(PLAIN).filter((key): key is keyof typeof PLAIN => key in PLAIN);
}
