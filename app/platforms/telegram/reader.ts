/** Reads a Telegram export, or single chats, from beginning to end. */
import type { AggregateRecord, CanonicalRecord, IdentityRecord } from '../../domain/activity';
import type { ReadingAnswers, ReadingQuestion } from '../../domain/imports/questions';
import type { Archive, ArchiveFile, ArchiveReader, Own, ReadItem, ReadResult, Recognition } from '../contract';
import { CoverageKeeper } from '../reading/coverage';
import type { PartItem } from '../reading/entries';
import { Introduced } from '../reading/introduced';
import { rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { TelegramChatReader } from './chat-reader';
import { leftOutReason, setScene } from './chats';
import type { Scene } from './chats';
import { readPieces } from './export-file';
import type { Piece } from './export-file';
import { findOwner } from './owner';
import { fileOf } from '../reading/part-file';
import { contactIn, frequentIn, userIdentity } from './people';
import { recognise } from './recognise';
import { surveyExport } from './survey';
import type { Survey } from './survey';

const SHOWN = {
  chats: [
    { kind: 'message', direction: 'in', listed: false },
    { kind: 'message', direction: 'out', listed: false },
  ],
} as const;

/** Messages looked at for times without a zone: an export has them in all messages or in none. */
const ENOUGH_UNZONED = 3;

const CUT_OFF = 'The file ends in the middle: what would follow is missing. Export it again.';
const NO_NUMBER = 'Entries of the address book with neither an account nor a number that can be read.';
const NOT_FREQUENT = 'Frequent contacts that are no people: bots, groups, channels.';

export const telegramReader: ArchiveReader = {
  platform: 'telegram',
  version: 1,
  recognise,
  findOwner,
  ask,
  read,
};

async function ask(archive: Archive, recognition: Recognition): Promise<ReadingQuestion[]> {
  for (const { path } of recognition.parts) {
    const isTold = ({ unzoned, chats }: Survey) => unzoned.length >= ENOUGH_UNZONED || [...chats.values()].some(({ messages }) => messages > 100);
    const { unzoned } = await surveyExport(fileOf(archive, path), isTold);
    const examples = unzoned.filter((example) => example !== '');
    if (examples.length > 0) return [{ asks: 'zone', examples }];
  }
  return [];
}

async function* read(archive: Archive, recognition: Recognition, own: Own, answers: ReadingAnswers): AsyncGenerator<ReadItem, ReadResult> {
  const coverage = new CoverageKeeper(SHOWN);
  const introduced = new Introduced();
  let bytesBefore = 0;
  for (const [part, { path, size }] of recognition.parts.entries()) {
    const file = fileOf(archive, path);
    const survey = await surveyExport(file);
    const reader = new ExportReader(survey, { own, zone: answers.zone ?? 'UTC', file: path, introduced, asOf: recognition.generatedAt ?? survey.latest });
    for await (const items of readPart(file, reader)) {
      for (const { record, row, bytes } of items) {
        if (record.record === 'interaction') coverage.note('chats', record);
        yield { record, part, row, bytes: bytesBefore + bytes };
      }
    }
    bytesBefore += size;
  }
  return { coverage: coverage.result(recognition.generatedAt) };
}

/** In batches as the file comes: a generator's every yield costs as much as reading a message. */
async function* readPart(file: ArchiveFile, reader: ExportReader): AsyncGenerator<PartItem[]> {
  let row = 0;
  let read = 0;
  for await (const { pieces, bytes } of readPieces(file)) {
    const items: PartItem[] = [];
    for (const piece of pieces) {
      row += 1;
      for (const record of reader.read(piece)) items.push({ record, row, bytes });
    }
    read = bytes;
    yield items;
  }
  yield reader.leftOut().map((record) => ({ record, row, bytes: read }));
}

interface Setting {
  own: Own;
  zone: string;
  file: string;
  introduced: Introduced;
  /** When the export was made, as far as that is known. */
  asOf: number | null;
}

class ExportReader {
  readonly #tally: LeftOutTally;
  /** The chat being read: chats of one file come one after the other. */
  #chat: { key: string; reader: TelegramChatReader | null; reason: string } | null = null;

  constructor(private readonly survey: Survey, private readonly setting: Setting) {
    this.#tally = new LeftOutTally(setting.file);
  }

  read(piece: Piece): CanonicalRecord[] {
    const { file } = this.setting;
    switch (piece.is) {
      case 'message':
        return this.#message(piece.chat, piece.value);
      case 'contact':
        return this.#contact(piece.value);
      case 'frequent':
        return this.#frequent(piece.value);
      case 'section':
        this.#tally.add(`The section “${piece.name.slice(0, 60)}”, which says nothing about people.`);
        return [];
      case 'broken':
        return [rejected(file, null, `One ${piece.what} is damaged and can’t be read.`)];
      case 'cut off':
        return [rejected(file, null, CUT_OFF)];
      case 'owner':
      case 'chat':
        return [];
    }
  }

  leftOut(): CanonicalRecord[] {
    return this.#tally.records();
  }

  #message(key: string, value: unknown): CanonicalRecord[] {
    const before: CanonicalRecord[] = [];
    if (this.#chat?.key !== key) before.push(...this.#enter(key));
    if (!this.#chat?.reader) {
      this.#tally.add(this.#chat?.reason ?? 'Messages in a chat that is not known.');
      return before;
    }
    return [...before, ...this.#chat.reader.read(value)];
  }

  /** The next chat: the records that introduce it, or none where it is not read. */
  #enter(key: string): CanonicalRecord[] {
    const { own, zone, file, introduced } = this.setting;
    const chat = this.survey.chats.get(key);
    const reason = !chat || chat.id === '' ? 'Messages in a chat without a number to know it by.' : leftOutReason(chat);
    if (!chat || reason !== null) {
      this.#chat = { key, reader: null, reason: reason ?? '' };
      return [];
    }
    const scene = setScene(chat, own.identities);
    this.#chat = { key, reader: new TelegramChatReader(scene, { own: own.identities, zone, file, tally: this.#tally, introduced }), reason: '' };
    return introduce(scene, chat.senders, own, introduced);
  }

  #contact(value: unknown): CanonicalRecord[] {
    const contact = contactIn(value);
    if (!contact) this.#tally.add(NO_NUMBER);
    return contact && this.setting.introduced.isNewIdentity(contact, 'listed') ? [contact] : [];
  }

  #frequent(value: unknown): CanonicalRecord[] {
    const frequent = frequentIn(value);
    if (!frequent || this.setting.asOf === null) {
      this.#tally.add(frequent ? 'Ratings of frequent contacts without a date to keep them under.' : NOT_FREQUENT);
      return [];
    }
    const { identity, name, category, rating } = frequent;
    const person: IdentityRecord = { record: 'identity', ...identity, ...(name === '' ? {} : { displayName: name }), evidence: 'export' };
    const aggregate: AggregateRecord = { record: 'aggregate', identity, metric: 'contact_rating', window: category, value: rating, asOf: this.setting.asOf };
    return [...(this.setting.introduced.isNewIdentity(identity, name) ? [person] : []), aggregate];
  }
}

/** The people of a chat with the name they had last, the user first, and the chat. */
function introduce(scene: Scene, senders: ReadonlyMap<string, { name: string }>, own: Own, introduced: Introduced): CanonicalRecord[] {
  const records: CanonicalRecord[] = [];
  if (scene.self !== null && introduced.isNewIdentity(scene.self, own.displayName))
    records.push({ record: 'identity', ...scene.self, ...(own.displayName === '' ? {} : { displayName: own.displayName }), evidence: 'export' });
  for (const identity of scene.others) {
    const name = senders.get(identity.key)?.name || (scene.kind === 'dm' ? scene.title : '');
    if (!introduced.isNewIdentity(userIdentity(identity.key), name)) continue;
    records.push({ record: 'identity', ...identity, ...(name === '' ? { gone: true } : { displayName: name }), evidence: name === '' ? 'stub' : 'export' });
  }
  records.push({
    record: 'conversation',
    externalId: scene.conversation,
    kind: scene.kind,
    ...(scene.title === '' ? {} : { title: scene.title }),
    participants: [...(scene.self === null ? [] : [scene.self]), ...scene.others],
  });
  return records;
}
