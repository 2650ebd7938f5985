/** Reads an Instagram export, Threads included, from beginning to end. */
import type { ReadItem, RelationKind, SnapshotRecord } from '../../domain/activity';
import type { ReadingAnswers } from '../../domain/imports/questions';
import type { Archive, ArchiveReader, Own, ReadResult, Recognition } from '../contract';
import { zoneQuestion } from '../meta/ask';
import { looksLikeRange } from '../meta/date-range';
import { instantOf } from '../meta/instant';
import { MetaOwn } from '../meta/own';
import { hasGap } from '../meta/parts';
import { threadFile } from '../meta/thread-files';
import { ThreadFiles } from '../meta/thread-records';
import { ThreadReader } from '../meta/threads';
import { CoverageKeeper } from '../reading/coverage';
import { Introduced } from '../reading/introduced';
import { LeftOutTally } from '../reading/tally';
import { ActivityReader } from './activity';
import { FolderHandles } from './folder-handles';
import { isPartKind, LISTS, shownAs, SHOWN } from './known-files';
import type { PartKind } from './known-files';
import { findOwner, presenceOf, profileIn } from './owner';
import { PartRecords } from './part-records';
import { recognise } from './recognise';

export const instagramReader: ArchiveReader = {
  platform: 'instagram',
  version: 1,
  recognise,
  findOwner,
  ask: zoneQuestion,
  read,
};

async function* read(archive: Archive, recognition: Recognition, own: Own, answers: ReadingAnswers): AsyncGenerator<ReadItem, ReadResult> {
  const records = await partRecords(archive, recognition, own, answers);
  const coverage = new CoverageKeeper(SHOWN);
  let earliest = Number.POSITIVE_INFINITY;
  let bytes = 0;
  for (const [part, { path, kind, size }] of recognition.parts.entries()) {
    bytes += size;
    if (!isPartKind(kind)) continue;
    const tally = new LeftOutTally(path);
    let row = 0;
    for (const { record, kind: shown } of await records.of(archive, path, kind, recognition.parts[part + 1]?.kind, tally)) {
      coverage.note(shownAs(shown), record);
      earliest = Math.min(earliest, instantOf(record) ?? earliest);
      row += 1;
      yield { record, part, row, bytes };
    }
    for (const record of tally.records()) yield { record, part, row: row + 1, bytes };
  }
  const partial = partialLists(recognition, records, records.isRange || looksLikeRange(earliest, recognition.generatedAt));
  for (const kind of partial) coverage.incomplete(shownAs(kind));
  return { coverage: coverage.result(recognition.generatedAt), snapshots: snapshots(recognition, records, partial) };
}

async function partRecords(archive: Archive, recognition: Recognition, own: Own, answers: ReadingAnswers): Promise<PartRecords> {
  const presence = await presenceOf(archive, recognition);
  const profile = await profileIn(archive, recognition);
  const stated = new MetaOwn('instagram', own, [profile.name]);
  // Nobody in the threads goes by a name that is known to be the user's: then the one who is in all of them does.
  const isKnown = presence.names.some(({ name }) => stated.isNamed(name));
  const me = isKnown ? stated : new MetaOwn('instagram', own, [profile.name, presence.owner ?? '']);
  const introduced = new Introduced();
  const zone = answers.zone ?? 'UTC';
  return new PartRecords({
    own: me,
    introduced,
    activity: new ActivityReader(me),
    threads: new ThreadFiles(new ThreadReader('instagram', me, introduced), zone),
    handles: new FolderHandles(recognition.parts.flatMap(({ path }) => threadFile(path)?.name ?? [])),
    zone,
  });
}

/** Kinds of parts of which something is missing, or may be. */
function partialLists(recognition: Recognition, records: PartRecords, isRange: boolean): Set<PartKind> {
  const kinds = new Set(recognition.parts.map(({ kind }) => kind).filter(isPartKind));
  return new Set([...kinds].filter((kind) => isRange || records.damaged.has(kind) || hasGap(pathsOf(recognition, kind))));
}

const pathsOf = ({ parts }: Recognition, kind: PartKind): string[] => parts.filter((part) => part.kind === kind).map(({ path }) => path);

/** Lists that two exports can be compared by. Requests come and go. */
const COMPARED: readonly RelationKind[] = ['follower', 'following', 'close_friend', 'blocked', 'muted'];

function snapshots({ generatedAt }: Recognition, records: PartRecords, partial: ReadonlySet<PartKind>): SnapshotRecord[] {
  if (generatedAt === null) return [];
  return Object.entries(LISTS).flatMap(([kind, { relation, platform }]) => {
    if (!isPartKind(kind) || !records.listed.has(kind) || !COMPARED.includes(relation)) return [];
    // An empty list is what an export of a few days holds: nobody left because of it.
    const complete = records.listed.get(kind) !== 0 && !partial.has(kind) && !partial.has('connections');
    return [{ ...(platform === 'threads' ? { platform } : {}), kind: relation, complete, at: generatedAt }];
  });
}
