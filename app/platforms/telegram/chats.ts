/** Which chats are conversations with people, and how Telegram calls the others. */
import type { ConversationKind, IdentityRef } from '../../domain/activity';
import { userIdentity } from './people';
import type { Chat } from './survey';

const CONVERSATIONS: ReadonlyMap<string, ConversationKind> = new Map([
  ['personal_chat', 'dm'],
  ['private_group', 'group'],
  ['private_supergroup', 'group'],
  ['public_supergroup', 'group'],
]);

/** Why a chat of this type is not read. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['saved_messages', 'Messages you saved for yourself.'],
  ['bot_chat', 'Chats with bots.'],
  ['private_channel', 'Posts in channels: what a channel sends to everybody is not said to you.'],
  ['public_channel', 'Posts in channels: what a channel sends to everybody is not said to you.'],
  ['replies', 'Telegram’s own list of replies to you in channels; the comments name no chat to answer in.'],
  ['verification_codes', 'Codes that Telegram or shops sent.'],
]);

export interface Scene {
  conversation: string;
  kind: ConversationKind;
  title: string;
  self: IdentityRef | null;
  /** Keys of the user's ids. */
  ownKeys: ReadonlySet<string>;
  others: IdentityRef[];
  size: number;
}

export const leftOutReason = (chat: Chat): string | null =>
  CONVERSATIONS.has(chat.type) ? null : (LEFT_OUT.get(chat.type) ?? `Chats of a kind that is not known (“${chat.type || 'without a type'}”).`);

export function setScene(chat: Chat, own: readonly IdentityRef[]): Scene {
  const ownKeys = new Set(own.filter(({ kind }) => kind === 'id').map(({ key }) => key));
  const kind = CONVERSATIONS.get(chat.type) ?? 'group';
  const others = [...chat.senders.keys()].filter((key) => !ownKeys.has(key));
  // Between two, the chat bears the number of the other one, who may never have answered.
  if (kind === 'dm' && others.length === 0 && /^[1-9]\d*$/.test(chat.id) && !ownKeys.has(chat.id)) others.push(chat.id);
  return {
    conversation: chat.id,
    kind,
    title: chat.name,
    self: own.find((identity) => identity.kind === 'id') ?? own[0] ?? null,
    ownKeys,
    others: others.map(userIdentity),
    size: others.length + 1,
  };
}
