/** The package that Discord itself hands out, whatever the era and the language of its folders. */
import type { ConversationKind, IdentityRef } from '../../domain/activity';
import { folderName } from '../archive/entry-paths';
import type { Archive, ArchiveFile } from '../contract';
import { ArchiveProblem } from '../contract';
import { isObject, listIn, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { readJson } from '../reading/json-text';
import { cleanName } from '../reading/names';
import { discordIdentity, goneIdentity, handleOf, isSnowflake, personIn, userOf } from './people';
import type { Person } from './people';

const LARGEST_ACCOUNT = 200_000_000;
const LARGEST_CHANNEL = 1_000_000;

/** "c1180000000000000001", before December 2021 without the letter. */
const MESSAGES = /(?:^|\/)c?(\d{5,21})\/messages\.(json|csv)$/i;

export interface ChannelFiles {
  id: string;
  messages: ArchiveFile;
  channel: ArchiveFile | null;
}

export interface PackageLayout {
  user: ArchiveFile | null;
  index: ArchiveFile | null;
  channels: ChannelFiles[];
}

export function packageLayout(archive: Archive): PackageLayout {
  const byPath = new Map(archive.files.map((file) => [file.path.toLowerCase(), file]));
  const channels = archive.files.flatMap((messages): ChannelFiles[] => {
    const id = MESSAGES.exec(messages.path)?.[1];
    if (id === undefined) return [];
    return [{ id, messages, channel: byPath.get(`${folderName(messages.path)}/channel.json`.toLowerCase()) ?? null }];
  });
  const [first] = channels;
  const folder = first ? folderName(folderName(first.messages.path)) : '';
  const named = (name: RegExp) => archive.files.find(({ path }) => name.test(path)) ?? null;
  return { user: named(/(?:^|\/)user\.json$/i), index: byPath.get(`${folder === '' ? '' : `${folder}/`}index.json`.toLowerCase()) ?? null, channels };
}

export interface Account {
  owner: Person;
  email: string;
  relationships: JsonObject[];
}

/** Account/user.json; null for another program's file of that name. */
export async function readAccount(file: ArchiveFile): Promise<Account | null> {
  const value = await readJson(file, LARGEST_ACCOUNT);
  const owner = isObject(value) ? personIn(value) : null;
  if (!isObject(value) || owner === null || textIn(value, 'username') === '') return null;
  return { owner, email: textIn(value, 'email').trim().toLowerCase(), relationships: objectsIn(value, 'relationships') };
}

/** What Discord calls each channel; empty where the file is missing or damaged. */
export async function readIndex(file: ArchiveFile | null): Promise<Map<string, string>> {
  if (!file) return new Map();
  const value = await readOr(file, LARGEST_ACCOUNT);
  return new Map(isObject(value) ? Object.entries(value).flatMap(([id, title]) => (typeof title === 'string' ? [[id, cleanName(title)] as const] : [])) : []);
}

export interface Channel {
  id: string;
  kind: ConversationKind;
  title: string;
  /** Everybody but those whose account is gone; the user among them. */
  recipients: string[];
  /** How many accounts are gone. */
  gone: number;
  /** User name of the other one of two, as the index gives it. */
  partner: string;
}

export async function readChannel({ id, channel }: ChannelFiles, index: ReadonlyMap<string, string>): Promise<Channel> {
  const value = channel ? await readOr(channel, LARGEST_CHANNEL) : null;
  const object = isObject(value) ? value : {};
  const indexed = index.get(id) ?? '';
  const partner = /^Direct Message with (.{1,100})$/i.exec(indexed)?.[1] ?? '';
  const listed = listIn(object, 'recipients').map((recipient) => (isObject(recipient) ? textIn(recipient, 'id') : String(recipient)));
  const kind = kindOf(textIn(object, 'type'), partner !== '');
  const guild = textIn(fieldsIn(object, 'guild'), 'name');
  const name = cleanName(textIn(object, 'name'));
  return {
    id,
    kind,
    title: kind === 'channel' ? channelTitle(name, guild, indexed) : name,
    recipients: [...new Set(listed.filter(isSnowflake))],
    gone: listed.filter((recipient) => !isSnowflake(recipient)).length,
    partner: handleOf(partner.replace(/#0$/, ''), ''),
  };
}

/** Numbers until 2023, words since. */
function kindOf(type: string, isIndexedDirect: boolean): ConversationKind {
  if (type === 'DM' || type === '1') return 'dm';
  if (type === 'GROUP_DM' || type === '3') return 'group';
  return type === '' && isIndexedDirect ? 'dm' : 'channel';
}

function channelTitle(name: string, guild: string, indexed: string): string {
  if (name === '') return indexed;
  return guild === '' ? `#${name}` : `#${name} (${cleanName(guild)})`;
}

/** Those a line in it reaches, the user left away. */
export function othersIn(channel: Channel, ownKeys: ReadonlySet<string>): IdentityRef[] {
  const others = channel.recipients.filter((id) => !ownKeys.has(id)).map(discordIdentity);
  if (channel.gone > 0) others.push(goneIdentity(channel.id));
  if (others.length > 0 || channel.kind !== 'dm' || channel.partner === '') return others;
  return [{ platform: 'discord', kind: 'handle', key: channel.partner.toLowerCase(), scope: '' }];
}

/** People the account has something to do with, by id. */
export const peopleIn = (relationships: readonly JsonObject[]): Map<string, Person> =>
  new Map(relationships.flatMap((row) => userOf(row) ?? []).map((person) => [person.id, person]));

async function readOr(file: ArchiveFile, largest: number): Promise<unknown> {
  try {
    return await readJson(file, largest);
  } catch (error) {
    if (error instanceof ArchiveProblem) return null;
    throw error;
  }
}
