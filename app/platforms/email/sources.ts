/** The mails of an archive, wherever they lie: mbox files, and folders of loose mails. */
import { folderName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { folderPurpose } from './folders';
import type { Purpose } from './folders';
import { mailsOf } from './mbox';
import { MailCollector } from './raw-mail';
import type { RawMail } from './raw-mail';

export type PartKind = 'mbox' | 'loose mails';
export type Part = Recognition['parts'][number];

export const LOOSE = /\.(?:eml|emlx)$/i;

/** How the loose mails of a folder are named as one part: "Inbox/*.eml". */
export const loosePart = (folder: string): string => (folder === '' ? '*.eml' : `${folder}/*.eml`);

export interface SourceBatch {
  mails: RawMail[];
  /** Bytes of the part behind them. */
  bytes: number;
  /** Bytes that belong to no mail. */
  stray: number;
}

export const isMbox = ({ kind }: Part): boolean => kind === 'mbox';

/** What the mailbox of a part is for. A single mail may be called "Trash" for its subject. */
export function partPurpose(part: Part, archive: Archive): Purpose | null {
  if (isMbox(part)) return folderPurpose(part.path, archive.name);
  return archive.container === 'file' ? null : folderPurpose(part.path.slice(0, part.path.lastIndexOf('/') + 1), archive.name);
}

/** All mails of a part, in batches as they come. */
export async function* rawMails(archive: Archive, part: Part): AsyncGenerator<SourceBatch> {
  if (isMbox(part)) {
    const file = archive.files.find(({ path }) => path === part.path);
    if (!file) throw new ArchiveProblem(`${part.path} is no longer in ${archive.name}. Choose it again.`);
    yield* mailsOf(await file.open());
    return;
  }
  for (const file of looseFiles(archive, part)) {
    yield { mails: [await looseMail(file)], bytes: file.size, stray: 0 };
  }
}

/** The loose mails of each part, grouped once: an archive may have thousands of both. */
const grouped = new WeakMap<Archive, ReadonlyMap<string, ArchiveFile[]>>();

/** The loose mails of a part, by name: the same order on every reading. */
function looseFiles(archive: Archive, part: Part): readonly ArchiveFile[] {
  if (archive.container === 'file') return archive.files;
  const groups = grouped.get(archive) ?? groupLoose(archive);
  grouped.set(archive, groups);
  return groups.get(part.path) ?? [];
}

function groupLoose({ files }: Archive): ReadonlyMap<string, ArchiveFile[]> {
  const groups = new Map<string, ArchiveFile[]>();
  for (const file of files) {
    if (!LOOSE.test(file.path)) continue;
    const part = loosePart(folderName(file.path));
    const group = groups.get(part);
    if (group) group.push(file);
    else groups.set(part, [file]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.path < b.path ? -1 : 1));
  return groups;
}

/** Apple's .emlx puts the mail's length on a line before it, and a property list behind it. */
const EMLX = /^\s{0,10}(\d{1,12})\s{0,10}\r?\n/;

async function looseMail(file: ArchiveFile): Promise<RawMail> {
  const collector = new MailCollector('');
  let [started, left] = [false, Number.POSITIVE_INFINITY];
  for await (const chunk of await file.open()) {
    if (!Buffer.isBuffer(chunk)) continue;
    let piece = chunk;
    if (!started) {
      started = true;
      const stated = EMLX.exec(chunk.toString('latin1', 0, 40));
      if (stated) [left, piece] = [Number(stated[1]), chunk.subarray(stated[0].length)];
      else piece = withoutMark(chunk);
    }
    const mine = piece.subarray(0, Math.min(piece.length, left));
    left -= mine.length;
    if (mine.length > 0) collector.push(mine);
  }
  return collector.end();
}

const withoutMark = (chunk: Buffer): Buffer => (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk);
