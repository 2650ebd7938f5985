/** Reads a whole export into lists, the way an import does, for looking at. */
import type {
  AggregateRecord, ConsentRecord, ConversationRecord, IdentityRecord, IdentityRef, InteractionRecord, LeftOutRecord,
  ProfileRecord, RejectedRecord, RelationRecord, SamePersonRecord, SnapshotRecord,
} from '../../app/domain/activity';
import type { ReadingAnswers, ReadingQuestion } from '../../app/domain/imports/questions';
import { openArchive } from '../../app/platforms/archive/open-archive';
import { recogniseArchive } from '../../app/platforms/archive/recognise-archive';
import type { Own, OwnerFinding, ReadItem, ReadResult, Recognition } from '../../app/platforms/contract';
import { PLATFORM_MODULES } from '../../app/platforms/registry';
import type { Files } from '../fixtures/zip';
import { onDisk, zipOnDisk } from '../fixtures/zip';

export interface ReadExport {
  recognition: Recognition;
  owner: OwnerFinding;
  questions: ReadingQuestion[];
  items: ReadItem[];
  identities: IdentityRecord[];
  relations: RelationRecord[];
  conversations: ConversationRecord[];
  interactions: InteractionRecord[];
  messages: InteractionRecord[];
  rejected: RejectedRecord[];
  leftOut: LeftOutRecord[];
  samePerson: SamePersonRecord[];
  consents: ConsentRecord[];
  aggregates: AggregateRecord[];
  profiles: ProfileRecord[];
  coverage: ReadResult['coverage'];
  snapshots: SnapshotRecord[];
}

/** Opens, recognises, finds the owner (or takes the one given) and reads to the end. */
export async function readExport(
  path: string,
  name: string,
  own?: Own,
  answers: ReadingAnswers = {},
): Promise<ReadExport> {
  const archive = await openArchive(path, name);
  try {
    const [{ reader, recognition }] = await recogniseArchive(archive, PLATFORM_MODULES);
    const owner = await reader.findOwner(archive, recognition);
    const [surest] = owner.candidates;
    const me = own ?? { identities: surest ? [surest.identity, ...(surest.also ?? [])] : [], displayName: surest?.displayName ?? '' };
    const questions = (await reader.ask?.(archive, recognition)) ?? [];
    const items: ReadItem[] = [];
    const reading = reader.read(archive, recognition, me, answers);
    for (;;) {
      const next = await reading.next();
      if (next.done) {
        const { coverage, snapshots = [] } = next.value;
        return { recognition, owner, questions, items, ...byRecord(items), coverage, snapshots };
      }
      items.push(next.value);
    }
  } finally {
    await archive.close();
  }
}

/** The files as a zip. */
export const readFiles = async (files: Files, name = 'export.zip', own?: Own, answers: ReadingAnswers = {}) =>
  readExport(await zipOnDisk('upload', files), name, own, answers);

/** One file by itself. */
export const readFile = async (name: string, content: string | Buffer, own?: Own, answers: ReadingAnswers = {}) =>
  readExport(await onDisk('upload', content), name, own, answers);

function byRecord(items: readonly ReadItem[]) {
  const identities: IdentityRecord[] = [];
  const relations: RelationRecord[] = [];
  const conversations: ConversationRecord[] = [];
  const interactions: InteractionRecord[] = [];
  const rejected: RejectedRecord[] = [];
  const leftOut: LeftOutRecord[] = [];
  const samePerson: SamePersonRecord[] = [];
  const consents: ConsentRecord[] = [];
  const aggregates: AggregateRecord[] = [];
  const profiles: ProfileRecord[] = [];
  for (const { record } of items) {
    if (record.record === 'identity') identities.push(record);
    else if (record.record === 'relation') relations.push(record);
    else if (record.record === 'conversation') conversations.push(record);
    else if (record.record === 'interaction') interactions.push(record);
    else if (record.record === 'rejected') rejected.push(record);
    else if (record.record === 'left_out') leftOut.push(record);
    else if (record.record === 'same_person') samePerson.push(record);
    else if (record.record === 'consent') consents.push(record);
    else if (record.record === 'aggregate') aggregates.push(record);
    else profiles.push(record);
  }
  const messages = interactions.filter(({ kind }) => kind === 'message');
  return { identities, relations, conversations, interactions, messages, rejected, leftOut, samePerson, consents, aggregates, profiles };
}

/** "handle:kofi-1188", "name:linkedin member@2-gone==". */
export const short = (identity: IdentityRef): string =>
  `${identity.kind}:${identity.key}${identity.scope ? `@${identity.scope}` : ''}`;

/** Messages as lines "2-kofi== in handle:kofi-1188 > handle:jordanpike: Thanks!", newest last. */
export const asLines = (messages: readonly InteractionRecord[]): string[] =>
  [...messages]
    .sort((a, b) => (a.occurredAt?.at ?? 0) - (b.occurredAt?.at ?? 0))
    .map((message) => {
      const targets = message.targets.map(({ identity }) => short(identity)).join(' ');
      return `${message.conversationExternalId} ${message.direction} ${short(message.actor)} > ${targets}: ${message.text ?? ''}`;
    });
