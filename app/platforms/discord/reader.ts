/** Reads Discord's own package and the channels of DiscordChatExporter. */
import type { CanonicalRecord, IdentityRef } from '../../domain/activity';
import type { ReadingAnswers, ReadingQuestion } from '../../domain/imports/questions';
import type { Archive, ArchiveFile, ArchiveReader, Own, ReadItem, ReadResult, Recognition } from '../contract';
import { CoverageKeeper } from '../reading/coverage';
import { Introduced } from '../reading/introduced';
import { namedPerson } from '../reading/names';
import { rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { readLog, surveyLog } from './chat-log';
import { LogReader } from './log-reader';
import { LogTableReader, readLogTable, surveyLogTable } from './log-table';
import { findOwner } from './owner';
import { packageLayout, peopleIn, readAccount, readChannel, readIndex } from './package';
import type { PackageLayout } from './package';
import { OwnMessageReader, readOwnMessages } from './package-messages';
import { fileOf } from '../reading/part-file';
import type { Person } from './people';
import { PART_KINDS, recognise } from './recognise';
import { relationRecords } from './relationships';

/** Discord gives the user's own words alone; DiscordChatExporter both sides. */
const SHOWN = {
  'own messages': [{ kind: 'message', direction: 'out', listed: false }],
  channel: [
    { kind: 'message', direction: 'in', listed: false },
    { kind: 'message', direction: 'out', listed: false },
  ],
} as const;

const CUT_OFF = 'The file ends in the middle: what would follow is missing. Export the channel again.';
const NO_ACCOUNT = 'The account in this file can’t be read.';

export const discordReader: ArchiveReader = {
  platform: 'discord',
  version: 1,
  recognise,
  findOwner,
  ask,
  read,
};

async function ask(archive: Archive, recognition: Recognition): Promise<ReadingQuestion[]> {
  for (const { path, kind } of recognition.parts) {
    if (kind !== 'table') continue;
    const { unzoned } = await surveyLogTable(fileOf(archive, path));
    if (unzoned.length > 0) return [{ asks: 'zone', examples: unzoned }];
  }
  return [];
}

/** What the parts of one import share. */
interface Setting {
  self: IdentityRef | null;
  ownKeys: ReadonlySet<string>;
  ownKey: string;
  displayName: string;
  zone: string;
  introduced: Introduced;
  known: Map<string, Person>;
  layout: PackageLayout;
  /** What Discord calls each channel. */
  index: ReadonlyMap<string, string>;
}

type PartItem = Omit<ReadItem, 'part'>;

async function* read(archive: Archive, recognition: Recognition, own: Own, answers: ReadingAnswers): AsyncGenerator<ReadItem, ReadResult> {
  const coverage = new CoverageKeeper(SHOWN);
  const ids = own.identities.filter(({ platform, kind }) => platform === 'discord' && kind === 'id');
  const layout = packageLayout(archive);
  const setting: Setting = {
    self: ids[0] ?? null, ownKeys: new Set(ids.map(({ key }) => key)), ownKey: own.identities[0]?.key ?? '', displayName: own.displayName,
    zone: answers.zone ?? 'UTC', introduced: new Introduced(), known: new Map(),
    layout, index: await readIndex(layout.index),
  };
  let bytesBefore = 0;
  for (const [part, { path, kind: stated, size }] of recognition.parts.entries()) {
    const kind = PART_KINDS.find((known) => known === stated) ?? 'channel';
    for await (const item of readPart(archive, path, kind, setting)) {
      if (item.record.record === 'interaction') coverage.note(kind === 'own messages' ? kind : 'channel', item.record);
      yield { ...item, part, bytes: bytesBefore + item.bytes };
    }
    bytesBefore += size;
  }
  const hasAccount = recognition.parts.some(({ kind }) => kind === 'account');
  const at = recognition.generatedAt;
  return {
    coverage: coverage.result(at),
    ...(hasAccount && at !== null ? { snapshots: (['friend', 'blocked'] as const).map((kind) => ({ kind, complete: true, at })) } : {}),
  };
}

async function* readPart(archive: Archive, path: string, kind: (typeof PART_KINDS)[number], setting: Setting): AsyncGenerator<PartItem> {
  const file = fileOf(archive, path);
  const tally = new LeftOutTally(path);
  const reading = {
    account: () => readAccountPart(file, setting, tally),
    'own messages': () => readOwnPart(file, setting, tally),
    channel: () => readLogPart(file, setting, tally),
    table: () => readTablePart(file, setting, tally),
  }[kind];
  let [row, bytes] = [0, 0];
  for await (const item of reading()) {
    [row, bytes] = [item.row, item.bytes];
    yield item;
  }
  for (const record of tally.records()) yield { record, row, bytes };
}

async function* readAccountPart(file: ArchiveFile, setting: Setting, tally: LeftOutTally): AsyncGenerator<PartItem> {
  const account = await readAccount(file);
  if (!account) {
    yield { record: rejected(file.path, null, NO_ACCOUNT), row: 1, bytes: file.size };
    return;
  }
  for (const [id, person] of [...peopleIn(account.relationships), [account.owner.id, account.owner] as const]) setting.known.set(id, person);
  for (const [index, relationship] of account.relationships.entries()) {
    for (const record of relationRecords(relationship, file.path, setting.introduced)) {
      if (record.record === 'left_out') tally.add(record.reason, record.count);
      else yield { record, row: index + 1, bytes: file.size };
    }
  }
}

async function* readOwnPart(file: ArchiveFile, setting: Setting, tally: LeftOutTally): AsyncGenerator<PartItem> {
  const files = setting.layout.channels.find(({ messages }) => messages.path === file.path);
  if (!files) return;
  const channel = await readChannel(files, setting.index);
  const self = setting.self ?? namedPerson('discord', setting.displayName || 'me', 'owner');
  const reader = new OwnMessageReader(channel, { ...setting, self }, tally);
  yield* rowsOf(readOwnMessages(file), reader.introduce(), (row) => reader.read(row, file.path));
}

async function* readLogPart(file: ArchiveFile, setting: Setting, tally: LeftOutTally): AsyncGenerator<PartItem> {
  const log = await surveyLog(file);
  if (log.channel === '') log.channel = file.path;
  const reader = new LogReader(log, setting, tally);
  async function* batches() {
    for await (const { messages, bytes, cutOff } of readLog(file)) yield { rows: cutOff ? [...messages, 'cut off' as const] : messages, bytes };
  }
  yield* rowsOf(batches(), reader.introduce(), (row) => (row === 'cut off' ? [rejected(file.path, null, CUT_OFF)] : reader.read(row, file.path)));
}

async function* readTablePart(file: ArchiveFile, setting: Setting, tally: LeftOutTally): AsyncGenerator<PartItem> {
  const reader = new LogTableReader(await surveyLogTable(file), setting, setting.zone, tally);
  yield* rowsOf(readLogTable(file), reader.introduce(), (row) => reader.read(row, file.path));
}

/** The records that come first, then those of each row. */
async function* rowsOf<Row>(batches: AsyncIterable<{ rows: readonly Row[]; bytes: number }>, first: readonly CanonicalRecord[], records: (row: Row) => CanonicalRecord[]): AsyncGenerator<PartItem> {
  for (const record of first) yield { record, row: 0, bytes: 0 };
  let row = 0;
  for await (const { rows, bytes } of batches) {
    for (const one of rows) {
      row += 1;
      for (const record of records(one)) yield { record, row, bytes };
    }
  }
}
