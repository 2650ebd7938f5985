/** Reads a LinkedIn export from beginning to end, row by row. */
import type { CanonicalRecord, IdentityRef, SnapshotRecord } from '../../domain/activity';
import type { Archive, ArchiveReader, ReadItem, ReadResult, Recognition } from '../contract';
import { readTable, TableRow } from '../csv/table';
import type { BrokenRecord } from '../csv/tokenizer';
import { CoverageKeeper } from '../reading/coverage';
import { rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { connectionReader, HIDDEN } from './connections';
import { invitationReader } from './invitations';
import { PART_KINDS, SHAPES, SHOWN } from './known-files';
import type { PartKind } from './known-files';
import { endorsementReader } from './endorsements';
import { MessageReader } from './messages';
import { Own } from './own';
import { findOwner } from './owner';
import type { PartReader } from './part-reader';
import { dateOrder, fileOf, gatherCasts } from './parts';
import { recognise } from './recognise';
import { recommendationReader } from './recommendations';

export const linkedinReader: ArchiveReader = {
  platform: 'linkedin',
  version: 2,
  recognise,
  findOwner,
  read,
};

async function* read(
  archive: Archive,
  recognition: Recognition,
  own: { identities: IdentityRef[]; displayName: string },
): AsyncGenerator<ReadItem, ReadResult> {
  const coverage = new CoverageKeeper(SHOWN);
  const readers = await partReaders(archive, recognition, own);
  let bytesBefore = 0;
  for (const [part, { path, kind, size }] of recognition.parts.entries()) {
    const shape = SHAPES[PART_KINDS.find((known) => known === kind) ?? 'profile'];
    const reader = readers[shape.kind];
    if (reader) {
      for await (const batch of readPart(archive, path, shape.kind, reader)) {
        for (const { record, row, bytes } of batch) {
          coverage.note(kind, record);
          if (record.record === 'left_out' && record.reason === HIDDEN) coverage.incomplete(kind);
          yield { record, part, row, bytes: bytesBefore + bytes };
        }
      }
    }
    bytesBefore += size;
  }
  return { coverage: coverage.result(recognition.generatedAt), snapshots: connectionsOf(recognition, coverage) };
}

/** The connections are all there are unless some hide; without a date they can't be compared. */
function connectionsOf({ parts, generatedAt }: Recognition, coverage: CoverageKeeper): SnapshotRecord[] {
  if (generatedAt === null || !parts.some(({ kind }) => kind === 'connections')) return [];
  return [{ kind: 'connection', complete: coverage.isComplete('connections'), at: generatedAt }];
}

/** One reader per kind of table; the profile only tells whose archive it is. */
async function partReaders(
  archive: Archive,
  recognition: Recognition,
  { identities, displayName }: { identities: IdentityRef[]; displayName: string },
): Promise<Partial<Record<PartKind, PartReader>>> {
  const casts = await gatherCasts(archive, recognition);
  const own = new Own(
    identities,
    displayName,
    identities.flatMap((identity) => casts.person(identity)?.displayName ?? []),
  );
  const order = (kind: PartKind, column: string) => dateOrder(archive, recognition, kind, column);
  return {
    connections: connectionReader(await order('connections', 'connected on')),
    messages: new MessageReader(own, casts, await order('messages', 'date')),
    invitations: invitationReader(own, await order('invitations', 'sent at')),
    endorsements: endorsementReader(own, await order('endorsements', 'endorsement date')),
    recommendations: recommendationReader(own, await order('recommendations', 'creation date')),
  };
}

/** A record of one part, with the rows and bytes of that part so far. */
type PartItem = Pick<ReadItem, 'record' | 'row' | 'bytes'>;

/** In batches as the file comes: a generator's every yield costs as much as reading a row. */
async function* readPart(
  archive: Archive,
  path: string,
  kind: PartKind,
  reader: PartReader,
): AsyncGenerator<PartItem[]> {
  const tally = new LeftOutTally(path);
  let row = 0;
  let bytes = 0;
  for await (const batch of readTable(fileOf(archive, path), SHAPES[kind])) {
    bytes += batch.bytes;
    const items: PartItem[] = [];
    for (const found of batch.rows) {
      row += 1;
      for (const record of recordsOf(found, path, kind, reader, tally)) items.push({ record, row, bytes });
    }
    yield items;
  }
  yield tally.records().map((record) => ({ record, row, bytes }));
}

/** The records of one row; what it leaves out goes to the tally. */
function recordsOf(
  row: TableRow | BrokenRecord,
  path: string,
  kind: PartKind,
  reader: PartReader,
  tally: LeftOutTally,
): CanonicalRecord[] {
  if (!(row instanceof TableRow)) {
    return [rejected(path, row.line, row.problem, row.sample)];
  }
  noteUnknownColumns(tally, row, SHAPES[kind].columns);
  return reader.read(row, path).filter((record) => {
    if (record.record === 'left_out') tally.add(record.reason, record.count);
    return record.record !== 'left_out';
  });
}

/** Columns LinkedIn may add one day: their content is counted, so that nothing is dropped silently. */
function noteUnknownColumns(tally: LeftOutTally, row: TableRow, known: readonly string[]): void {
  for (const [column, index] of row.columns) {
    if (!known.includes(column) && row.cells[index]) tally.add(`The column “${column.slice(0, 60)}” is not known and was not read.`);
  }
}
