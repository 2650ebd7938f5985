/** The files of an X archive: what is read, what is known and left alone, and why. */

export type PartKind =
  | 'manifest' | 'account' | 'followers' | 'following' | 'blocked' | 'muted' | 'contacts' | 'messages' | 'groups'
  | 'headers' | 'group headers' | 'tweets' | 'notes' | 'likes';

/** In the order in which they are read. */
export const PART_KINDS: readonly PartKind[] = [
  'manifest', 'account', 'followers', 'following', 'blocked', 'muted', 'contacts', 'messages', 'groups', 'headers', 'group headers', 'tweets',
  'notes', 'likes',
];

/** By what a file assigns to: window.YTD.<type>.part0. Names changed in 2022; both are read. */
const READ: Readonly<Record<string, PartKind>> = {
  account: 'account',
  follower: 'followers',
  following: 'following',
  block: 'blocked',
  mute: 'muted',
  contact: 'contacts',
  direct_message: 'messages',
  direct_messages: 'messages',
  direct_message_group: 'groups',
  direct_messages_group: 'groups',
  direct_message_headers: 'headers',
  direct_message_group_headers: 'group headers',
  direct_messages_headers: 'headers',
  direct_messages_group_headers: 'group headers',
  tweet: 'tweets',
  tweets: 'tweets',
  community_tweet: 'tweets',
  note_tweet: 'notes',
  like: 'likes',
};

const UNREAD: readonly { type: RegExp; reason: string }[] = [
  { type: /^deleted_(tweets?|note_tweet|tweet_headers)/, reason: 'What you deleted: left alone.' },
  { type: /^(tweet|community_tweet)_headers/, reason: 'Your posts again, without their text.' },
  { type: /^(lists_|smartblock|catalog|sso|connected_app|device|ip_audit|key_registry|ni_devices|phone|email_address|verified)/, reason: 'Lists and settings of your account: nobody’s words in it.' },
  { type: /^(profile|account_|ageinfo|screen_name_change|protected_history|user_link|verified_organization|professional_data)/, reason: 'Your own profile and account.' },
  { type: /^(ad_|ads_|personalization|branch_links|product_|shop_|commerce|periscope_ad)/, reason: 'What X keeps about advertising and shopping.' },
  { type: /^(bookmark|moment|saved_search|reply_prompt|community_note|birdwatch|article|grok)/, reason: 'Kept for yourself: no person in it.' },
  { type: /^(spaces|periscope|app|tweetdeck|manifest|payment)/, reason: 'What X keeps about your use of it.' },
];

/** File kinds with this assignment hold data; `null` for types that Kith doesn't read. */
export const kindOfType = (type: string): PartKind | null => READ[type] ?? null;

export const whyTypeUnread = (type: string): string =>
  UNREAD.find((known) => known.type.test(type))?.reason ?? `Not known to Kith, so not read (“${type.slice(0, 60)}”).`;

/** Folders of an archive that hold no data of people, each said in one line. */
export function whyFolderUnread(folder: string): string | null {
  if (/(^|\/)[a-z_]*_?media$/i.test(folder)) return 'Pictures and videos: not read.';
  if (/(^|\/)assets(\/|$)/i.test(folder)) return 'The pages with which X shows the archive in a browser.';
  return null;
}

export const whyFileUnread = (path: string): string => {
  if (/(^|\/)your archive\.html$/i.test(path)) return 'The page with which X shows the archive in a browser.';
  if (/(^|\/)readme\.txt$/i.test(path)) return 'X’s own description of the archive.';
  return 'Not known to Kith, so not read.';
};
