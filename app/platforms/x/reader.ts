/** Reads an X archive from beginning to end, entry by entry. */
import type { CanonicalRecord, SnapshotRecord } from '../../domain/activity';
import { baseName } from '../archive/entry-paths';
import type { Archive, ArchiveReader, Own, ReadItem, ReadResult, Recognition } from '../contract';
import { CoverageKeeper } from '../reading/coverage';
import type { Shown } from '../reading/coverage';
import { readEntries } from '../reading/entries';
import { readJsonArray } from '../reading/json-array';
import { fileOf } from '../reading/part-file';
import { rejected } from '../reading/records';
import { kindOfFileName } from './exports';
import type { PartKind } from './known-files';
import { ContactReader, LikeReader, LISTS, RelationReader } from './lists';
import { readManifest } from './manifest';
import type { Manifest } from './manifest';
import { MessageReader } from './messages';
import { noteOf, Notes } from './notes';
import { findOwner, statedAccount } from './owner';
import { People } from './people';
import { harvest, NoteReader, PostReader } from './posts';
import { Reading } from './reading';
import type { PartReader } from './reading';
import { recognise } from './recognise';

export const xReader: ArchiveReader = {
  platform: 'x',
  version: 1,
  recognise,
  findOwner,
  read,
};

/** What each kind of file shows; the messages and the posts stand in several. */
const SHOWN: Shown = {
  messages: [
    { kind: 'message', direction: 'in', listed: true },
    { kind: 'message', direction: 'out', listed: true },
    { kind: 'reaction', direction: 'in', listed: true },
    { kind: 'reaction', direction: 'out', listed: true },
  ],
  posts: [
    { kind: 'reply', direction: 'out', listed: true },
    { kind: 'mention', direction: 'out', listed: true },
    { kind: 'repost', direction: 'out', listed: true },
  ],
};
const SHOWN_IN: ReadonlyMap<string, string> = new Map([
  ['messages', 'messages'], ['groups', 'messages'], ['headers', 'messages'], ['group headers', 'messages'], ['tweets', 'posts'], ['notes', 'posts'],
]);

/** Where the messages of a conversation lie: `[{"dmConversation":{"messages":[`. Nothing else in an archive is as long. */
const MESSAGES_DEPTH = 3;

async function* read(archive: Archive, recognition: Recognition, own: Own): AsyncGenerator<ReadItem, ReadResult> {
  const manifest = await manifestOf(archive, recognition);
  const readers = await partReaders(archive, recognition, own);
  const coverage = new CoverageKeeper(SHOWN);
  const whole = new Completeness(recognition, manifest);
  let bytesBefore = 0;
  for (const [part, { path, kind, size }] of recognition.parts.entries()) {
    const reader = readers.get(kind);
    if (reader) {
      const isLast = !recognition.parts.slice(part + 1).some((other) => other.kind === kind);
      const entries = {
        read: (entry: unknown) => reader.read(entry, path),
        end: (rows: number) => [...tooFew(rows, listCount(manifest, path, kind), path), ...(isLast ? (reader.end?.(path) ?? []) : [])],
      };
      for await (const batch of readEntries(readJsonArray(fileOf(archive, path), { cutDepth: MESSAGES_DEPTH }), path, entries)) {
        for (const { record, row, bytes } of batch) {
          if (record.record === 'rejected') whole.lost(kind);
          const shown = SHOWN_IN.get(kind);
          if (shown !== undefined) coverage.note(shown, record);
          yield { record, part, row, bytes: bytesBefore + Math.min(bytes, size) };
        }
      }
    }
    bytesBefore += size;
  }
  for (const [kind, shown] of SHOWN_IN) if (!kind.endsWith('headers') && !whole.has(kind)) coverage.incomplete(shown);
  return { coverage: coverage.result(recognition.generatedAt), snapshots: snapshots(recognition, whole) };
}

