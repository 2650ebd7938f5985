/** Reads YouTube out of Google Takeout: the user's comments, live chats and subscriptions. */
import { baseName } from '../archive/entry-paths';
import type { Archive, ArchiveFile, ArchiveReader, Own, OwnerFinding, ReadItem, ReadResult, Recognition } from '../contract';
import { TableRow } from '../csv/table';
import { CoverageKeeper } from '../reading/coverage';
import { cleanName } from '../reading/names';
import { fileOf } from '../reading/part-file';
import { rejected } from '../reading/records';
import { takenOutAt } from '../reading/takeout';
import { LeftOutTally } from '../reading/tally';
import { unusedFiles } from '../reading/unused';
import { channelIdentity, channelUrl, YoutubeRows } from './rows';
import { readYoutubeTable, tableKindOf } from './tables';
import type { TableKind } from './tables';
import { isChannelId } from './text';

const KINDS: readonly TableKind[] = ['channel', 'comments', 'live chats', 'subscriptions'];

/** Only the user's own words are in it: nothing that came in. */
const SHOWN = {
  comments: [
    { kind: 'comment', direction: 'out', listed: false },
    { kind: 'reply', direction: 'out', listed: false },
  ],
  'live chats': [
    { kind: 'comment', direction: 'out', listed: false },
    { kind: 'gift', direction: 'out', listed: false },
  ],
} as const;

export const youtubeReader: ArchiveReader = {
  platform: 'youtube',
  version: 1,
  recognise,
  findOwner,
  read,
};

async function recognise(archive: Archive): Promise<Recognition | null> {
  const parts: { file: ArchiveFile; kind: TableKind }[] = [];
  for (const file of archive.files.filter(({ path }) => archive.container === 'file' || /\.csv$/i.test(path)).slice(0, 500)) {
    const kind = await tableKindOf(file);
    if (kind) parts.push({ file, kind });
  }
  if (!parts.some(({ kind }) => kind !== 'channel')) return null;
  parts.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.file.path < b.file.path ? -1 : 1));
  return {
    platform: 'youtube',
    title: 'YouTube (Google Takeout)',
    generatedAt: takenOutAt(archive, parts.map(({ file }) => file)),
    parts: parts.map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused: unusedFiles(archive.files.filter((file) => !parts.some((part) => part.file === file)), whyUnread),
  };
}

function whyUnread(path: string): string {
  const name = baseName(path);
  if (/history|verlauf|historial|historique|cronologia/i.test(path)) return 'What you watched or searched for: nothing in it is about people.';
  if (/\.(mp4|mov|jpe?g|png|webm)$/i.test(name)) return 'A video or picture of yours.';
  return 'Not a table of comments, live chats or subscriptions.';
}

/** All channels that write in it are the user's; the one that writes most goes first. */
async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const counts = new Map<string, number>();
  const titles = new Map<string, string>();
  for (const { file, kind } of partsOf(archive, recognition)) {
    if (kind === 'subscriptions') continue;
    for await (const { rows } of readYoutubeTable(file, kind)) {
      for (const row of rows) if (row instanceof TableRow) noteChannel(row, kind, counts, titles);
    }
  }
  const [first, ...others] = [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  if (first === undefined) return { certain: false, candidates: [] };
  return {
    certain: true,
    candidates: [{
      identity: channelIdentity(first),
      ...(others.length > 0 ? { also: others.slice(0, 50).map(channelIdentity) } : {}),
      displayName: titles.get(first) ?? first,
      profileUrl: channelUrl(first),
      evidence: 'Takeout holds their comments alone.',
    }],
  };
}

function noteChannel(row: TableRow, kind: TableKind, counts: Map<string, number>, titles: Map<string, string>): void {
  const id = row.cell('channel id').trim();
  if (!isChannelId(id) || (counts.size >= 1_000 && !counts.has(id))) return;
  counts.set(id, (counts.get(id) ?? 0) + (kind === 'channel' ? 0 : 1));
  if (kind === 'channel') titles.set(id, cleanName(row.cell('channel title (original)')));
}

const partsOf = (archive: Archive, recognition: Recognition): { file: ArchiveFile; kind: TableKind }[] =>
  recognition.parts.flatMap(({ path, kind }) => {
    const known = KINDS.find((one) => one === kind);
    return known ? [{ file: fileOf(archive, path), kind: known }] : [];
  });

async function* read(archive: Archive, recognition: Recognition, own: Own): AsyncGenerator<ReadItem, ReadResult> {
  const coverage = new CoverageKeeper(SHOWN);
  const rows = new YoutubeRows(own.identities.find(({ platform }) => platform === 'youtube') ?? null);
  let bytesBefore = 0;
  let [isListed, isWhole] = [false, true];
  for (const [part, { file, kind }] of partsOf(archive, recognition).entries()) {
    const tally = new LeftOutTally(file.path);
    let [row, bytes] = [0, 0];
    for await (const batch of readYoutubeTable(file, kind)) {
      bytes += batch.bytes;
      for (const one of batch.rows) {
        row += 1;
        const records = one instanceof TableRow ? rows.read(kind, one, file.path) : [rejected(file.path, one.line, one.problem, one.sample)];
        for (const record of records) {
          if (record.record === 'left_out') {
            tally.add(record.reason, record.count);
            continue;
          }
          coverage.note(kind, record);
          if (kind === 'subscriptions') [isListed, isWhole] = [true, isWhole && record.record !== 'rejected'];
          yield { record, part, row, bytes: bytesBefore + bytes };
        }
      }
    }
    for (const record of tally.records()) yield { record, part, row, bytes: bytesBefore + bytes };
    bytesBefore += file.size;
  }
  const at = recognition.generatedAt;
  return { coverage: coverage.result(at), ...(isListed && at !== null ? { snapshots: [{ kind: 'following', complete: isWhole, at }] } : {}) };
}
