/** Reads a LinkedIn export from beginning to end, row by row. */
import type { CanonicalRecord, IdentityRef, LeftOutRecord } from '../../domain/activity';
import type { Archive, ArchiveReader, ReadItem, ReadResult, Recognition } from '../contract';
import { readTable, TableRow } from '../csv/table';
import { connectionReader, HIDDEN } from './connections';
import { CoverageKeeper } from './coverage';
import { invitationReader } from './invitations';
import { PART_KINDS, SHAPES } from './known-files';
import type { PartKind } from './known-files';
import { MessageReader } from './messages';
import { Own } from './own';
import { findOwner } from './owner';
import type { PartReader } from './part-reader';
import { leftOut } from './part-reader';
import { dateOrder, fileOf, gatherCasts } from './parts';
import { recognise } from './recognise';

export const linkedinReader: ArchiveReader = {
  platform: 'linkedin',
  version: 1,
  accepts: 'a LinkedIn data export (the zip as LinkedIn sent it, its folder, or Connections.csv, messages.csv or Invitations.csv alone)',
  recognise,
  findOwner,
  read,
};

async function* read(
  archive: Archive,
  recognition: Recognition,
  own: { identities: IdentityRef[]; displayName: string },
): AsyncGenerator<ReadItem, ReadResult> {
  const coverage = new CoverageKeeper();
  const readers = await partReaders(archive, recognition, own);
  let bytesBefore = 0;
  for (const [part, { path, kind, size }] of recognition.parts.entries()) {
    const shape = SHAPES[PART_KINDS.find((known) => known === kind) ?? 'profile'];
    const reader = readers[shape.kind];
    if (reader) {
      for await (const item of readPart(archive, path, shape.kind, reader)) {
        coverage.note(kind, item.record);
        if (item.record.record === 'left_out' && item.record.reason === HIDDEN) coverage.incomplete(kind);
        yield { record: item.record, part, row: item.row, bytes: bytesBefore + item.bytes };
      }
    }
    bytesBefore += size;
  }
  return { coverage: coverage.result(recognition.generatedAt) };
}

/** One reader per kind of table; the profile only tells whose archive it is. */
async function partReaders(
  archive: Archive,
  recognition: Recognition,
  { identities, displayName }: { identities: IdentityRef[]; displayName: string },
): Promise<Partial<Record<PartKind, PartReader>>> {
  const casts = await gatherCasts(archive, recognition);
  const own = new Own(identities, displayName, identities.flatMap((identity) => casts.person(identity)?.displayName ?? []));
  const order = (kind: PartKind, column: string) => dateOrder(archive, recognition, kind, column);
  return {
    connections: connectionReader(await order('connections', 'connected on')),
    messages: new MessageReader(own, casts, await order('messages', 'date')),
    invitations: invitationReader(own, await order('invitations', 'sent at')),
  };
}

async function* readPart(
  archive: Archive,
  path: string,
  kind: PartKind,
  reader: PartReader,
): AsyncGenerator<{ record: CanonicalRecord; row: number; bytes: number }> {
  const tally = new Tally(path);
  let row = 0;
  let bytes = 0;
  for await (const batch of readTable(fileOf(archive, path), SHAPES[kind])) {
    bytes += batch.bytes;
    for (const found of batch.rows) {
      row += 1;
      if (!(found instanceof TableRow)) {
        yield { record: { record: 'rejected', file: path, line: found.line, reason: found.problem, sample: found.sample }, row, bytes };
        continue;
      }
      tally.noteUnknownColumns(found, SHAPES[kind].columns);
      for (const record of reader.read(found, path)) {
        if (record.record === 'left_out') tally.add(record.reason, record.count);
        else yield { record, row, bytes };
      }
    }
  }
  for (const record of tally.records()) yield { record, row, bytes };
}

/** Counts what is left out of one file, so that each reason is reported once. */
class Tally {
  readonly #counts = new Map<string, number>();

  constructor(private readonly file: string) {}

  add(reason: string, count: number): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }

  /** Columns LinkedIn may add one day: their content is counted, so that nothing is dropped silently. */
  noteUnknownColumns(row: TableRow, known: readonly string[]): void {
    for (const [column, index] of row.columns) {
      if (!known.includes(column) && row.cells[index]) this.add(`The column “${column.slice(0, 60)}” is not known and was not read.`, 1);
    }
  }

  records(): LeftOutRecord[] {
    return [...this.#counts].map(([reason, count]) => leftOut(this.file, reason, count));
  }
}
