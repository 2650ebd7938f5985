/** What stands on a person's timeline: the groups its filter offers, and words for what has none of its own. */
import type { ConversationKind, Direction, InteractionKind, Platform } from '../activity';

/** Kinds that a reader looks for together, in the order the filter shows them. Notes are no interactions. */
export const TIMELINE_GROUPS = ['messages', 'replies', 'reactions', 'meetings', 'purchases', 'gestures', 'notes'] as const;
export type TimelineGroup = (typeof TIMELINE_GROUPS)[number];

export const GROUP_WORDS: Record<TimelineGroup, string> = {
  messages: 'Messages',
  replies: 'Replies',
  reactions: 'Likes',
  meetings: 'Meetings and calls',
  purchases: 'Purchases',
  gestures: 'Invitations',
  notes: 'Notes',
};

/** Null: shown among everything, in no group of its own. */
const GROUP_OF: Record<InteractionKind, Exclude<TimelineGroup, 'notes'> | null> = {
  message: 'messages',
  email: 'messages',
  reply: 'replies',
  mention: 'replies',
  comment: 'replies',
  quote: 'replies',
  like: 'reactions',
  reaction: 'reactions',
  repost: 'reactions',
  meeting: 'meetings',
  call: 'meetings',
  purchase: 'purchases',
  gift: 'purchases',
  invitation: 'gestures',
  follow: 'gestures',
  endorsement: 'gestures',
  recommendation: 'gestures',
  system: null,
};

export function groupOf(kind: InteractionKind): TimelineGroup | null {
  return GROUP_OF[kind];
}

/** Every kind of a group; none for notes. */
export function kindsOf(group: TimelineGroup): InteractionKind[] {
  return Object.entries(GROUP_OF).flatMap(([kind, of]) => (of === group && isKind(kind) ? [kind] : []));
}

function isKind(kind: string): kind is InteractionKind {
  return Object.hasOwn(GROUP_OF, kind);
}

/** What they did, what the user did; said where an interaction has no words. */
const DEEDS: Record<InteractionKind, readonly [them: string, you: string]> = {
  message: ['Sent you something without words', 'Answered elsewhere'],
  email: ['Sent you a mail without words', 'Answered elsewhere'],
  reply: ['Replied to you', 'You replied'],
  mention: ['Mentioned you', 'You mentioned them'],
  comment: ['Commented on something of yours', 'You commented on something of theirs'],
  quote: ['Quoted you', 'You quoted them'],
  like: ['Liked something of yours', 'You liked something of theirs'],
  reaction: ['Reacted to something of yours', 'You reacted to something of theirs'],
  repost: ['Shared something of yours', 'You shared something of theirs'],
  meeting: ['You met', 'You met'],
  call: ['You talked', 'You talked'],
  purchase: ['Bought from you', 'You bought from them'],
  gift: ['Gave you something', 'You gave them something'],
  invitation: ['Asked to connect', 'You asked to connect'],
  follow: ['Followed you', 'You followed them'],
  endorsement: ['Endorsed you', 'You endorsed them'],
  recommendation: ['Recommended you', 'You recommended them'],
  system: ['Something the platform did', 'Something the platform did'],
};

/** "Liked something of yours" */
export function deedWords({ kind, direction, attachments }: { kind: InteractionKind; direction: Direction; attachments: number }): string {
  if (attachments > 0) return direction === 'out' ? 'You sent an attachment' : 'Sent an attachment';
  return DEEDS[kind][direction === 'out' ? 1 : 0];
}

/** Platforms as they stand in a sentence: "on LinkedIn", "by email". */
const PLACES: Record<Platform, string> = {
  linkedin: 'on LinkedIn', x: 'on X', instagram: 'on Instagram', threads: 'on Threads', facebook: 'on Facebook',
  mastodon: 'on Mastodon', bluesky: 'on Bluesky', youtube: 'on YouTube', tiktok: 'on TikTok', discord: 'on Discord',
  slack: 'on Slack', telegram: 'on Telegram', whatsapp: 'on WhatsApp', email: 'by email', newsletter: 'by newsletter',
  crm: 'from the CRM', vcard: 'from an address book', csv: 'from a list', in_person: 'in person',
};

/** Where something happened: "on LinkedIn", "in a group on LinkedIn", "by phone". */
export function placeWords(platform: Platform, kind: InteractionKind, conversation: ConversationKind | null): string {
  if (platform === 'in_person' && kind === 'call') return 'by phone';
  const place = PLACES[platform];
  if (conversation === 'group') return `in a group ${place}`;
  return conversation === 'channel' ? `in a channel ${place}` : place;
}
