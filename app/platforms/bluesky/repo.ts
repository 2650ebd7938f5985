/**
 * A repository of the AT Protocol in a CAR file: blocks named by the hash of their content, a commit at the root, and a
 * search tree (MST) from "collection/key" to records (atproto.com/specs/repository).
 *
 * A file that stops early or is damaged gives whatever can still be reached, and how much can't. Blocks are checked
 * against their hashes, so that a flipped bit is found and never read as something else.
 */
import { hash } from 'node:crypto';
import { fromUint8Array } from '@atcute/car';
import { decode, fromBytes, isBytes } from '@atcute/cbor';
import { sizeInWords } from '../../lib/text';
import { ArchiveProblem } from '../contract';
import type { ArchiveFile } from '../contract';
import { isObject, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';

/** Ten years of a busy account are some 200,000 records in 100 MB. The tree needs all blocks at hand. */
const MOST_BYTES = 300_000_000;
/** Trees are a dozen levels deep; a hostile one nests without end. */
const MOST_DEPTH = 100;
/** A record is at most 1 MB, by the protocol. */
const LONGEST_BLOCK = 4_000_000;
/** CIDv1, DAG-CBOR or raw, SHA-256 of 32 bytes: four bytes before the digest. */
const DIGEST_AT = 4;
const KEY = /^([A-Za-z0-9.-]{1,256})\/([\w.:~-]{1,512})$/;

export interface RepoRecord {
  collection: string;
  /** The record's own key; a TID where the app makes it. */
  key: string;
  /** Null for a record that is missing or damaged. */
  value: JsonObject | null;
}

export interface Repo {
  did: string;
  /** TID of the last change. */
  rev: string;
  /** Places of all records, in the order of the tree. */
  places: { collection: string; key: string; block: string }[];
  /** Parts of the tree that are missing or damaged; each may have held many records. */
  lost: number;
  record(place: Repo['places'][number]): RepoRecord;
}

/** Whether a file starts like a CAR: the length of its head, and in it a map that begins with "roots". */
export const startsLikeCar = (start: Buffer): boolean => /^[^]{1,2}\xa2\x65roots/.test(start.toString('latin1'));

/** Null for a CAR that holds no repository. Throws ArchiveProblem for one that is too large. */
export async function readRepo(file: ArchiveFile): Promise<Repo | null> {
  const { root, blocks } = blocksOf(await bytesOf(file));
  const commit = root === null ? null : blocks.open(root);
  const tree = commit ? linkOf(commit['data']) : null;
  const did = commit ? textIn(commit, 'did') : '';
  if (!commit || tree === null || !did.startsWith('did:')) return null;
  const { places, lost } = walk(tree, blocks);
  return {
    did,
    rev: textIn(commit, 'rev'),
    places,
    lost,
    record: ({ collection, key, block }) => ({ collection, key, value: blocks.open(block) }),
  };
}

async function bytesOf(file: ArchiveFile): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of await file.open()) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > MOST_BYTES) throw new ArchiveProblem(`${file.path} is larger than ${sizeInWords(MOST_BYTES)}, which no Bluesky repository is.`);
    parts.push(chunk);
  }
  return Buffer.concat(parts, length);
}

class Blocks {
  readonly #places = new Map<string, { start: number; end: number }>();

  constructor(private readonly bytes: Uint8Array) {}

  add(cid: Uint8Array, start: number, end: number): void {
    this.#places.set(nameOf(cid), { start, end });
  }

  /** The object in a block; null where the block is missing or isn't what its name says. */
  open(name: string): JsonObject | null {
    const place = this.#places.get(name);
    if (!place || place.end - place.start > LONGEST_BLOCK) return null;
    const block = this.bytes.subarray(place.start, place.end);
    if (hash('sha256', block, 'buffer').toString('latin1') !== name.slice(DIGEST_AT)) return null;
    try {
      const value: unknown = decode(block);
      return isObject(value) ? value : null;
    } catch {
      return null;
    }
  }
}

const nameOf = (cid: Uint8Array): string => Buffer.from(cid).toString('latin1');

/** The name of the block a link points to; links carry the bytes of their CID. */
const linkOf = (link: unknown): string | null =>
  typeof link === 'object' && link !== null && 'bytes' in link && link.bytes instanceof Uint8Array ? nameOf(link.bytes) : null;

/** Whatever blocks are whole; a file that stops early has fewer. */
function blocksOf(bytes: Uint8Array): { root: string | null; blocks: Blocks } {
  const blocks = new Blocks(bytes);
  let root: string | null = null;
  try {
    const car = fromUint8Array(bytes);
    root = linkOf(car.roots[0]);
    for (const { cid, bytesStart, bytesEnd } of car) blocks.add(cid.bytes, bytesStart, bytesEnd);
  } catch {
    // What came before the damage stays; the walk finds out what it held.
  }
  return { root, blocks };
}

/** Goes through the tree in the order of its keys. Each node is visited once, whatever points to it. */
function walk(tree: string, blocks: Blocks): Pick<Repo, 'places' | 'lost'> {
  const places: Repo['places'] = [];
  const visited = new Set<string>();
  let lost = 0;
  const visit = (name: string, depth: number): void => {
    if (visited.has(name)) return;
    visited.add(name);
    const node = depth <= MOST_DEPTH ? blocks.open(name) : null;
    if (!node || !Array.isArray(node['e'])) {
      lost += 1;
      return;
    }
    const left = linkOf(node['l']);
    if (left !== null) visit(left, depth + 1);
    let before = '';
    for (const entry of objectsIn(node, 'e')) {
      before = keyOf(entry, before);
      const [, collection, key] = KEY.exec(before) ?? [];
      const block = linkOf(entry['v']);
      if (collection === undefined || key === undefined || block === null) lost += 1;
      else places.push({ collection, key, block });
      const right = linkOf(entry['t']);
      if (right !== null) visit(right, depth + 1);
    }
  };
  visit(tree, 0);
  return { places, lost };
}

/** Keys leave out what they share with the one before. '' for what is no key. */
function keyOf(entry: JsonObject, before: string): string {
  const shared = entry['p'];
  const rest = entry['k'];
  if (typeof shared !== 'number' || shared < 0 || shared > before.length || !isBytes(rest)) return '';
  return before.slice(0, shared) + Buffer.from(fromBytes(rest)).toString('latin1');
}
