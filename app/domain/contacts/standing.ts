/**
 * Who becomes a contact: the table of that name in the data model, and what of it counts towards health.
 * Silent followers are audience: a contact begins with a word, an act meant for the other side, or the user's own hand.
 */
import type { ConversationKind, Direction, InteractionKind, RelationKind } from '../activity';
import { isGroup } from '../conversations/kind';

/** Up to this many people, the user included, a group is a conversation in which every line is meant for everyone. */
export const SMALL_GROUP = 8;

/** contact: a person of the user's; audience: identity and relation only; neither: counted as left out. */
export type Standing = 'contact' | 'audience' | 'neither';

/**
 * Something that happened, as evidence about one identity: whoever acted if it came in or went between others, whoever
 * it was meant for if the user acted.
 */
export interface InteractionEvidence {
  what: 'interaction';
  kind: InteractionKind;
  direction: Direction;
  /** Null outside any conversation. */
  conversation: ConversationKind | null;
  /** People in the conversation, the user included; null where nobody knows. */
  groupSize: number | null;
  /** The line answers or names the other side: the user if they wrote it, them if the user wrote it. */
  addressesUser: boolean;
  /** Any text or attachment; an invitation without is only a click. */
  hasWords: boolean;
  /** Paid for, or sent to many. */
  sponsored: boolean;
  /** From a no-reply address, a list or a machine. */
  automated: boolean;
}

export type StandingEvidence =
  | InteractionEvidence
  | { what: 'relation'; kind: RelationKind }
  | { what: 'address_book' }
  | { what: 'by_hand' };

/** How a kind of interaction bears on standing. */
type Bearing = 'words' | 'public_words' | 'reaction' | 'encounter' | 'praise' | 'invitation' | 'silent';

const BEARING: Record<InteractionKind, Bearing> = {
  message: 'words',
  email: 'words',
  reply: 'public_words',
  comment: 'public_words',
  mention: 'public_words',
  quote: 'public_words',
  like: 'reaction',
  reaction: 'reaction',
  repost: 'reaction',
  endorsement: 'praise',
  recommendation: 'praise',
  invitation: 'invitation',
  meeting: 'encounter',
  call: 'encounter',
  purchase: 'encounter',
  gift: 'encounter',
  follow: 'silent',
  system: 'silent',
};

/** In a group: a line of everybody's in a small one, in a large one only a line that is meant for the other side. */
function isHeardInGroup(evidence: InteractionEvidence): boolean {
  const size = evidence.groupSize ?? Infinity;
  return size <= SMALL_GROUP || evidence.addressesUser || (evidence.direction === 'in' && evidence.kind === 'mention');
}

/** Mail, messages, and answers inside a private thread; a reply under a post is public. */
function isPrivate({ kind, conversation }: InteractionEvidence): boolean {
  return BEARING[kind] === 'words' || conversation === 'dm' || conversation === 'email_thread';
}

function spokenWords(evidence: InteractionEvidence): Standing {
  const { direction, conversation, groupSize } = evidence;
  const inGroup = isGroup(conversation, groupSize);
  if (direction === 'out') return !inGroup && isPrivate(evidence) ? 'contact' : 'audience';
  if (inGroup && conversation !== 'post_thread') return isHeardInGroup(evidence) ? 'contact' : 'audience';
  return direction === 'in' ? 'contact' : 'audience';
}

function interactionStanding(evidence: InteractionEvidence): Standing {
  const { kind, direction, hasWords, sponsored, automated } = evidence;
  if (sponsored || automated) return 'neither';
  const between = direction !== 'other';
  switch (BEARING[kind]) {
    case 'words':
    case 'public_words':
      return spokenWords(evidence);
    case 'reaction':
      return direction === 'in' ? 'contact' : 'audience';
    case 'encounter':
    case 'praise':
      return between ? 'contact' : 'audience';
    case 'invitation':
      return between && hasWords ? 'contact' : 'audience';
    case 'silent':
      return 'audience';
  }
}

/**
 * What one piece of evidence makes of an identity. The strongest evidence wins; nothing here takes a contact away.
 * A relation alone never makes a contact, and being blocked or muted is a relation.
 */
export function standingOf(evidence: StandingEvidence): Standing {
  switch (evidence.what) {
    case 'interaction':
      return interactionStanding(evidence);
    case 'relation':
      return 'audience';
    case 'address_book':
    case 'by_hand':
      return 'contact';
  }
}

/**
 * Whether an event of a contact counts towards health: every dated interaction between the two, the user's public
 * answers and likes included; in groups only words, and only those heard by the other side. Follows, system lines and
 * invitations without words are clicks that stand on the timeline only.
 */
export function countsForHealth(evidence: InteractionEvidence & { dated: boolean }): boolean {
  const { kind, direction, conversation, groupSize, hasWords, sponsored, automated, dated } = evidence;
  if (!dated || sponsored || automated) return false;
  const bearing = BEARING[kind];
  if (bearing === 'silent' || (bearing === 'invitation' && !hasWords)) return false;
  const isWords = bearing === 'words' || bearing === 'public_words';
  if (isGroup(conversation, groupSize) && conversation !== 'post_thread') {
    return isWords ? isHeardInGroup(evidence) : bearing === 'encounter' && direction !== 'other';
  }
  return direction !== 'other';
}

/** Names of mailboxes that nobody reads, without what joins their words. */
const MACHINES = new Set([
  'noreply', 'donotreply', 'nepasrepondre', 'nichtantworten', 'noresponder', 'naoresponda', 'mailerdaemon',
  'postmaster', 'notification', 'notifications', 'autoreply', 'autoconfirm', 'automailer',
]);
const RETURNED_MAIL = /^bounces?(?:[+=._-]|$)/;

/**
 * Whether an address belongs to a machine that reads no answers ("no-reply@", "mailer-daemon@", "bounce-12@").
 * Only whole words count: "noreplyson@" may be a person.
 */
export function noReplyAddress(email: string): boolean {
  const local = email.trim().toLowerCase().split('@')[0] ?? '';
  if (RETURNED_MAIL.test(local)) return true;
  const words = local.replace(/\d+$/, '').split(/[+=.~_-]+/).filter(Boolean);
  return words.some((_, from) => [1, 2, 3].some((length) => MACHINES.has(words.slice(from, from + length).join(''))));
}
