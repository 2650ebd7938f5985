/** Tells a LinkedIn export from anything else, by the headers of its tables. */
import { baseName, folderName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { recogniseTable } from '../csv/table';
import { isNamedLikeLinkedIn, isLookalike, PART_KINDS, SHAPES, whyUnread } from './known-files';
import type { PartKind } from './known-files';

/** Tables in a zip or folder; a file handed in alone may be called anything. */
const TABLE_NAME = /\.(csv|tsv|txt)$/i;
/** A complete export has some 60 tables. */
const MOST_TABLES = 500;
/** Nobody's export is older; a zip without dates says 1980. */
const LINKEDIN_OPENED = Date.UTC(2003, 4, 5);

const COPY =
  'A second copy of a table that is already read from the larger file. Import it by itself if it holds more.';

interface Found {
  file: ArchiveFile;
  kind: PartKind;
}

/** A table that begins like LinkedIn's and can't be read. */
interface Broken extends Found {
  problem: string;
}

/** Null for what is no LinkedIn export; throws ArchiveProblem for one without anything Kith reads. */
export async function recognise(archive: Archive): Promise<Recognition | null> {
  const { found, broken } = await lookAt(archive);
  const { parts, copies } = withoutCopies(found);
  if (!parts.some(({ kind }) => kind !== 'profile')) {
    throwIfBroken(broken);
    throwIfLinkedIn(archive, parts);
    return null;
  }
  const unused = archive.files
    .filter((file) => !parts.some((part) => part.file === file))
    .map((file) => ({ path: file.path, reason: copies.includes(file) ? COPY : (brokenWords(broken, file) ?? whyUnread(file.path)) }));
  return {
    platform: 'linkedin',
    title: 'LinkedIn data export',
    generatedAt: generatedAt(archive, parts),
    parts: parts.map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused,
  };
}

async function lookAt(archive: Archive): Promise<{ found: Found[]; broken: Broken[] }> {
  const shapes = PART_KINDS.map((kind) => SHAPES[kind]);
  const found: Found[] = [];
  const broken: Broken[] = [];
  for (const file of tablesIn(archive)) {
    const header = await recogniseTable(file, shapes);
    if (header && 'problem' in header) broken.push({ file, ...header });
    else if (header) found.push({ file, kind: header.kind });
  }
  return { found, broken };
}

/** The files worth a look, those that are called like what is looked for first. */
function tablesIn(archive: Archive): ArchiveFile[] {
  const tables = archive.files.filter(
    ({ path }) => (archive.container === 'file' || TABLE_NAME.test(path)) && !isLookalike(path),
  );
  const isLikely = ({ path }: ArchiveFile) => /(messages|connections|invitations|profile|endorsement|recommendation)[^/]*$/i.test(path);
  return [...tables.filter(isLikely), ...tables.filter((file) => !isLikely(file))].slice(0, MOST_TABLES);
}

/**
 * Numbered parts of one table lie in one folder and are all read. The same table in two folders, or with a browser's
 * "(1)", is two exports: reading both would count the same words twice, so the larger one stands for both.
 */
function withoutCopies(found: readonly Found[]): { parts: Found[]; copies: ArchiveFile[] } {
  const parts: Found[] = [];
  for (const kind of PART_KINDS) {
    const same = found.filter((one) => one.kind === kind).sort((a, b) => b.file.size - a.file.size);
    const [largest] = same;
    if (!largest) continue;
    const isPart = ({ file }: Found) =>
      file === largest.file ||
      (folderName(file.path) === folderName(largest.file.path) &&
        !isCopyName(file.path) &&
        !isCopyName(largest.file.path));
    parts.push(...same.filter(isPart).sort((a, b) => (a.file.path < b.file.path ? -1 : 1)));
  }
  const copies = found.filter((one) => !parts.includes(one)).map(({ file }) => file);
  return { parts, copies };
}

const isCopyName = (path: string) => /( \(\d+\)| copy( \d+)?| - copy)\.[a-z]+$/i.test(baseName(path));

/**
 * When LinkedIn made it: the date in the name LinkedIn gives, as UTC midnight; else the earliest time among the parts in
 * the zip, because one that was opened and saved again says when that was. Times of loose files say when they were
 * copied, and nothing about the export.
 */
function generatedAt(archive: Archive, parts: readonly Found[]): number | null {
  const named = /(?<!\d)(\d{2})-(\d{2})-(20\d{2})(?!\d)/.exec(archive.name);
  if (named) {
    const [month, day, year] = [Number(named[1]), Number(named[2]), Number(named[3])];
    const at = Date.UTC(year, month - 1, day);
    if (new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day) return at;
  }
  if (archive.container !== 'zip') return null;
  const times = parts.flatMap(({ file }) => file.modifiedAt ?? []).filter((at) => at >= LINKEDIN_OPENED);
  return times.length > 0 ? Math.min(...times) : null;
}

function brokenWords(broken: readonly Broken[], file: ArchiveFile): string | null {
  const one = broken.find((table) => table.file === file);
  return one ? `It begins like LinkedIn’s ${one.kind}, but its line of headings can’t be read. ${one.problem}` : null;
}

/** The right headings and more than anybody can read: the user hears which table it is and what is wrong with it. */
function throwIfBroken(broken: readonly Broken[]): void {
  const one = broken.find(({ kind }) => kind !== 'profile');
  if (!one) return;
  throw new ArchiveProblem(
    `${one.file.path} begins like LinkedIn’s ${one.kind}, but its line of headings can’t be read. ${one.problem} ` +
      'No export of LinkedIn is like that: download it again, and choose the file as LinkedIn sent it.',
  );
}

/** An export for which other boxes were ticked deserves a better word than "not known". */
function throwIfLinkedIn(archive: Archive, parts: readonly Found[]): void {
  const named = archive.files.filter(({ path }) => isNamedLikeLinkedIn(path)).length;
  if (named >= 3 || (parts.length > 0 && named >= 1)) {
    throw new ArchiveProblem(
      'This is a LinkedIn export, but without connections, messages and invitations, which are what Kith reads. ' +
        'Ask LinkedIn for a new one with these three ticked, or for the larger archive.',
    );
  }
}
