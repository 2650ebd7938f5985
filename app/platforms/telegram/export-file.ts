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

/** A sound file has some thirty; a hostile one a new one for every value. */
const MOST_PATHS = 1_000;

function wanted(path: string): Wanted {
  if (LIST.test(path) || (path.endsWith('/list') && LIST.test(path.slice(0, -'/list'.length))) || ENTERED.test(path)) return 'enter';
  if (path === '/personal_information' || /^\/(?:contacts|frequent_contacts)\/list\/#$/.test(path)) return 'give';
  if (FIELD.test(path) || MESSAGE.test(path)) return 'give';
  return /^\/[^/]+$/.test(path) ? 'name' : 'skip';
}

/** What a path leads to, worked out once: a file has few paths, however many values. */
class Paths {
  readonly #known = new Map<string, Wanted>();

  wanted = (path: string): Wanted => {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const verdict = wanted(path);
    if (this.#known.size < MOST_PATHS) this.#known.set(path, verdict);
    return verdict;
  };
}

export async function* readPieces(file: ArchiveFile): AsyncGenerator<PieceBatch> {
  for await (const { items, bytes, whole } of readJsonValues(file, new Paths().wanted)) {
    const pieces: Piece[] = [];
    for (const item of items) {
      const piece = pieceOf(item);
      if (piece) pieces.push(piece);
    }
    if (whole === false) pieces.push({ is: 'cut off' });
    yield { pieces, bytes };
  }
}

function pieceOf({ path, indexes, value, broken }: JsonItem): Piece | null {
  const isMessage = path.endsWith('/messages/#');
  if (broken) return { is: 'broken', what: isMessage ? 'message' : 'entry' };
  const index = String(indexes[0] ?? 0);
  const chat = path.startsWith('/chats') ? index : path.startsWith('/left_chats') ? `left ${index}` : '';
  if (isMessage) return { is: 'message', chat, value };
  const field = FIELD.exec(path)?.[1];
  if (field !== undefined) return { is: 'chat', chat, field, value };
  if (path === '/personal_information') return { is: 'owner', value };
  if (path.startsWith('/contacts/')) return { is: 'contact', value };
  if (path.startsWith('/frequent_contacts/')) return { is: 'frequent', value };
  return path === '/about' ? null : { is: 'section', name: path.slice(1) };
}
