/** Reads WhatsApp chats, one text file each, from beginning to end. */
import type { CoverageRecord } from '../../domain/activity';
import type { ReadingAnswers } from '../../domain/imports/questions';
import type { Archive, ArchiveReader, Own, ReadItem, ReadResult, Recognition } from '../contract';
import { fileOf } from '../reading/part-file';
import { LeftOutTally } from '../reading/tally';
import { readChat } from './chat-text';
import { ChatReader } from './messages';
import { findOwner } from './owner';
import { ask, orderFor } from './questions';
import { recognise } from './recognise';
import { introduce, ownAuthors, setScene } from './scene';
import { surveyChat } from './survey';

/** WhatsApp leaves out what is older than the newest so many messages: fewer where pictures come along. */
const MOST_WITH_MEDIA = 10_000;
const MOST_WITHOUT_MEDIA = 40_000;

export const whatsappReader: ArchiveReader = {
  platform: 'whatsapp',
  version: 1,
  recognise,
  findOwner,
  ask,
  read,
};

async function* read(archive: Archive, recognition: Recognition, own: Own, answers: ReadingAnswers): AsyncGenerator<ReadItem, ReadResult> {
  const span = new Span();
  const most = archive.files.length > recognition.parts.length ? MOST_WITH_MEDIA : MOST_WITHOUT_MEDIA;
  let bytesBefore = 0;
  for (const [part, { path, size }] of recognition.parts.entries()) {
    const chat = span.chat();
    let messages = 0;
    for await (const item of readPart(archive, path, own, answers)) {
      messages = item.row;
      if (item.record.record === 'interaction') chat.note(item.record.occurredAt?.at ?? null);
      yield { ...item, part, bytes: bytesBefore + item.bytes };
    }
    chat.end(messages >= most);
    bytesBefore += size;
  }
  return { coverage: span.coverage(recognition.generatedAt) };
}

async function* readPart(archive: Archive, path: string, own: Own, answers: ReadingAnswers): AsyncGenerator<Omit<ReadItem, 'part'>> {
  const file = fileOf(archive, path);
  const survey = await surveyChat(file, archive.name);
  const scene = setScene(survey, own, ownAuthors(own));
  const tally = new LeftOutTally(path);
  const reader = new ChatReader({ scene, own, order: orderFor(survey, answers), zone: answers.zone ?? 'UTC' }, tally);
  let row = 0;
  let read = 0;
  for (const record of introduce(scene, own)) yield { record, row, bytes: 0 };
  for await (const { found, bytes } of readChat(file)) {
    read = Math.max(read, bytes);
    for (const message of found) {
      row += 1;
      for (const record of reader.read(message, path)) yield { record, row, bytes: read };
    }
  }
  for (const record of tally.records()) yield { record, row, bytes: read };
}

/** From when on silence means something: in a chat that was cut off, from its first message that is left. */
class Span {
  #first = Number.POSITIVE_INFINITY;
  #cut = Number.NEGATIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  chat(): { note: (at: number | null) => void; end: (isCut: boolean) => void } {
    let first = Number.POSITIVE_INFINITY;
    return {
      note: (at) => {
        if (at === null) return;
        first = Math.min(first, at);
        this.#last = Math.max(this.#last, at);
      },
      end: (isCut) => {
        this.#first = Math.min(this.#first, first);
        if (isCut && Number.isFinite(first)) this.#cut = Math.max(this.#cut, first);
      },
    };
  }

  coverage(generatedAt: number | null): CoverageRecord[] {
    if (!Number.isFinite(this.#first)) return [];
    const from = Math.max(this.#first, this.#cut);
    const to = Math.max(this.#last, generatedAt ?? this.#last);
    return (['in', 'out'] as const).map((direction) => ({ kind: 'message', direction, from, to, complete: false }));
  }
}
