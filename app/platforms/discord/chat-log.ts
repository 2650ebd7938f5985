/** A channel as DiscordChatExporter writes it in JSON: both sides, answers, mentions, reactions. */
import type { ConversationKind } from '../../domain/activity';
import type { ArchiveFile } from '../contract';
import { detach } from '../csv/detach';
import { isObject, fieldsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { readJsonValues } from '../reading/json-stream';
import type { Wanted } from '../reading/json-stream';
import { cleanName } from '../reading/names';
import { isSnowflake, personIn } from './people';
import type { Person } from './people';
import { parseTime } from './time';

/** People of a channel kept; more write in the largest servers, and each is then known from their own message. */
const MOST_AUTHORS = 20_000;

export interface Author extends Person {
  messages: number;
  isBot: boolean;
}

export interface ChatLog {
  channel: string;
  kind: ConversationKind;
  title: string;
  /** What the channel itself is called: between two, the other one. */
  name: string;
  authors: Map<string, Author>;
  exportedAt: number | null;
}

export type LogBatch = { messages: (JsonObject | null)[]; heads: [string, unknown][]; bytes: number; cutOff: boolean };

const wanted = (path: string): Wanted => {
  if (path === '' || path === '/messages') return 'enter';
  return ['/guild', '/channel', '/exportedAt', '/messages/#'].includes(path) ? 'give' : 'skip';
};

/** `heads` is what stands beside the messages; null for a message that is damaged. */
export async function* readLog(file: ArchiveFile): AsyncGenerator<LogBatch> {
  for await (const { items, bytes, whole } of readJsonValues(file, wanted)) {
    const batch: LogBatch = { messages: [], heads: [], bytes, cutOff: whole === false };
    for (const { path, value, broken } of items) {
      if (path === '/messages/#') batch.messages.push(!broken && isObject(value) ? value : null);
      else batch.heads.push([path.slice(1), value]);
    }
    yield batch;
  }
}

/** First pass: what the channel is and who writes in it. */
export async function surveyLog(file: ArchiveFile): Promise<ChatLog> {
  const log: ChatLog = { channel: '', kind: 'channel', title: '', name: '', authors: new Map(), exportedAt: null };
  let guild = '';
  for await (const { messages, heads } of readLog(file)) {
    for (const [head, value] of heads) {
      if (head === 'exportedAt') log.exportedAt = typeof value === 'string' ? (parseTime(value)?.at ?? null) : null;
      if (head === 'guild' && isObject(value)) guild = textIn(value, 'id') === '0' ? '' : cleanName(textIn(value, 'name')).slice(0, 200);
      if (head === 'channel' && isObject(value)) noteChannel(log, value);
    }
    for (const message of messages) if (message) noteAuthor(log, message);
  }
  if (log.kind === 'channel') log.title = log.name === '' ? '' : `#${log.name}${guild === '' ? '' : ` (${guild})`}`;
  else log.title = log.name;
  return log;
}

function noteChannel(log: ChatLog, channel: JsonObject): void {
  const id = textIn(channel, 'id');
  log.channel = isSnowflake(id) ? id : '';
  log.kind = kindOf(textIn(channel, 'type'));
  log.name = cleanName(textIn(channel, 'name')).slice(0, 200);
}

function kindOf(type: string): ConversationKind {
  if (/^(?:DirectTextChat|1)$/i.test(type)) return 'dm';
  return /^(?:DirectGroupTextChat|3)$/i.test(type) ? 'group' : 'channel';
}

function noteAuthor(log: ChatLog, message: JsonObject): void {
  const author = authorOf(message);
  if (!author) return;
  const known = log.authors.get(author.id);
  if (known) known.messages += 1;
  else if (log.authors.size < MOST_AUTHORS) log.authors.set(detach(author.id), author);
}

export function authorOf(message: JsonObject): Author | null {
  const author = fieldsIn(message, 'author');
  const person = personIn(author);
  return person ? { ...person, messages: 1, isBot: author.isBot === true } : null;
}
