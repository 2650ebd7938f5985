/** Reads a Mastodon archive or its lists from beginning to end, entry by entry. */
import type { CanonicalRecord, RelationKind, SnapshotRecord } from '../../domain/activity';
import type { Archive, ArchiveFile, ArchiveReader, Own, ReadItem, ReadResult, Recognition } from '../contract';
import { CoverageKeeper } from '../reading/coverage';
import type { Shown } from '../reading/coverage';
import { readEntries } from '../reading/entries';
import type { EntryReader } from '../reading/entries';
import { readJsonArray } from '../reading/json-array';
import type { JsonElements } from '../reading/json-array';
import { fileOf } from '../reading/part-file';
import { rejected } from '../reading/records';
import { readBeginning, readLines } from '../reading/text-file';
import type { PartKind } from './known-files';
import { PART_KINDS } from './known-files';
import { readLike, readListLine, readMember } from './lists';
import { findOwner, ownerOf } from './owner';
import { readPost } from './posts';
import { Reading } from './reading';
import { recognise } from './recognise';

export const mastodonReader: ArchiveReader = {
  platform: 'mastodon',
  version: 1,
  recognise,
  findOwner,
  read,
};

const SHOWN: Shown = {
  outbox: [
    { kind: 'message', direction: 'out', listed: true },
    { kind: 'reply', direction: 'out', listed: true },
    { kind: 'mention', direction: 'out', listed: true },
    { kind: 'repost', direction: 'out', listed: true },
  ],
};

const RELATIONS: Partial<Record<PartKind, RelationKind>> = {
  'following list': 'following', 'muted list': 'muted', 'blocked list': 'blocked', followers: 'follower', following: 'following',
};

/** Posts that may be missing from an outbox without anything being wrong: its own count is off by one. */
const MAY_MISS = 1;

async function* read(archive: Archive, recognition: Recognition, own: Own): AsyncGenerator<ReadItem, ReadResult> {
  const reading = new Reading(await ownerOf(archive, recognition), own);
  const coverage = new CoverageKeeper(SHOWN);
  const damaged = new Set<string>();
  let bytesBefore = 0;
  for (const [part, { path, kind, size }] of recognition.parts.entries()) {
    const file = fileOf(archive, path);
    const known = PART_KINDS.find((one) => one === kind);
    if (known !== undefined && known !== 'actor') {
      const source = known.endsWith(' list') ? linesOf(file) : readJsonArray(file, { under: 'orderedItems' });
      for await (const batch of readEntries(source, path, await entryReader(known, reading, file))) {
        for (const { record, row, bytes } of batch) {
          coverage.note(kind, record);
          if (record.record === 'rejected') damaged.add(path);
          yield { record, part, row, bytes: bytesBefore + Math.min(bytes, size) };
        }
      }
    }
    bytesBefore += size;
  }
  return { coverage: coverage.result(recognition.generatedAt), snapshots: snapshots(archive, recognition, damaged) };
}

async function entryReader(kind: PartKind, reading: Reading, file: ArchiveFile): Promise<EntryReader> {
  const { path } = file;
  const relation = RELATIONS[kind];
  if (kind === 'outbox') {
    const stated = await statedCount(file);
    return { read: (entry) => readPost(entry, reading, path), end: (rows) => tooFew(rows, stated, path) };
  }
  if (kind === 'likes') return { read: (entry) => readLike(entry, reading, path) };
  if (relation === undefined) return { read: () => [] };
  if (kind.endsWith(' list')) return { read: (line, row) => readListLine(line, row, relation, reading, path) };
  return { read: (entry) => readMember(entry, relation, reading, path) };
}

/** Lines as entries; empty ones count, so that the numbers are those an editor shows. */
async function* linesOf(file: ArchiveFile): AsyncGenerator<JsonElements> {
  let bytes = 0;
  for await (const lines of readLines(file)) {
    bytes = lines.at(-1)?.bytes ?? bytes;
    yield { elements: lines.map(({ text }) => ({ value: text })), bytes };
  }
}

/** How many posts the outbox says it holds; null where that stands behind them. */
async function statedCount(file: ArchiveFile): Promise<number | null> {
  const head = (await readBeginning(file, 30_000)).split(/"orderedItems"\s*:/, 1)[0] ?? '';
  const stated = /"totalItems"\s*:\s*(\d{1,9})\b/.exec(head)?.[1];
  return stated === undefined ? null : Number(stated);
}

const tooFew = (rows: number, stated: number | null, path: string): CanonicalRecord[] =>
  stated !== null && rows + MAY_MISS < stated ? [rejected(path, null, `The archive says that it holds ${stated} posts; ${rows} are in it.`)] : [];

/** Lists are whole unless a line of theirs is damaged; as of when they were written, which a list alone doesn't tell. */
function snapshots(archive: Archive, { parts, generatedAt }: Recognition, damaged: ReadonlySet<string>): SnapshotRecord[] {
  return parts.flatMap(({ path, kind }) => {
    const known = PART_KINDS.find((one) => one === kind);
    const relation = known === undefined ? undefined : RELATIONS[known];
    const at = kind.endsWith(' list') ? (fileOf(archive, path).modifiedAt ?? generatedAt) : generatedAt;
    return relation === undefined || at === null ? [] : [{ kind: relation, complete: !damaged.has(path), at }];
  });
}
