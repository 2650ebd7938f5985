/** Reads tables of people from beginning to end, row by row. */
import type { CanonicalRecord, SnapshotRecord } from '../../domain/activity';
import type { ReadingAnswers } from '../../domain/imports/questions';
import type { Archive, ArchiveReader, Own, OwnerFinding, ReadItem, ReadResult, Recognition } from '../contract';
import type { DateReading } from '../csv/dates';
import { TableRow } from '../csv/table';
import type { BrokenRecord } from '../csv/tokenizer';
import { CoverageKeeper } from '../reading/coverage';
import { rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { columnsOf } from './columns';
import type { Column } from './columns';
import { surveyTables, toldOrder } from './survey';
import type { Survey } from './survey';
import { isWhole, listOf, shownBy } from './list-context';
import { readPerson } from './person';
import type { RowContext } from './fill';
import { PersonRecords } from './person-records';
import type { ListContext } from './person-records';
import { ask, suggestedOrder } from './questions';
import { ADDRESS_BOOKS, NEWSLETTERS } from './presets';
import { recogniserOf } from './recognise';
import { rowsOf, tablesOf } from './tables';
import type { PeopleTable } from './tables';

/** One reader per kind of list, so that an archive with several of them gives each. */
export const newsletterReader: ArchiveReader = {
  platform: 'newsletter',
  version: 1,
  recognise: recogniserOf(NEWSLETTERS),
  findOwner,
  ask,
  read,
};

export const addressBookReader: ArchiveReader = {
  platform: 'crm',
  version: 1,
  recognise: recogniserOf(ADDRESS_BOOKS),
  findOwner,
  ask,
  read,
};

export const anyTableReader: ArchiveReader = {
  platform: 'csv',
  version: 1,
  lastResort: true,
  recognise: recogniserOf([]),
  findOwner,
  ask,
  read,
};

const REPEATED_HEADER = 'Lines of headings that stand in the table again.';
const CONSENT_UNKNOWN = 'Mailchimp says only in a file’s name whether its people may be mailed, and this name does not: people kept without a word about mail.';

/** A list of people says nothing about whose it is; its label stands for the account. */
async function findOwner(): Promise<OwnerFinding> {
  return { certain: true, candidates: [] };
}

/** One table of the archive, ready to be read. */
interface Part {
  table: PeopleTable;
  columns: Column[];
  list: ListContext;
  /** How dates and phone numbers are written. */
  written: Pick<RowContext, 'dates' | 'home'>;
}

async function* read(archive: Archive, recognition: Recognition, _own: Own, answers: ReadingAnswers): AsyncGenerator<ReadItem, ReadResult> {
  const found = (await tablesOf(archive, recognition)).map(({ table, looks }) => ({ table, columns: columnsOf(table, looks, answers) }));
  const survey = await surveyTables(found);
  const asOf = recognition.generatedAt ?? survey.latest ?? today();
  const parts = found.map((one): Part => ({ ...one, list: listOf(one, recognition, answers, asOf), written: { dates: datesOf(one.table, survey, answers), home: survey.home } }));
  const coverage = new CoverageKeeper(shownBy(parts.map(({ list }) => list.relation), isWhole(parts.map(({ table }) => table))));
  let bytesBefore = 0;
  for (const [index, part] of parts.entries()) {
    for await (const batch of readPart(part)) {
      for (const { record, row, bytes } of batch) {
        coverage.note(part.list.relation ?? '', record);
        yield { record, part: index, row, bytes: bytesBefore + bytes };
      }
    }
    bytesBefore += part.table.file.size;
  }
  const covered = coverage.result(recognition.generatedAt);
  return { coverage: covered, snapshots: snapshotsOf(parts, covered.every(({ complete }) => complete) && covered.length > 0, asOf) };
}

/** A list that doesn't say when it was made is as of the day on which it is read. */
const today = (): number => new Date().setUTCHours(0, 0, 0, 0);

function datesOf({ preset, header }: PeopleTable, survey: Survey, answers: ReadingAnswers): RowContext['dates'] {
  const unsaid = preset?.dateOrder ?? answers.dateOrder ?? suggestedOrder(header.delimiter);
  const zone: Pick<DateReading, 'zone'> = preset?.timesAreUtc ? { zone: 'stated utc' } : answers.zone === undefined ? {} : { zone: answers.zone };
  return (column) => ({ order: toldOrder(survey, column) ?? unsaid, ...zone });
}

function snapshotsOf(parts: readonly Part[], complete: boolean, at: number): SnapshotRecord[] {
  const kinds = [...new Set(parts.map(({ list }) => list.relation))].filter((kind) => kind !== null);
  return kinds.map((kind) => ({ kind, complete, at }));
}

/** A record of one part, with the rows and bytes of that part so far. */
type PartItem = Pick<ReadItem, 'record' | 'row' | 'bytes'>;

async function* readPart(part: Part): AsyncGenerator<PartItem[]> {
  const { path } = part.table.file;
  const tally = new LeftOutTally(path);
  const people = new PersonRecords(part.list);
  let row = 0;
  let bytes = 0;
  for await (const batch of rowsOf(part.table)) {
    bytes += batch.bytes;
    if (batch.repeated > 0) tally.add(REPEATED_HEADER, batch.repeated);
    const items: PartItem[] = [];
    for (const found of batch.rows) {
      row += 1;
      for (const record of recordsOf(found, part, people, tally)) items.push({ record, row, bytes });
    }
    yield items;
  }
  yield tally.records().map((record) => ({ record, row, bytes }));
}

/** The records of one row; what it leaves out goes to the tally. */
function recordsOf(row: TableRow | BrokenRecord, { table, columns, list, written }: Part, people: PersonRecords, tally: LeftOutTally): CanonicalRecord[] {
  const { path } = table.file;
  if (!(row instanceof TableRow)) return [rejected(path, row.line, row.problem, row.sample)];
  const left: string[] = [];
  const person = readPerson(row.cells, columns, { ...written, leaveOut: (reason) => left.push(reason) });
  const records = people.recordsOf(person);
  // A row that is shown or counted as a whole is not counted by its cells as well.
  if ('nobody' in records) {
    if (!records.leftOut) return [rejected(path, row.line, records.nobody, row.sample())];
    tally.add(records.nobody);
    return [];
  }
  if (table.preset?.consentInName && list.consentOfFile === null && person.consents.length === 0) left.push(CONSENT_UNKNOWN);
  for (const reason of left) tally.add(reason);
  return records;
}
