/** Reads a whole export into lists, the way an import does, for looking at. */
import type {
  ConversationRecord, IdentityRecord, IdentityRef, InteractionRecord, LeftOutRecord, RejectedRecord, RelationRecord,
} from '../../../app/domain/activity';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { recogniseArchive } from '../../../app/platforms/archive/recognise-archive';
import type { OwnerFinding, ReadItem, ReadResult, Recognition } from '../../../app/platforms/contract';
import { PLATFORM_MODULES } from '../../../app/platforms/registry';
import type { Files } from '../../fixtures/linkedin/zip';
import { zipOnDisk } from '../../fixtures/linkedin/zip';

export interface ReadExport {
  recognition: Recognition;
  owner: OwnerFinding;
  items: ReadItem[];
  identities: IdentityRecord[];
  relations: RelationRecord[];
  conversations: ConversationRecord[];
  interactions: InteractionRecord[];
  messages: InteractionRecord[];
  rejected: RejectedRecord[];
  leftOut: LeftOutRecord[];
  coverage: ReadResult['coverage'];
}

/** Opens, recognises, finds the owner (or takes the one given) and reads to the end. */
export async function readExport(
  path: string,
  name: string,
  own?: { identities: IdentityRef[]; displayName: string },
): Promise<ReadExport> {
  const archive = await openArchive(path, name);
  try {
    const { reader, recognition } = await recogniseArchive(archive, PLATFORM_MODULES);
    const owner = await reader.findOwner(archive, recognition);
    const [surest] = owner.candidates;
    const me = own ?? { identities: surest ? [surest.identity] : [], displayName: surest?.displayName ?? '' };
    const items: ReadItem[] = [];
    const reading = reader.read(archive, recognition, me);
    for (;;) {
      const next = await reading.next();
      if (next.done) return { recognition, owner, items, ...byRecord(items), coverage: next.value.coverage };
      items.push(next.value);
    }
  } finally {
    await archive.close();
  }
}

export const readFiles = async (files: Files, name = 'export.zip', own?: { identities: IdentityRef[]; displayName: string }) =>
  readExport(await zipOnDisk('upload', files), name, own);

function byRecord(items: readonly ReadItem[]) {
  const identities: IdentityRecord[] = [];
  const relations: RelationRecord[] = [];
  const conversations: ConversationRecord[] = [];
  const interactions: InteractionRecord[] = [];
  const rejected: RejectedRecord[] = [];
  const leftOut: LeftOutRecord[] = [];
  for (const { record } of items) {
    if (record.record === 'identity') identities.push(record);
    else if (record.record === 'relation') relations.push(record);
    else if (record.record === 'conversation') conversations.push(record);
    else if (record.record === 'interaction') interactions.push(record);
    else if (record.record === 'rejected') rejected.push(record);
    else leftOut.push(record);
  }
  const messages = interactions.filter(({ kind }) => kind === 'message');
  return { identities, relations, conversations, interactions, messages, rejected, leftOut };
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

/** A table of messages with the columns of 2024, for cases of one's own. */
export const MESSAGE_COLUMNS = [
  'CONVERSATION ID', 'CONVERSATION TITLE', 'FROM', 'SENDER PROFILE URL', 'TO', 'RECIPIENT PROFILE URLS', 'DATE',
  'SUBJECT', 'CONTENT', 'FOLDER', 'ATTACHMENTS', 'IS MESSAGE DRAFT',
] as const;

const ADA = { name: 'Ada Ito', url: 'https://www.linkedin.com/in/ada-ito' };
const ME = { name: 'Jordan Pike', url: 'https://www.linkedin.com/in/jordanpike' };
export const OWN: { identities: IdentityRef[]; displayName: string } = {
  identities: [{ platform: 'linkedin', kind: 'handle', key: 'jordanpike', scope: '' }],
  displayName: 'Jordan Pike',
};

/** A row from Ada to Jordan (or back with `out`), with whatever else the case is about. */
export function messageFields(fields: Record<string, string> = {}, out = false): Record<string, string> {
  const [from, to] = out ? [ME, ADA] : [ADA, ME];
  return {
    'CONVERSATION ID': '2-ada==', FROM: from.name, 'SENDER PROFILE URL': from.url, TO: to.name,
    'RECIPIENT PROFILE URLS': to.url, DATE: '2024-05-01 10:00:00 UTC', CONTENT: 'Hello', FOLDER: 'INBOX',
    'IS MESSAGE DRAFT': 'No', ...fields,
  };
}
