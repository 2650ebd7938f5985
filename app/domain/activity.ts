/**
 * Canonical records: what every platform's reader turns its source into, and the only language the import understands.
 * Instants are UTC milliseconds; the zone they were stated in is kept apart. Ids are strings from the first byte.
 */

/** Where an identity or an account lives. `in_person` carries meetings and whatever is logged by hand. */
export const PLATFORMS = [
  'linkedin', 'x', 'instagram', 'threads', 'facebook', 'mastodon', 'bluesky', 'youtube', 'tiktok', 'discord', 'slack',
  'telegram', 'whatsapp', 'email', 'newsletter', 'crm', 'vcard', 'csv', 'in_person',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What the key of an identity is made of. A `name` is no proof of anything and needs a scope. */
export const IDENTITY_KINDS = ['id', 'handle', 'email', 'phone', 'name'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/**
 * How well a fact about an identity is known, weakest first: a bare mention, a conclusion of ours, an official export,
 * the live platform. A weaker fact never overwrites a stronger one.
 */
export const EVIDENCE = ['stub', 'inferred', 'export', 'live'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Enough to find an identity again. `scope` is '' except for names, where homonyms must not meet by themselves. */
export interface IdentityRef {
  platform: Platform;
  kind: IdentityKind;
  /** Normalised: decoded, lower case, without the parts that may change. */
  key: string;
  scope: string;
}

/** How exact a stated time is. */
export const PRECISIONS = ['ms', 'second', 'minute', 'day', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Where the zone of a stated time comes from: said to be UTC, said as an offset, assumed by us, or not known. */
export const ZONES = ['utc', 'offset', 'assumed', 'unknown'] as const;
export type Zone = (typeof ZONES)[number];

/** A time as a source stated it. `at` is a UTC instant in milliseconds. */
export interface StatedTime {
  at: number;
  precision: Precision;
  zone: Zone;
}

export const INTERACTION_KINDS = [
  'message', 'email', 'reply', 'mention', 'comment', 'like', 'reaction', 'repost', 'quote', 'follow', 'invitation',
  'endorsement', 'recommendation', 'meeting', 'call', 'purchase', 'gift', 'system',
] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** in: from them to the user; out: from the user; other: between third parties in a group. */
export const DIRECTIONS = ['in', 'out', 'other'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const RELATION_KINDS = [
  'follower', 'following', 'connection', 'friend', 'subscriber', 'request_in', 'request_out', 'close_friend', 'blocked',
  'muted', 'member',
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

export const CONVERSATION_KINDS = ['dm', 'group', 'channel', 'email_thread', 'post_thread'] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/** One account, address or name as one platform shows it. Never a contact by itself. */
export interface IdentityRecord extends IdentityRef {
  record: 'identity';
  handle?: string;
  displayName?: string;
  /** Built by the reader from the key, never copied unchecked from the source. */
  profileUrl?: string;
  email?: string;
  phone?: string;
  company?: string;
  title?: string;
  evidence: Evidence;
  /** Deleted, suspended or hidden on the platform. */
  gone?: boolean;
  /** Stands in the user's own address book, CRM or customer list: a contact, whether or not a word was said. */
  listed?: boolean;
}

/** One row or card that shows several identities as one person's: two addresses and a phone, say. */
export interface SamePersonRecord {
  record: 'same_person';
  /** Two at least; the one the source puts first comes first. */
  identities: IdentityRef[];
}

/** What an address may be used for, as its source says; kept per source. */
export const CONSENT_STATES = ['subscribed', 'unsubscribed', 'bounced', 'complained'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export interface ConsentRecord {
  record: 'consent';
  identity: IdentityRef;
  channel: 'email' | 'phone';
  state: ConsentState;
  at: StatedTime | null;
}

/** A number about an identity as of a day ("opened 12 of the last 20"), which is no interaction. */
export interface AggregateRecord {
  record: 'aggregate';
  identity: IdentityRef;
  /** The source's own word in snake case: emails_opened. */
  metric: string;
  /** "6_months", '' for all time. */
  window: string;
  value: number;
  /** UTC milliseconds. */
  asOf: number;
}

/** What a profile shows; whatever the source does not say is left away. */
export interface ProfileFacts {
  bio?: string;
  location?: string;
  website?: string;
  followers?: number;
  following?: number;
  posts?: number;
  /** UTC milliseconds. */
  createdAt?: number;
  hasPicture?: boolean;
  isPrivate?: boolean;
  isVerified?: boolean;
  language?: string;
}

export interface ProfileRecord {
  record: 'profile';
  identity: IdentityRef;
  facts: ProfileFacts;
  /** UTC milliseconds. */
  asOf: number;
}

export interface RelationRecord {
  record: 'relation';
  identity: IdentityRef;
  kind: RelationKind;
  since: StatedTime | null;
  sinceBasis: 'stated' | 'derived' | 'first_seen';
}

export interface ConversationRecord {
  record: 'conversation';
  externalId: string;
  kind: ConversationKind;
  title?: string;
  folder?: string;
  /** Everybody in it, the user's own identities included. */
  participants: IdentityRef[];
  /** Opens the thread on its platform; built by the reader. */
  nativeUrl?: string;
}

export type ParticipantRole = 'from' | 'to' | 'mentioned' | 'group';

export interface InteractionRecord {
  record: 'interaction';
  kind: InteractionKind;
  externalId: string;
  idBasis: 'native' | 'hash';
  direction: Direction;
  actor: IdentityRef;
  targets: { identity: IdentityRef; role: Exclude<ParticipantRole, 'from'> }[];
  /** Null where the source gives no date (likes in some archives). */
  occurredAt: StatedTime | null;
  text?: string;
  textFormat?: 'plain' | 'html-stripped';
  /** A subject line, where the source has one. On LinkedIn only InMail has. */
  subject?: string;
  emoji?: string;
  attachments?: number;
  url?: string;
  parentExternalId?: string;
  conversationExternalId?: string;
  /** Paid or sent by a machine to many: kept, but neither a contact nor a turn comes of it. */
  sponsored?: boolean;
}

/** A row that could not be used. It is kept with its place and reason and shown; nothing is silently dropped. */
export interface RejectedRecord {
  record: 'rejected';
  /** Path inside the archive. */
  file: string;
  /** 1-based line where the row starts; null where the source has no lines. */
  line: number | null;
  /** A sentence for the user. */
  reason: string;
  /** The beginning of the row, at most 200 characters. */
  sample?: string;
}

/** Understood and left out on purpose: drafts, hidden members, sponsored mail. Counted, not listed row by row. */
export interface LeftOutRecord {
  record: 'left_out';
  file: string;
  /** A sentence for the user, the same words each time, so that counts add up. */
  reason: string;
  count: number;
}

export type CanonicalRecord =
  | IdentityRecord
  | RelationRecord
  | ConversationRecord
  | InteractionRecord
  | SamePersonRecord
  | ConsentRecord
  | AggregateRecord
  | ProfileRecord
  | RejectedRecord
  | LeftOutRecord;

/** What a source can show, per kind and direction: outside [from, to] silence means nothing. */
export interface CoverageRecord {
  kind: InteractionKind | RelationKind;
  direction: Exclude<Direction, 'other'>;
  /** UTC instants in milliseconds. */
  from: number;
  to: number;
  /** False where parts may be missing; then absence never means a loss. */
  complete: boolean;
}

/** A list of relations as a source gives it, for comparing two of them. */
export interface SnapshotRecord {
  /** Whose list it is; left away for the reader's own platform. Lists of two platforms in one archive say nothing of each other. */
  platform?: Platform;
  kind: RelationKind;
  /** Nothing can be missing: only then does absence mean a loss. */
  complete: boolean;
  /** When the list was as it is, UTC milliseconds. */
  at: number;
}

/** A record with the place it came from, so that an interrupted import goes on where it stopped. */
export interface ReadItem {
  record: CanonicalRecord;
  /** Index of the archive's part and rows read of that part so far; never decreases. */
  part: number;
  row: number;
  /** Bytes of all parts read so far, for progress. */
  bytes: number;
}
