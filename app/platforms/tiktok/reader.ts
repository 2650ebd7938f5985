/** Reads TikTok's export: JSON of every year, and the text files of followers. */
import { baseName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, ArchiveReader, Own, OwnerFinding, ReadItem, ReadResult, Recognition } from '../contract';
import { CoverageKeeper } from '../reading/coverage';
import { fileOf } from '../reading/part-file';
import { LeftOutTally } from '../reading/tally';
import { readBeginning } from '../reading/text-file';
import { unusedFiles } from '../reading/unused';
import { TiktokEntries } from './entries';
import { readTiktok } from './layout';
import { handleKey, parseTime, profileUrl, tiktokIdentity } from './people';
import { readTextList, textListOf } from './text-list';

const BEGINNING = 40_000;
const TIKTOK_OPENED = Date.UTC(2016, 8, 1);

const SHOWN = {
  messages: [
    { kind: 'message', direction: 'in', listed: false },
    { kind: 'message', direction: 'out', listed: false },
  ],
  comments: [{ kind: 'comment', direction: 'out', listed: false }],
  likes: [{ kind: 'like', direction: 'out', listed: false }],
  followers: [{ kind: 'follower', direction: 'in', listed: true }],
  following: [{ kind: 'following', direction: 'out', listed: true }],
} as const;
const LIST_OF: Readonly<Record<string, keyof typeof SHOWN>> = { message: 'messages', comment: 'comments', like: 'likes', follower: 'followers', following: 'following' };

export const tiktokReader: ArchiveReader = {
  platform: 'tiktok',
  version: 1,
  recognise,
  findOwner,
  read,
};

async function recognise(archive: Archive): Promise<Recognition | null> {
  const parts: { file: ArchiveFile; kind: string }[] = [];
  for (const file of archive.files.filter(({ path }) => archive.container === 'file' || /\.(json|txt)$/i.test(path)).slice(0, 500)) {
    if (/\.txt$/i.test(file.path) ? await isTextList(file) : isTiktok(await readBeginning(file, BEGINNING))) {
      parts.push({ file, kind: /\.txt$/i.test(file.path) ? (textListOf(file.path) ?? 'followers') : 'export' });
    }
  }
  if (parts.length === 0) return throwIfTexts(archive);
  return {
    platform: 'tiktok',
    title: 'TikTok export',
    generatedAt: generatedAt(archive, parts.map(({ file }) => file)),
    parts: parts.map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused: unusedFiles(archive.files.filter((file) => !parts.some((part) => part.file === file)), () => 'Not a list of people, messages or comments that Kith reads from TikTok. If you chose TXT, choose JSON to get everything.'),
  };
}

/** Headings that only TikTok has, of all years. */
const isTiktok = (text: string): boolean =>
  /^\s*\{/.test(text) && /"(?:FansList|ProfileMap|ChatHistory|ItemFavoriteList|CommentsList|VideoList|Profile And Settings|Your Activity)"\s*:/.test(text);

async function isTextList(file: ArchiveFile): Promise<boolean> {
  if (textListOf(file.path) === null) return false;
  const values = (await readBeginning(file, 2_000)).split(/\r?\n/).map((line) => line.replace(/^[^:：]*[:：]\s?/, ''));
  return values.some((value) => parseTime(value) !== null);
}

function throwIfTexts(archive: Archive): null {
  const named = archive.files.filter(({ path }) => /^(?:Direct Messages|Browsing History|Watch History|Login History|Like List|Share History)\.txt$/i.test(baseName(path))).length;
  if (named < 2) return null;
  throw new ArchiveProblem('This is a TikTok export as text files, without the list of followers. Ask TikTok for your data again and choose the format JSON: it holds people, messages and comments.');
}

function generatedAt(archive: Archive, files: readonly ArchiveFile[]): number | null {
  const stamp = /TikTok_Data_(\d{10})(?!\d)/i.exec(archive.name)?.[1];
  if (stamp !== undefined && Number(stamp) * 1000 >= TIKTOK_OPENED) return Number(stamp) * 1000;
  if (archive.container !== 'zip') return null;
  const times = files.flatMap(({ modifiedAt }) => modifiedAt ?? []).filter((at) => at >= TIKTOK_OPENED);
  return times.length > 0 ? Math.min(...times) : null;
}

/** The profile says so; without it, whoever writes in more than one conversation. */
async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const writers = new Map<string, Set<string>>();
  for (const { path, kind } of recognition.parts.filter((part) => part.kind === 'export')) {
    for await (const { entries } of readTiktok(fileOf(archive, path))) {
      for (const entry of entries) {
        if ('owner' in entry && handleKey(entry.owner) !== '') return certainly(entry.owner, 'The profile in this export is theirs.');
        if (kind === 'export' && 'list' in entry && entry.list === 'messages') noteWriter(writers, entry.heading, handleKey(String(entry.value.From ?? '')));
      }
    }
  }
  const [most] = [...writers].filter(([, headings]) => headings.size > 1).sort((a, b) => b[1].size - a[1].size);
  return most ? certainly(most[0], `They write in ${most[1].size} conversations.`) : { certain: false, candidates: [] };
}

