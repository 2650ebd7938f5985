/**
 * Message files in JSON. Two schemas: the one of exports (sender_name, timestamp_ms, content) and the one of the
 * end-to-end encrypted download (senderName, timestamp, text). Mojibake is mended text by text: whether the second has
 * any is disputed, and mending leaves what is right as it is.
 */
import { mendMojibake } from '../reading/mojibake';
import { plainName, plainText } from './plain-text';
import { webAddress } from './message';
import type { BrokenMessage, MetaMessage, MetaReaction, MetaThread } from './message';
import { dict, list, sampleOf, text, unixTime } from './shapes';
import type { Dict } from './shapes';
import { isSystemLine } from './system-lines';

/** Fields that hold files sent along, each a list (or one thing, for stickers). */
const ATTACHED = ['photos', 'videos', 'audio_files', 'files', 'gifs', 'media'] as const;

/** @returns null for what is no thread */
export function threadOfJson(value: unknown): MetaThread | null {
  const file = dict(value);
  if (!file || !Array.isArray(file.messages)) return null;
  return {
    participants: list(file.participants).map(participant).filter((name) => name !== ''),
    namesEverybody: true,
    title: nameIn(text(file.title) || text(file.threadName)),
    path: mendMojibake(text(file.thread_path)).slice(0, 300),
    messages: list(file.messages).map(messageOf),
  };
}

/** `{"name":"Ana"}`, in the encrypted download "Ana". */
const participant = (value: unknown): string => nameIn(text(value) || text(dict(value)?.name));

const nameIn = (written: string): string => plainName(mendMojibake(written));
const wordsIn = (written: string): string => plainText(mendMojibake(written));

function messageOf(value: unknown): MetaMessage | BrokenMessage {
  const message = dict(value);
  if (!message) return { problem: 'This is no message.', sample: sampleOf(value) };
  const sender = nameIn(text(message.sender_name) || text(message.senderName));
  if (sender === '') return { problem: 'This message has no sender.', sample: sampleOf(value) };
  const occurredAt = unixTime(message.timestamp_ms ?? message.timestamp);
  if (occurredAt === null) return { problem: 'This message has no date that can be read.', sample: sampleOf(value) };
  const share = dict(message.share);
  const written = wordsIn(text(message.content) || text(message.text));
  return {
    sender,
    occurredAt,
    kind: kindOf(message, written),
    text: written || wordsIn(text(share?.share_text)),
    attachments: attachmentsOf(message),
    url: webAddress(text(share?.link)),
    reactions: list(message.reactions).flatMap(reactionOf),
    unsent: message.is_unsent === true || message.isUnsent === true,
  };
}

function kindOf(message: Dict, written: string): MetaMessage['kind'] {
  const type = text(message.type).toLowerCase();
  if (type === 'call' || message.call_duration !== undefined) return 'call';
  if (type === 'subscribe' || type === 'unsubscribe' || isSystemLine(written)) return 'system';
  return 'message';
}

const attachmentsOf = (message: Dict): number =>
  ATTACHED.reduce((sum, field) => sum + list(message[field]).length, 0) + (dict(message.sticker) ? 1 : 0);

function reactionOf(value: unknown): MetaReaction[] {
  const reaction = dict(value);
  const emoji = nameIn(text(reaction?.reaction));
  const actor = nameIn(text(reaction?.actor));
  return emoji === '' || actor === '' ? [] : [{ emoji, actor, at: unixTime(reaction?.timestamp) }];
}
