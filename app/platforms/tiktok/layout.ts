/** Where the lists stand in TikTok's JSON: under other headings almost every year, under the same names at the end. */
import type { ArchiveFile } from '../contract';
import { isObject, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { readJsonValues } from '../reading/json-stream';
import type { Wanted } from '../reading/json-stream';

export type ListName = 'followers' | 'following' | 'blocked' | 'messages' | 'comments' | 'likes';

export type Entry =
  | { list: ListName; /** The heading a conversation stands under. */ heading: string; value: JsonObject }
  | { owner: string }
  | { unknown: string }
  | { problem: string };

export interface EntryBatch {
  entries: Entry[];
  bytes: number;
}

const LISTS: readonly { list: ListName; path: RegExp }[] = [
  { list: 'followers', path: /\/FansList\/#$/i },
  { list: 'following', path: /\/Following\/#$/i },
  { list: 'blocked', path: /\/BlockList\/#$/i },
  { list: 'messages', path: /\/ChatHistory\/([^/]*)\/#$/i },
  { list: 'comments', path: /\/CommentsList\/#$/i },
  { list: 'likes', path: /\/Like List\/ItemFavoriteList\/#$/i },
];
const OWNER = /\/ProfileMap\/userName$/i;

const DAMAGED = 'One entry is damaged and can’t be read.';
const CUT_OFF = 'The file ends in the middle: what would follow is missing. Download the export again.';

function wanted(path: string): Wanted {
  if (OWNER.test(path) || LISTS.some((one) => one.path.test(path))) return 'give';
  return path.endsWith('/#') ? 'name' : 'enter';
}

export async function* readTiktok(file: ArchiveFile): AsyncGenerator<EntryBatch> {
  for await (const { items, bytes, whole } of readJsonValues(file, wanted)) {
    const entries = items.flatMap(({ path, value, broken }): Entry[] => {
      if (broken) return [{ problem: DAMAGED }];
      if (OWNER.test(path)) return typeof value === 'string' ? [{ owner: value }] : [];
      const found = LISTS.find((one) => one.path.test(path));
      if (!found) return [{ unknown: listName(path) }];
      return [isObject(value) ? { list: found.list, heading: found.path.exec(path)?.[1] ?? '', value } : { problem: DAMAGED }];
    });
    if (whole === false) entries.push({ problem: CUT_OFF });
    yield { entries, bytes };
  }
}

/** "VideoList" of "/Your Activity/Watch History/VideoList/#", with the heading it stands under. */
const listName = (path: string): string => path.split('/').slice(-3, -1).join(' › ').slice(0, 80);

/** Keys are spelled UserName, Username, userName: the first of the names that has a text. */
export function anyTextAt(object: JsonObject, ...names: string[]): string {
  for (const key of Object.keys(object)) if (names.includes(key.toLowerCase())) return textIn(object, key).trim();
  return '';
}
