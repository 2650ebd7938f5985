/** How a Slack export lies on the disk: lists of people and conversations, and a folder of days for each conversation. */
import type { ConversationKind } from '../../domain/activity';
import { baseName, folderName } from '../archive/entry-paths';
import type { Archive, ArchiveFile } from '../contract';
import { isObject, listIn, textIn } from '../reading/json-fields';
import { readJson } from '../reading/json-text';
import { cleanName } from '../reading/names';
import { isUserId, memberIn } from './roster';
import type { Member } from './roster';

/** Lists of a workspace of some 100,000 people are this large. */
export const LARGEST_FILE = 200_000_000;

/** What stands in which list. Private channels are groups of the people who were asked in. */
const LISTS: Readonly<Record<string, ConversationKind>> = { 'channels.json': 'channel', 'groups.json': 'group', 'mpims.json': 'group', 'dms.json': 'dm' };
/** The last is of Enterprise Grid. */
const USERS: readonly string[] = ['users.json', 'org_users.json'];
const DAY = /^\d{4}-\d\d-\d\d\.json$/;

export interface SlackConversation {
  id: string;
  kind: ConversationKind;
  /** Shown for channels; conversations of a few have made-up names. */
  title: string;
  members: string[];
  /** Folder of its days. */
  folder: string;
}

export interface Layout {
  lists: ArchiveFile[];
  /** Files of days by folder, the earliest first. */
  days: Map<string, ArchiveFile[]>;
}

export function layoutOf(archive: Archive): Layout {
  const lists = archive.files.filter(({ path }) => USERS.includes(baseName(path)) || Object.hasOwn(LISTS, baseName(path)));
  const days = new Map<string, ArchiveFile[]>();
  for (const file of archive.files) {
    const folder = folderName(file.path);
    if (!DAY.test(baseName(file.path)) || folder === '') continue;
    const known = days.get(folder);
    if (known) known.push(file);
    else days.set(folder, [file]);
  }
  for (const files of days.values()) files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { lists, days };
}

export const isUsersList = (path: string): boolean => USERS.includes(baseName(path));

/** Everybody of all lists; the same person of several workspaces stands in each. */
export async function readMembers(layout: Layout): Promise<Map<string, Member>> {
  const members = new Map<string, Member>();
  for (const file of layout.lists.filter(({ path }) => isUsersList(path))) {
    const list = await readJson(file, LARGEST_FILE);
    for (const row of Array.isArray(list) ? list : []) {
      const member = memberIn(row);
      if (member && !members.has(member.id)) members.set(member.id, member);
    }
  }
  return members;
}

/** All conversations that have days, the listed ones with what the lists say. */
export async function readConversations(layout: Layout): Promise<SlackConversation[]> {
  const byFolder = new Map<string, SlackConversation>();
  for (const file of layout.lists.filter(({ path }) => !isUsersList(path))) {
    const list = await readJson(file, LARGEST_FILE);
    const base = folderName(file.path);
    for (const row of Array.isArray(list) ? list : []) {
      const conversation = conversationIn(row, LISTS[baseName(file.path)] ?? 'channel');
      if (!conversation) continue;
      const folder = [conversation.folder, conversation.id].map((name) => (base === '' ? name : `${base}/${name}`)).find((path) => layout.days.has(path));
      if (folder !== undefined && !byFolder.has(folder)) byFolder.set(folder, { ...conversation, folder });
    }
  }
  return [...layout.days.keys()].sort().map((folder) => byFolder.get(folder) ?? unlisted(folder));
}

function conversationIn(row: unknown, kind: ConversationKind): SlackConversation | null {
  if (!isObject(row)) return null;
  const id = textIn(row, 'id');
  if (!/^[A-Z0-9]{2,25}$/.test(id)) return null;
  const name = cleanName(textIn(row, 'name'));
  const members = [...new Set(listIn(row, 'members').filter((member): member is string => typeof member === 'string' && isUserId(member)))];
  const isMadeUp = kind === 'dm' || name.startsWith('mpdm-');
  return { id, kind, title: isMadeUp || name === '' ? '' : `#${name}`, members, folder: name || id };
}

/** A folder of days that no list mentions: its name is all there is to know it by. */
function unlisted(folder: string): SlackConversation {
  const name = baseName(folder);
  return { id: name, kind: /^D[A-Z0-9]{5,}$/.test(name) ? 'dm' : 'channel', title: `#${name}`, members: [], folder };
}