function noteWriter(writers: Map<string, Set<string>>, heading: string, writer: string): void {
  if (writer === '' || writers.size > 10_000) return;
  const headings = writers.get(writer);
  if (!headings) writers.set(writer, new Set([heading]));
  else if (headings.size < 1_000) headings.add(heading);
}

function certainly(handle: string, evidence: string): OwnerFinding {
  const key = handleKey(handle);
  return { certain: true, candidates: [{ identity: tiktokIdentity(key), displayName: handle.replace(/^@/, ''), profileUrl: profileUrl(key), evidence }] };
}

async function* read(archive: Archive, recognition: Recognition, own: Own): AsyncGenerator<ReadItem, ReadResult> {
  const coverage = new CoverageKeeper(SHOWN);
  const entries = new TiktokEntries(own);
  const seen = new Set<string>();
  let isWhole = true;
  let bytesBefore = 0;
  for (const [part, { path, kind, size }] of recognition.parts.entries()) {
    for await (const item of readPart(fileOf(archive, path), kind, entries)) {
      const { record } = item;
      const list = record.record === 'interaction' || record.record === 'relation' ? LIST_OF[record.kind] : undefined;
      if (list) {
        seen.add(list);
        coverage.note(list, record);
      }
      if (record.record === 'rejected') isWhole = false;
      yield { ...item, part, bytes: bytesBefore + item.bytes };
    }
    bytesBefore += size;
  }
  if (!isWhole) for (const list of ['followers', 'following']) coverage.incomplete(list);
  const at = recognition.generatedAt;
  const snapshots = (['follower', 'following'] as const).filter((kind) => seen.has(LIST_OF[kind] ?? '')).flatMap((kind) => (at === null ? [] : [{ kind, complete: isWhole, at }]));
  return { coverage: coverage.result(at), snapshots };
}

async function* readPart(file: ArchiveFile, kind: string, reader: TiktokEntries): AsyncGenerator<Omit<ReadItem, 'part'>> {
  const tally = new LeftOutTally(file.path);
  let row = 0;
  let read = 0;
  if (kind === 'export') {
    for await (const { entries, bytes } of readTiktok(file)) {
      read = bytes;
      for (const entry of entries) {
        row += 1;
        for (const record of reader.read(entry, file.path, tally)) yield { record, row, bytes };
      }
    }
  } else {
    for await (const { entries, bytes } of readTextList(file)) {
      read = Math.max(read, bytes);
      for (const { name, date } of entries) {
        row += 1;
        for (const record of reader.relation(kind === 'following' ? 'following' : 'follower', name, date, file.path)) yield { record, row, bytes: read };
      }
    }
  }
  for (const record of tally.records()) yield { record, row, bytes: read };
}
