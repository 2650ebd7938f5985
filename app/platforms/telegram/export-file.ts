/** What stands in a result.json, piece by piece: the whole export of an account, or one chat alone. */
import type { ArchiveFile } from '../contract';
import { readJsonValues } from '../reading/json-stream';
import type { JsonItem, Wanted } from '../reading/json-stream';

export type Piece =
  | { is: 'owner'; value: unknown }
  | { is: 'contact'; value: unknown }
  | { is: 'frequent'; value: unknown }
  /** Its name, type or id. `chat` tells chats of one file apart. */
  | { is: 'chat'; chat: string; field: string; value: unknown }
  | { is: 'message'; chat: string; value: unknown }
  /** A section that is not read. */
  | { is: 'section'; name: string }
  | { is: 'broken'; what: string }
  /** The file ends in the middle. */
  | { is: 'cut off' };

export interface PieceBatch {
  pieces: Piece[];
  bytes: number;
}

const LIST = /^\/(?:contacts|frequent_contacts|chats|left_chats)$/;
const CHAT = String.raw`(?:/(?:chats|left_chats)/list/#)?`;
const ENTERED = new RegExp(String.raw`^(?:|${CHAT}/messages|/(?:chats|left_chats)/list/#)$`);
const FIELD = new RegExp(String.raw`^${CHAT}/(name|type|id)$`);
const MESSAGE = new RegExp(String.raw`^${CHAT}/messages/#$`);

function wanted(path: string): Wanted {
  if (LIST.test(path) || /^\/\w+\/list$/.test(path) && LIST.test(path.slice(0, -5)) || ENTERED.test(path)) return 'enter';
  if (path === '/personal_information' || /^\/(?:contacts|frequent_contacts)\/list\/#$/.test(path)) return 'give';
  if (FIELD.test(path) || MESSAGE.test(path)) return 'give';
  return /^\/[^/]+$/.test(path) ? 'name' : 'skip';
}

export async function* readPieces(file: ArchiveFile): AsyncGenerator<PieceBatch> {
  // A file has few paths, however many values.
  const known = new Map<string, Wanted>();
  const verdictOn = (path: string): Wanted => {
    const verdict = known.get(path) ?? wanted(path);
    if (known.size < 1_000) known.set(path, verdict);
    return verdict;
  };
  for await (const { items, bytes, whole } of readJsonValues(file, verdictOn)) {
    const pieces = items.flatMap(pieceOf);
    if (whole === false) pieces.push({ is: 'cut off' });
    yield { pieces, bytes };
  }
}

function pieceOf({ path, indexes, value, broken }: JsonItem): Piece[] {
  const chat = path.startsWith('/left_chats') ? `left ${indexes[0] ?? 0}` : path.startsWith('/chats') ? `${indexes[0] ?? 0}` : '';
  if (broken) return [{ is: 'broken', what: path.includes('/messages/') ? 'message' : 'entry' }];
  if (MESSAGE.test(path)) return [{ is: 'message', chat, value }];
  const field = FIELD.exec(path)?.[1];
  if (field !== undefined) return [{ is: 'chat', chat, field, value }];
  if (path === '/personal_information') return [{ is: 'owner', value }];
  if (path.startsWith('/contacts/')) return [{ is: 'contact', value }];
  if (path.startsWith('/frequent_contacts/')) return [{ is: 'frequent', value }];
  return path === '/about' ? [] : [{ is: 'section', name: path.slice(1) }];
}
