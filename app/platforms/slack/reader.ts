/** Reads a Slack export: its people, then each conversation day by day. */
import type { CanonicalRecord } from '../../domain/activity';
import type { Archive, ArchiveReader, Own, ReadItem, ReadResult, Recognition } from '../contract';
import { CoverageKeeper } from '../reading/coverage';
import { Introduced } from '../reading/introduced';
import { leftOut, rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { ConversationReader } from './conversation-reader';
import type { Workspace } from './conversation-reader';
import { readDay } from './days';
import { layoutOf, readConversations, readMembers } from './layout';
import type { Layout } from './layout';
import { findOwner } from './owner';
import { notThere, recognise } from './recognise';
import { identityRecord, slackIdentity } from './roster';

const SHOWN = {
  messages: [
    { kind: 'message', direction: 'in', listed: false },
    { kind: 'message', direction: 'out', listed: false },
  ],
} as const;

const BOTS = 'Bots and apps among the members.';
const DAMAGED = 'The messages of this day are damaged and can’t be read.';

export const slackReader: ArchiveReader = {
  platform: 'slack',
  version: 1,
  recognise,
  findOwner,
  read,
};

async function* read(archive: Archive, recognition: Recognition, own: Own): AsyncGenerator<ReadItem, ReadResult> {
  const coverage = new CoverageKeeper(SHOWN);
  const layout = layoutOf(archive);
  const workspace: Workspace = { own, members: await readMembers(layout), introduced: new Introduced() };
  const conversations = new Map((await readConversations(layout)).map((conversation) => [`${conversation.folder}/`, conversation]));
  let bytesBefore = 0;
  let peopleGiven = false;
  for (const [part, { path, kind, size }] of recognition.parts.entries()) {
    if (kind === 'people') {
      const records: CanonicalRecord[] = peopleGiven ? [] : peopleOf(workspace, path);
      peopleGiven = true;
      for (const [row, record] of records.entries()) yield { record, part, row: row + 1, bytes: bytesBefore + size };
    } else {
      const conversation = conversations.get(path);
      if (!conversation) throw notThere(path, archive.name);
      const tally = new LeftOutTally(path);
      for await (const item of readConversation(layout, new ConversationReader(conversation, workspace, tally), conversation.folder, tally)) {
        coverage.note('messages', item.record);
        yield { ...item, part, bytes: bytesBefore + item.bytes };
      }
    }
    bytesBefore += size;
  }
  return { coverage: coverage.result(recognition.generatedAt), ...snapshotsOf(workspace, recognition) };
}

async function* readConversation(layout: Layout, reader: ConversationReader, folder: string, tally: LeftOutTally): AsyncGenerator<Omit<ReadItem, 'part'>> {
  let row = 0;
  let bytes = 0;
  for (const record of reader.introduce()) yield { record, row, bytes };
  for (const file of layout.days.get(folder) ?? []) {
    const day = await readDay(file);
    bytes += file.size;
    if (day === null) yield { record: rejected(file.path, null, DAMAGED), row: (row += 1), bytes };
    for (const message of day ?? []) {
      row += 1;
      for (const record of reader.read(message, file.path)) yield { record, row, bytes };
    }
  }
  for (const record of tally.records()) yield { record, row, bytes };
}

/** Members are an audience: whoever said something to the user comes out of the messages. */
function peopleOf({ members, own }: Workspace, path: string): CanonicalRecord[] {
  const mine = new Set(own.identities.map(({ key }) => key));
  const people = [...members.values()].filter(({ isBot }) => !isBot);
  const bots = members.size - people.length;
  return [
    ...people.flatMap((member): CanonicalRecord[] => [
      identityRecord(member),
      ...(member.isDeleted || mine.has(member.id)
        ? []
        : [{ record: 'relation', identity: slackIdentity(member.id), kind: 'member', since: null, sinceBasis: 'first_seen' } as const]),
    ]),
    ...(bots > 0 ? [leftOut(path, BOTS, bots)] : []),
  ];
}

/** users.json has everybody of the workspace, those who left included. */
const snapshotsOf = ({ members }: Workspace, { generatedAt }: Recognition): Pick<ReadResult, 'snapshots'> =>
  members.size > 0 && generatedAt !== null ? { snapshots: [{ kind: 'member', complete: true, at: generatedAt }] } : {};
