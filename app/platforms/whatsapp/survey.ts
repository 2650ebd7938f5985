/** First pass over a chat: who writes in it, in which order it writes dates, and what it is. */
import type { DateOrder } from '../../domain/imports/questions';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { detach } from '../csv/detach';
import { fileOf } from '../reading/part-file';
import { authorOf } from './author';
import type { Author } from './author';
import { readChat } from './chat-text';
import type { WrittenMessage } from './chat-text';
import { DateOrderJudge } from './date-order';
import { looseKey, titleOf } from './title';
import { contentOf, isDeleted, isDeletedByOwner, isSystem, speaksOfGroup } from './words';

/** Different authors kept; a community has at most 2,000 members, and a hostile file names a new one in every line. */
const MOST_AUTHORS = 5_000;
const EXAMPLES = 3;

export interface Survey {
  path: string;
  /** What the chat is called; null where neither the file's name nor WhatsApp's own lines tell. */
  title: string | null;
  /** Those who wrote themselves, with the number of their messages. */
  authors: Map<string, Author & { messages: number }>;
  /** Keys of authors who took a message back on this very phone. */
  owners: Set<string>;
  saysGroup: boolean;
  judge: DateOrderJudge;
  orders: DateOrder[];
  /** Days and times as the file writes them. */
  examples: string[];
  messages: number;
}

/** What a line of a chat is. */
export type LineKind = 'message' | 'deleted' | 'system';

export function kindOf(message: WrittenMessage): LineKind {
  if (message.author === null) return 'system';
  if (isDeleted(message.text)) return 'deleted';
  return contentOf(message.text).attachments === 0 && isSystem(message.text) ? 'system' : 'message';
}

export async function surveyChat(file: ArchiveFile, archiveName: string): Promise<Survey> {
  const survey: Survey = {
    path: file.path, title: titleOf(file.path, archiveName), authors: new Map(), owners: new Set(), saysGroup: false,
    judge: new DateOrderJudge(), orders: [], examples: [], messages: 0,
  };
  let saidBySystem: string | null = null;
  for await (const { found } of readChat(file)) {
    for (const message of found) {
      if ('stray' in message) continue;
      const kind = note(survey, message);
      if (kind === 'system' && message.author !== null) saidBySystem ??= detach(authorOf(message.author).displayName);
    }
  }
  survey.title ??= saidBySystem;
  survey.orders = survey.judge.orders();
  return survey;
}

function note(survey: Survey, message: WrittenMessage): LineKind {
  const kind = kindOf(message);
  survey.judge.note(message.day, message.isAmerican);
  if (survey.examples.length < EXAMPLES && !survey.examples.includes(message.written)) survey.examples.push(detach(message.written));
  survey.messages += 1;
  if (kind === 'system') {
    survey.saysGroup ||= speaksOfGroup(message.text);
    return kind;
  }
  const author = authorOf(message.author ?? '');
  const known = survey.authors.get(author.key);
  if (known) known.messages += 1;
  else if (survey.authors.size < MOST_AUTHORS) survey.authors.set(detach(author.key), { key: detach(author.key), phone: author.phone, displayName: detach(author.displayName), messages: 1 });
  if (kind === 'deleted' && isDeletedByOwner(message.text)) survey.owners.add(detach(author.key));
  return kind;
}

/** All chats of an archive, in the order of its parts. */
export async function surveyAll(archive: Archive, recognition: Recognition): Promise<Survey[]> {
  const surveys: Survey[] = [];
  for (const { path } of recognition.parts) surveys.push(await surveyChat(fileOf(archive, path), archive.name));
  return surveys;
}

/** Whether the chat is called after this author. */
export const isTitledAfter = (survey: Survey, author: Author): boolean =>
  survey.title !== null && looseKey(survey.title) !== '' && [author.displayName, author.phone].some((name) => looseKey(name) === looseKey(survey.title ?? ''));

/** The group itself, in whose name iPhones write what WhatsApp says: the chat is called after it, and two others write. */
export const isTheGroup = (survey: Survey, author: Author): boolean =>
  isTitledAfter(survey, author) && [...survey.authors.values()].filter((other) => !isTitledAfter(survey, other)).length > 1;
