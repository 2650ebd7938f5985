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

/** WhatsApp leaves out what is older than the newest 10,000 messages with media, 40,000 without. */
const CUT_FROM = 10_000;

export const whatsappReader: ArchiveReader = {
  platform: 'whatsapp',
  version: 1,
  accepts: 'WhatsApp chats (“Export chat” on a phone: the zip, or its text file)',
  recognise,
  findOwner,
  ask,
  read,
};

async function* read(archive: Archive, recognition: Recognition, own: Own, answers: ReadingAnswers): AsyncGenerator<ReadItem, ReadResult> {
  const span = new Span();
  let bytesBefore = 0;
  for (const [part, { path, size }] of recognition.parts.entries()) {
    const chat = span.chat();
    for await (const item of readPart(archive, path, own, answers)) {
      if (item.record.record === 'interaction') chat.note(item.record.occurredAt?.at ?? null);
      yield { ...item, part, bytes: bytesBefore + item.bytes };
    }
    chat.end();
    bytesBefore += size;
  }
  return { coverage: span.coverage(recognition.generatedAt) };
}

async function* readPart(archive: Archive, path: string, own: Own, answers: ReadingAnswers): AsyncGenerator<Omit<ReadItem, 'part'>> {
  const file = fileOf(archive, path);
  const survey = await surveyChat(file, archive.name);
  const isOwn = ownAuthors(own);
  const scene = setScene(survey, own, isOwn);
  const tally = new LeftOutTally(path);
  const reader = new ChatReader({ scene, own, isOwn, order: orderFor(survey, answers), zone: answers.zone ?? 'UTC' }, tally);
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

  chat(): { note: (at: number | null) => void; end: () => void } {
    let first = Number.POSITIVE_INFINITY;
    let messages = 0;
    return {
      note: (at) => {
        messages += 1;
        if (at === null) return;
        first = Math.min(first, at);
        this.#last = Math.max(this.#last, at);
      },
      end: () => {
        this.#first = Math.min(this.#first, first);
        if (messages >= CUT_FROM && Number.isFinite(first)) this.#cut = Math.max(this.#cut, first);
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
