/** The rows of an archive's parts, by kind. */
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { readTable, TableRow } from '../csv/table';
import { Casts } from './cast';
import { orderToldBy } from './dates';
import type { DateOrder } from './dates';
import { SHAPES } from './known-files';
import type { PartKind } from './known-files';
import { noteCast } from './messages';

/** The file of a part. The archive may have been opened anew since it was recognised. */
export function fileOf(archive: Archive, path: string): ArchiveFile {
  const file = archive.files.find((candidate) => candidate.path === path);
  if (!file) throw new ArchiveProblem(`${path} is no longer in ${archive.name}. Choose the archive again.`);
  return file;
}

/** All good rows of one kind of table. */
export async function* rowsOf(
  archive: Archive,
  recognition: Recognition,
  kind: PartKind,
): AsyncGenerator<{ row: TableRow; file: string }> {
  for (const part of recognition.parts) {
    if (part.kind !== kind) continue;
    for await (const batch of readTable(fileOf(archive, part.path), SHAPES[kind])) {
      for (const row of batch.rows) if (row instanceof TableRow) yield { row, file: part.path };
    }
  }
}

/** Finding the owner and reading both need them: as long as a recognition is held, they are gathered once. */
const gathered = new WeakMap<Recognition, Promise<Casts>>();

/** First pass over the messages. */
export function gatherCasts(archive: Archive, recognition: Recognition): Promise<Casts> {
  const known = gathered.get(recognition);
  if (known) return known;
  const casts = gather(archive, recognition);
  gathered.set(recognition, casts);
  return casts;
}

async function gather(archive: Archive, recognition: Recognition): Promise<Casts> {
  const casts = new Casts();
  for await (const { row } of rowsOf(archive, recognition, 'messages')) noteCast(casts, row);
  return casts;
}

/**
 * Whether a table's 3/4/2021 means March or April, told by the first date in it that can be only one of them. LinkedIn's
 * own dates name the month or put the year first, and then the first row ends the search.
 */
export async function dateOrder(
  archive: Archive,
  recognition: Recognition,
  kind: PartKind,
  column: string,
): Promise<DateOrder> {
  for await (const { row } of rowsOf(archive, recognition, kind)) {
    const written = row.cell(column);
    const told = written.trim() === '' ? null : orderToldBy(written);
    if (told !== null) return told === 'named' ? 'month-first' : told;
  }
  return 'month-first';
}
