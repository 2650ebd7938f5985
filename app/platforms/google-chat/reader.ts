/** Reads Google Chat out of Takeout, where everybody has an e-mail address. */
import type { Archive, ArchiveReader, Own, OwnerFinding, ReadItem, ReadResult, Recognition } from '../contract';
import { counted } from '../../lib/text';
import { CoverageKeeper } from '../reading/coverage';
import { Introduced } from '../reading/introduced';
import { readJsonValues } from '../reading/json-stream';
import { fileOf } from '../reading/part-file';
import { rejected } from '../reading/records';
import { takenOutAt } from '../reading/takeout';
import { LeftOutTally } from '../reading/tally';
import { unusedFiles } from '../reading/unused';
import { GroupReader } from './group-reader';
import { emailIdentity, infoOf, messageFiles, readGroup, readUser } from './groups';
import type { ChatPerson } from './groups';

const SHOWN = {
  chats: [
    { kind: 'message', direction: 'in', listed: false },
    { kind: 'message', direction: 'out', listed: false },
  ],
} as const;

const CUT_OFF = 'The file ends in the middle: what would follow is missing. Take it out again.';
const MOST_CANDIDATES = 10;

export const googleChatReader: ArchiveReader = {
  platform: 'email',
  version: 1,
  recognise,
  findOwner,
  read,
};

async function recognise(archive: Archive): Promise<Recognition | null> {
  const files = await messageFiles(archive);
  if (files.length === 0) return null;
  const read = new Set(files.flatMap((file) => [file, infoOf(archive, file)]));
  return {
    platform: 'email',
    title: 'Google Chat (Google Takeout)',
    generatedAt: takenOutAt(archive, files),
    parts: files.map(({ path, size }) => ({ path, kind: 'chat', size })),
    unused: unusedFiles(
      archive.files.filter((file) => !read.has(file) && !/user_info\.json$/i.test(file.path)),
      () => 'A file that was sent in a chat, or nothing of Google Chat: Kith reads the messages and counts attachments.',
    ),
  };
}

/** The account's own file says it; without it, whoever is in all conversations. */
async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const user = await readUser(archive);
  if (user) return { certain: true, candidates: [{ identity: emailIdentity(user.email), displayName: user.name || user.email, evidence: 'The account in this Takeout is theirs.' }] };
  const seen = new Map<string, { person: ChatPerson; groups: number }>();
  for (const { path } of recognition.parts) {
    for (const person of (await readGroup(archive, fileOf(archive, path))).members) {
      const known = seen.get(person.email);
      if (known) known.groups += 1;
      else seen.set(person.email, { person, groups: 1 });
    }
  }
  const total = recognition.parts.length;
  const list = [...seen.values()].sort((a, b) => b.groups - a.groups || (a.person.email < b.person.email ? -1 : 1));
  const everywhere = list.filter(({ groups }) => groups === total);
  return {
    certain: total > 1 && everywhere.length === 1,
    candidates: list.slice(0, MOST_CANDIDATES).map(({ person, groups }) => ({
      identity: emailIdentity(person.email),
      displayName: person.name || person.email,
      evidence: `They are in ${groups} of ${counted(total, 'conversation', 'conversations')}.`,
    })),
  };
}

async function* read(archive: Archive, recognition: Recognition, own: Own): AsyncGenerator<ReadItem, ReadResult> {
  const coverage = new CoverageKeeper(SHOWN);
  const emails = own.identities.filter(({ kind }) => kind === 'email').map(({ key }) => key);
  const [first] = emails;
  const people = { self: first === undefined ? null : { email: first, name: own.displayName }, ownKeys: new Set(emails), introduced: new Introduced() };
  let bytesBefore = 0;
  for (const [part, { path, size }] of recognition.parts.entries()) {
    const file = fileOf(archive, path);
    const tally = new LeftOutTally(path);
    const reader = new GroupReader(await readGroup(archive, file), people, tally);
    let [row, read] = [0, 0];
    for (const record of reader.introduce()) yield { record, part, row, bytes: bytesBefore };
    for await (const { items, bytes, whole } of readJsonValues(file, (at) => (at === '' || at === '/messages' ? 'enter' : at === '/messages/#' ? 'give' : 'skip'))) {
      read = bytes;
      for (const { value } of items) {
        row += 1;
        for (const record of reader.read(value, path)) {
          coverage.note('chats', record);
          yield { record, part, row, bytes: bytesBefore + bytes };
        }
      }
      if (whole === false) yield { record: rejected(path, null, CUT_OFF), part, row, bytes: bytesBefore + bytes };
    }
    for (const record of tally.records()) yield { record, part, row, bytes: bytesBefore + read };
    bytesBefore += size;
  }
  return { coverage: coverage.result(recognition.generatedAt) };
}
