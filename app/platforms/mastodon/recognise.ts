/** Tells a Mastodon archive, or one of Mastodon's lists, from anything else. */
import { baseName, folderName } from '../archive/entry-paths';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { readBeginning } from '../reading/text-file';
import { unusedFiles } from '../reading/unused';
import { COLLECTIONS, listNamed, PART_KINDS, whyUnread } from './known-files';
import type { PartKind } from './known-files';
import { cleanHandle } from './people';

/** Letters that tell what a file is: the head of an outbox explains all its terms in some kilobytes. */
const TELLING = 30_000;
const MOST_LOOKED_AT = 500;
/** Lines of a list without headings that are looked at, most of which have to be handles. */
const LINES_LOOKED_AT = 5;

const OLDER = 'Belongs to another archive in the same upload; only the newest is read. Import it by itself if you want it too.';
const COPY = 'A second copy of a list that is already read from the larger file.';

interface Found {
  file: ArchiveFile;
  kind: PartKind;
}

/** Null for what is neither. */
export async function recognise(archive: Archive): Promise<Recognition | null> {
  const found: Found[] = [];
  for (const file of candidates(archive)) {
    const kind = kindOf(await readBeginning(file, TELLING), file.path);
    if (kind !== null) found.push({ file, kind });
  }
  const { parts, reasons } = newest(archive, found);
  if (!parts.some(({ kind }) => kind !== 'actor')) return null;
  const isArchive = parts.some(({ kind }) => !kind.endsWith(' list'));
  const rest = archive.files.filter((file) => !parts.some((part) => part.file === file));
  return {
    platform: 'mastodon',
    title: isArchive ? 'Mastodon archive' : 'Mastodon list',
    generatedAt: generatedAt(archive, parts),
    parts: parts
      .sort((a, b) => PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind))
      .map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused: unusedFiles(rest, (path) => reasons.get(path) ?? whyUnread(path)),
  };
}

function candidates(archive: Archive): ArchiveFile[] {
  if (archive.container === 'file') return archive.files;
  return archive.files.filter(({ path }) => /\.(json|csv|txt)$/i.test(path)).slice(0, MOST_LOOKED_AT);
}

function kindOf(beginning: string, path: string): PartKind | null {
  const text = beginning.trimStart();
  if (!text.startsWith('{')) return kindOfList(text, path);
  if (!text.includes('activitystreams')) return null;
  if (/"orderedItems"\s*:/.test(text)) {
    const name = /"id"\s*:\s*"(?:[^"]*\/)?([a-z_]{1,40})(?:\.json)?"/.exec(text)?.[1] ?? '';
    return COLLECTIONS[name] ?? COLLECTIONS[baseName(path).replace(/\.json$/i, '').toLowerCase()] ?? null;
  }
  return /"preferredUsername"\s*:/.test(text) && /"(?:inbox|outbox)"\s*:/.test(text) ? 'actor' : null;
}

function kindOfList(text: string, path: string): PartKind | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const [head = ''] = lines;
  const columns = head.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, '').toLowerCase());
  if (columns[0] === 'account address') {
    if (columns.includes('show boosts')) return 'following list';
    return columns.includes('hide notifications') ? 'muted list' : listNamed(path);
  }
  const looked = lines.slice(0, LINES_LOOKED_AT);
  const handles = looked.filter((line) => cleanHandle(firstCell(line)) !== '');
  return handles.length > looked.length / 2 ? listNamed(path) : null;
}

/** Handles hold neither commas nor quotes, so a list needs no more than this. */
export const firstCell = (line: string): string => (line.split(/[,;\t]/, 1)[0] ?? '').trim().replace(/^"|"$/g, '');

/** Of several archives the newest; of several lists of a kind the largest. */
function newest(archive: Archive, found: readonly Found[]): { parts: Found[]; reasons: Map<string, string> } {
  const dateOf = (folder: string) =>
    dateIn(folder) ?? Math.max(0, ...found.filter(({ file }) => folderName(file.path) === folder).map(({ file }) => file.modifiedAt ?? 0));
  const isList = ({ kind }: Found) => kind.endsWith(' list');
  const [newestFolder] = [...new Set(found.filter((one) => !isList(one)).map(({ file }) => folderName(file.path)))].sort((a, b) => dateOf(b) - dateOf(a));
  const parts: Found[] = [];
  const reasons = new Map<string, string>();
  for (const one of [...found].sort((a, b) => b.file.size - a.file.size)) {
    if (!isList(one) && folderName(one.file.path) !== newestFolder) reasons.set(one.file.path, OLDER);
    else if (parts.some(({ kind }) => kind === one.kind)) reasons.set(one.file.path, COPY);
    else parts.push(one);
  }
  return { parts, reasons };
}

/** "archive-20260901095812-4f3a…": when Mastodon made it, in the name it gives. */
function dateIn(name: string): number | null {
  const [, year, month, day, hour, minute, second] = /(?<!\d)(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?!\d)/.exec(name) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return Number.isNaN(at) ? null : at;
}

/** By the name; else when the newest of its files was written, which in a folder may be when it was copied. */
function generatedAt(archive: Archive, parts: readonly Found[]): number | null {
  const [first] = parts.filter(({ kind }) => !kind.endsWith(' list'));
  const named = dateIn(archive.name) ?? (first ? dateIn(folderName(first.file.path)) : null);
  if (named !== null) return named;
  const times = parts.flatMap(({ file }) => file.modifiedAt ?? []);
  return times.length === 0 ? null : Math.max(...times);
}
