/** First pass over an export: what its chats are, and who writes in them. */
import type { ArchiveFile } from '../contract';
import { detach } from '../csv/detach';
import { isObject, textIn } from '../reading/json-fields';
import { cleanName } from '../reading/names';
import { readPieces } from './export-file';
import type { Piece } from './export-file';
import { ownerIn, senderOf } from './people';
import type { Owner } from './people';

/** People kept per chat and in all: a public group has up to 200,000 members, of whom few write. */
const MOST_SENDERS = 5_000;
const MOST_SENDERS_IN_ALL = 300_000;
/** Chats kept; the search for one more would not end in memory. */
const MOST_CHATS = 200_000;

export interface Chat {
  id: string;
  type: string;
  name: string;
  messages: number;
  /** Key of each person who writes, with the name of their last message; '' for a deleted account. */
  senders: Map<string, { name: string; messages: number }>;
}

export interface Survey {
  owner: Owner | null;
  chats: Map<string, Chat>;
  /** Times that stand there without a zone, some of them. */
  unzoned: string[];
  /** Time of the latest message, UTC milliseconds; null where none says it. */
  latest: number | null;
}

const EXAMPLES = 5;

/** @param enough asked after each piece of the file: whether to stop */
export async function surveyExport(file: ArchiveFile, enough: (survey: Survey) => boolean = () => false): Promise<Survey> {
  const survey: Survey = { owner: null, chats: new Map(), unzoned: [], latest: null };
  const kept = { senders: 0 };
  for await (const { pieces } of readPieces(file)) {
    for (const piece of pieces) note(survey, piece, kept);
    if (enough(survey)) break;
  }
  return survey;
}

function note(survey: Survey, piece: Piece, kept: { senders: number }): void {
  if (piece.is === 'owner') survey.owner ??= ownerIn(piece.value);
  if (piece.is !== 'chat' && piece.is !== 'message') return;
  const chat = chatIn(survey, piece.chat);
  if (!chat) return;
  if (piece.is === 'message') noteMessage(survey, chat, piece.value, kept);
  else if (piece.field === 'id') chat.id = idOf(piece.value);
  else if (piece.field === 'type') chat.type = typeof piece.value === 'string' ? piece.value.slice(0, 60) : '';
  else chat.name = typeof piece.value === 'string' ? cleanName(piece.value).slice(0, 300) : '';
}

function chatIn(survey: Survey, key: string): Chat | null {
  const known = survey.chats.get(key);
  if (known) return known;
  if (survey.chats.size >= MOST_CHATS) return null;
  const chat: Chat = { id: '', type: '', name: '', messages: 0, senders: new Map() };
  survey.chats.set(key, chat);
  return chat;
}

function noteMessage(survey: Survey, chat: Chat, value: unknown, kept: { senders: number }): void {
  if (!isObject(value)) return;
  chat.messages += 1;
  const unix = textIn(value, 'date_unixtime');
  const at = /^\d{9,11}$/.test(unix) ? Number(unix) * 1000 : null;
  if (at !== null && at > (survey.latest ?? 0)) survey.latest = at;
  if (unix === '' && survey.unzoned.length < EXAMPLES) survey.unzoned.push(textIn(value, 'date').slice(0, 40));
  if (textIn(value, 'type') !== 'message') return;
  const sender = senderOf(textIn(value, 'from_id'));
  if (!sender?.isPerson) return;
  const name = cleanName(textIn(value, 'from'));
  const known = chat.senders.get(sender.identity.key);
  if (known) {
    known.messages += 1;
    if (name !== '' && name !== known.name) known.name = detach(name);
  } else if (chat.senders.size < MOST_SENDERS && kept.senders < MOST_SENDERS_IN_ALL) {
    kept.senders += 1;
    chat.senders.set(detach(sender.identity.key), { name: detach(name), messages: 1 });
  }
}

/** Ids beyond 2^53 come as texts already. */
export const idOf = (value: unknown): string => {
  const id = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return /^-?\d{1,20}$/.test(id) ? id : '';
};