/** One reader per kind of file. */
async function partReaders(archive: Archive, recognition: Recognition, own: Own): Promise<ReadonlyMap<string, PartReader>> {
  const { reading, notes } = await prepare(archive, recognition, own);
  return new Map<PartKind, PartReader>([
    ['followers', new RelationReader(reading, 'followers')],
    ['following', new RelationReader(reading, 'following')],
    ['blocked', new RelationReader(reading, 'blocked')],
    ['muted', new RelationReader(reading, 'muted')],
    ['contacts', new ContactReader(reading)],
    ['messages', new MessageReader(reading, false, true)],
    ['groups', new MessageReader(reading, true, true)],
    ['headers', new MessageReader(reading, false, false)],
    ['group headers', new MessageReader(reading, true, false)],
    ['tweets', new PostReader(reading, notes)],
    ['notes', new NoteReader(reading, notes)],
    ['likes', new LikeReader(reading)],
  ]);
}

/** Goes through the posts once before anything is read: the only place where names stand. */
async function prepare(archive: Archive, recognition: Recognition, own: Own): Promise<{ reading: Reading; notes: Notes }> {
  const people = new People();
  const notes = new Notes();
  const account = await statedAccount(archive, recognition);
  for await (const entry of entriesOf(archive, recognition, 'tweets')) harvest(people, entry);
  if (account) people.note(account.id, account.handle, account.displayName, Number.POSITIVE_INFINITY);
  for await (const entry of entriesOf(archive, recognition, 'notes')) {
    const note = noteOf(entry, people);
    if (typeof note !== 'string') notes.add(note);
  }
  const mine = own.identities.filter(({ platform }) => platform === 'x');
  const ids = [...(account ? [account.id] : []), ...mine.filter(({ kind }) => kind === 'id').map(({ key }) => key)];
  const handle = account?.handle || (mine.find(({ kind }) => kind === 'handle')?.key ?? '');
  return { reading: new Reading(people, [...new Set(ids)], handle), notes };
}

async function* entriesOf(archive: Archive, recognition: Recognition, kind: PartKind): AsyncGenerator<unknown> {
  for (const part of recognition.parts.filter((one) => one.kind === kind)) {
    for await (const { elements } of readJsonArray(fileOf(archive, part.path))) {
      for (const element of elements) if ('value' in element) yield element.value;
    }
  }
}

async function manifestOf(archive: Archive, recognition: Recognition): Promise<Manifest | null> {
  const part = recognition.parts.find(({ kind }) => kind === 'manifest');
  return part ? readManifest(fileOf(archive, part.path)) : null;
}

const tooFew = (rows: number, stated: number | null, path: string): CanonicalRecord[] =>
  stated !== null && rows < stated ? [rejected(path, null, `X put ${stated} entries into this file; ${rows} are in it.`)] : [];

/** Entries a list of accounts should have. What X counts in the other files isn't known. */
function listCount(manifest: Manifest | null, path: string, kind: string): number | null {
  if (!manifest || !Object.keys(LISTS).includes(kind)) return null;
  const named = [...manifest.files].find(([name]) => baseName(name) === baseName(path));
  return named?.[1] ?? null;
}

/** Of which kinds of file all is there: only X's own list of files can tell. */
class Completeness {
  readonly #incomplete = new Set<string>();

  constructor(recognition: Recognition, private readonly manifest: Manifest | null) {
    if (!manifest) return;
    const there = new Set(recognition.parts.map(({ path }) => baseName(path)));
    for (const name of [...manifest.files.keys()].map(baseName)) {
      const kind = kindOfFileName(name);
      if (kind !== null && !there.has(name)) this.lost(kind);
    }
  }

  lost(kind: string): void {
    this.#incomplete.add(kind);
  }

  has(kind: string): boolean {
    return this.manifest !== null && !this.manifest.isPartial && !this.#incomplete.has(kind);
  }
}

/** The lists as of the day the archive was made. Without that day there is nothing to compare. */
function snapshots({ parts, generatedAt }: Recognition, whole: Completeness): SnapshotRecord[] {
  if (generatedAt === null) return [];
  return Object.entries(LISTS)
    .filter(([kind]) => parts.some((part) => part.kind === kind))
    .map(([kind, { relation }]) => ({ kind: relation, complete: whole.has(kind), at: generatedAt }));
}
