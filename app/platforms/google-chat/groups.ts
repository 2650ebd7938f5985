/** The conversations of Google Chat in Takeout: a folder each, with its people and its messages. */
import type { ConversationKind, IdentityRef } from '../../domain/activity';
import { baseName, folderName } from '../archive/entry-paths';
import type { Archive, ArchiveFile } from '../contract';
import { ArchiveProblem } from '../contract';
import { isObject, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { readJson } from '../reading/json-text';
import { cleanName } from '../reading/names';
import { readBeginning } from '../reading/text-file';

const LARGEST_INFO = 20_000_000;
const BEGINNING = 20_000;

export interface ChatPerson {
  /** Lower case. */
  email: string;
  name: string;
}

export interface ChatGroup {
  id: string;
  kind: ConversationKind;
  title: string;
  members: ChatPerson[];
}

export const emailIdentity = (email: string): IdentityRef => ({ platform: 'email', kind: 'email', key: email, scope: '' });

/** Somebody with an address; bots have none. */
export function personIn(value: JsonObject): ChatPerson | null {
  const email = textIn(value, 'email').trim().toLowerCase();
  if (!/^[^\s@<>"]{1,100}@[^\s@<>"]{1,150}$/.test(email) || /bot/i.test(textIn(value, 'user_type'))) return null;
  return { email, name: cleanName(textIn(value, 'name')).slice(0, 200) };
}

/** Files of messages, told by what is in them. */
export async function messageFiles(archive: Archive): Promise<ArchiveFile[]> {
  const files: ArchiveFile[] = [];
  for (const file of archive.files) {
    if (archive.container !== 'file' && baseName(file.path).toLowerCase() !== 'messages.json') continue;
    const text = await readBeginning(file, BEGINNING);
    const isEmpty = /^\s*\{\s*"messages"\s*:\s*\[\s*\]\s*\}\s*$/.test(text) && infoOf(archive, file) !== null;
    if (isEmpty || (/^\s*\{/.test(text) && /"creator"\s*:/.test(text) && /"created_date"\s*:/.test(text))) files.push(file);
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The list of people beside a file of messages. */
export function infoOf(archive: Archive, messages: ArchiveFile): ArchiveFile | null {
  const path = `${folderName(messages.path)}/group_info.json`.replace(/^\//, '');
  return archive.files.find((file) => file.path === path) ?? null;
}

export async function readGroup(archive: Archive, messages: ArchiveFile): Promise<ChatGroup> {
  const info = infoOf(archive, messages);
  const value = info ? await readOrNull(info) : null;
  const object = isObject(value) ? value : {};
  const members = objectsIn(object, 'members').flatMap((member) => personIn(member) ?? []);
  const name = baseName(folderName(messages.path)) || archive.name.replace(/\.\w+$/, '');
  const title = cleanName(textIn(object, 'name')).slice(0, 200);
  const isDirect = /^DM\b/i.test(name) || (title === '' && members.length === 2);
  return { id: `google-chat:${name}`, kind: !isDirect || members.length > 2 ? 'group' : 'dm', title: title === 'Group Chat' ? '' : title, members };
}

/** Users/User …/user_info.json: whose Takeout it is. */
export async function readUser(archive: Archive): Promise<ChatPerson | null> {
  const file = archive.files.find(({ path }) => /(?:^|\/)user_info\.json$/i.test(path));
  const value = file ? await readOrNull(file) : null;
  return isObject(value) ? personIn(fieldsIn(value, 'user')) : null;
}

async function readOrNull(file: ArchiveFile): Promise<unknown> {
  try {
    return await readJson(file, LARGEST_INFO);
  } catch (error) {
    if (error instanceof ArchiveProblem) return null;
    throw error;
  }
}
