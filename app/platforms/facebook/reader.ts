/** Reads a Facebook or Messenger export from beginning to end. */
import type { CanonicalRecord, ReadItem, SnapshotRecord } from '../../domain/activity';
import type { ReadingAnswers } from '../../domain/imports/questions';
import type { Archive, ArchiveFile, ArchiveReader, Own, ReadResult, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { zoneQuestion } from '../meta/ask';
import { looksLikeRange } from '../meta/date-range';
import { instantOf } from '../meta/instant';
import { fileOf, isPage, loadJson, loadPage } from '../meta/load';
import { MetaOwn } from '../meta/own';
import { mainOf } from '../meta/page';
import { blocksOf } from '../meta/page-blocks';
import { hasGap } from '../meta/parts';
import { dict, list, sampleOf } from '../meta/shapes';
import { ThreadFiles } from '../meta/thread-records';
import { ThreadReader } from '../meta/threads';
import { CoverageKeeper } from '../reading/coverage';
import { Introduced } from '../reading/introduced';
import { rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { conversationsOfFlat } from './encrypted';
import { isPartKind, LEFT_OUT, LISTS, SHOWN } from './known-files';
import type { PartKind } from './known-files';
import { personOfBlock, personOfJson, relationRecords } from './lists';
import type { ListedPerson } from './lists';
import { findOwner, presenceOf, profileIn } from './owner';
import { recognise } from './recognise';

export const facebookReader: ArchiveReader = {
  platform: 'facebook',
  version: 1,
  recognise,
  findOwner,
  ask: zoneQuestion,
  read,
};

async function* read(archive: Archive, recognition: Recognition, own: Own, answers: ReadingAnswers): AsyncGenerator<ReadItem, ReadResult> {
  const zone = answers.zone ?? 'UTC';
  const threads = await threadFiles(archive, recognition, own, zone);
  const coverage = new CoverageKeeper(SHOWN);
  const damaged = new Set<PartKind>();
  const listed = new Set<PartKind>();
  const introduced = new Introduced();
  let earliest = Number.POSITIVE_INFINITY;
  let bytes = 0;
  for (const [part, { path, kind, size }] of recognition.parts.entries()) {
    bytes += size;
    if (!isPartKind(kind)) continue;
    const tally = new LeftOutTally(path);
    let row = 0;
    for (const record of await recordsOf(archive, path, kind, { threads, zone, tally, listed: introduced })) {
      coverage.note(kind, record);
      if (record.record === 'rejected') damaged.add(kind);
      if (record.record === 'relation') listed.add(kind);
      earliest = Math.min(earliest, instantOf(record) ?? earliest);
      row += 1;
      yield { record, part, row, bytes };
    }
    for (const record of tally.records()) yield { record, part, row: row + 1, bytes };
  }
  const partial = partialKinds(recognition, damaged, looksLikeRange(earliest, recognition.generatedAt));
  for (const kind of partial) coverage.incomplete(kind);
  return { coverage: coverage.result(recognition.generatedAt), snapshots: snapshots(recognition, listed, partial) };
}

async function threadFiles(archive: Archive, recognition: Recognition, own: Own, zone: string): Promise<ThreadFiles> {
  const presence = await presenceOf(archive, recognition);
  const profile = await profileIn(archive, recognition);
  const stated = new MetaOwn('facebook', own, [profile.name]);
  // Nobody in the threads goes by a name that is known to be the user's: then the one who is in all of them does.
  const isKnown = presence.names.some(({ name }) => stated.isNamed(name));
  const me = isKnown ? stated : new MetaOwn('facebook', own, [profile.name, presence.owner ?? '']);
  const flat = await conversationsOfFlat(archive, recognition);
  return new ThreadFiles(new ThreadReader('facebook', me, new Introduced()), zone, (path) => flat.get(path));
}

interface PartContext {
  threads: ThreadFiles;
  /** IANA name, for the local times of pages. */
  zone: string;
  tally: LeftOutTally;
  /** Who was given: one entry may stand in a list twice. */
  listed: Introduced;
}

/** A file that can't be read is one that is told, and the others are read all the same. */
async function recordsOf(archive: Archive, path: string, kind: PartKind, { threads, zone, tally, listed }: PartContext): Promise<Iterable<CanonicalRecord>> {
  if (kind === 'profile') return [];
  try {
    const file = fileOf(archive, path);
    return kind === 'messages' ? await threads.records(file, tally) : listRecords(path, kind, await peopleIn(file, zone), tally, listed);
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    return [rejected(path, null, error.message)];
  }
}

interface Row {
  person: ListedPerson | null;
  sample: string;
}

function* listRecords(path: string, kind: PartKind, rows: readonly Row[], tally: LeftOutTally, listed: Introduced): Generator<CanonicalRecord> {
  const why = LEFT_OUT[kind];
  if (why !== undefined && rows.length > 0) tally.add(why, rows.length);
  if (!LISTS[kind]) return;
  for (const { person, sample } of rows) {
    if (person) {
      const [identity, relation] = relationRecords(kind, person);
      if (identity && relation && listed.isNewIdentity(identity)) yield* [identity, relation];
    } else yield rejected(path, null, 'This entry names nobody.', sample);
  }
}

async function peopleIn(file: ArchiveFile, zone: string): Promise<Row[]> {
  if (isPage(file.path)) return blocksOf(mainOf(await loadPage(file))).map((block) => ({ person: personOfBlock(block, zone), sample: block.date }));
  const value = await loadJson(file);
  const rows = Array.isArray(value) ? list(value) : Object.values(dict(value) ?? {}).flatMap(list);
  return rows.map((row) => ({ person: personOfJson(row), sample: sampleOf(row) }));
}

/** Kinds of parts of which something is missing, or may be. */
function partialKinds({ parts }: Recognition, damaged: ReadonlySet<PartKind>, isRange: boolean): Set<PartKind> {
  const kinds = new Set(parts.map(({ kind }) => kind).filter(isPartKind));
  const paths = (kind: PartKind) => parts.filter((part) => part.kind === kind).map(({ path }) => path);
  return new Set([...kinds].filter((kind) => isRange || damaged.has(kind) || hasGap(paths(kind)) || isFromPages(paths(kind), kind)));
}

/** Dates keep people of one name apart, and pages give them less exactly than JSON: the two can't be compared. */
const isFromPages = (paths: readonly string[], kind: PartKind): boolean => LISTS[kind] !== undefined && paths.some(isPage);

/** Requests are answered and leave their list: two of those can't be compared. */
function snapshots({ generatedAt, parts }: Recognition, listed: ReadonlySet<PartKind>, partial: ReadonlySet<PartKind>): SnapshotRecord[] {
  if (generatedAt === null) return [];
  const compared: readonly PartKind[] = ['friends', 'followers', 'following'];
  return compared.flatMap((kind) => {
    const meaning = LISTS[kind];
    // An empty list is what an export of a few days holds: nobody left because of it.
    const complete = listed.has(kind) && !partial.has(kind);
    return meaning && parts.some((part) => part.kind === kind) ? [{ kind: meaning.relation, complete, at: generatedAt }] : [];
  });
}
