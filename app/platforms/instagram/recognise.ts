/** Tells an Instagram export from anything else, by the keys in its files; pages, and lists without a key, by their names. */
import { baseName, folderName } from '../archive/entry-paths';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { generatedAt } from '../meta/generated-at';
import { isPage } from '../meta/load';
import { threadFile, threadId } from '../meta/thread-files';
import { unusedOf } from '../meta/unused';
import { isOnlyOf, threadFilesOf } from '../meta/which';
import { readBeginning } from '../reading/text-file';
import { KNOWN_PARTS, NOT_READ, OLD_LISTS, PART_KINDS } from './known-files';
import type { PartKind } from './known-files';

/** Letters that hold a file's first keys. */
const BEGINNING = 3_000;
/** Files without a telling name that are opened to be told by their content. */
const MOST_OPENED = 400;

const COPY = 'A second copy of a list that is already read from another file. Import it by itself if it holds more.';
const PAGE_COPY = 'The same stands in the JSON files, which are read instead.';

interface Found {
  file: ArchiveFile;
  kind: PartKind;
  /** What files that hold the same have in common. */
  content: string;
}

/** Null for what is no Instagram export. */
export async function recognise(archive: Archive): Promise<Recognition | null> {
  const found = [...(await listsIn(archive)), ...(await messagesIn(archive))];
  const { parts, copies } = withoutCopies(found);
  if (!parts.some(({ kind }) => kind !== 'profile')) return null;
  const isRead = new Set(parts.map(({ file }) => file));
  const left = archive.files.filter((file) => !isRead.has(file) && !copies.has(file) && !isOnlyOf('facebook', file.path) && !isForeignThread(file.path));
  return {
    platform: 'instagram',
    title: 'Instagram data export',
    generatedAt: generatedAt(archive, parts.map(({ file }) => file)),
    parts: parts.map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused: [...[...copies].map(([file, reason]) => ({ path: file.path, reason })), ...unusedOf(left, NOT_READ)],
  };
}

/** Threads that are not read here are another reader's. */
const isForeignThread = (path: string): boolean => threadFile(path) !== null;

async function listsIn(archive: Archive): Promise<Found[]> {
  const found: Found[] = [];
  let opened = 0;
  for (const file of archive.files) {
    if (threadFile(file.path) || !(archive.container === 'file' || /\.(json|html?)$/i.test(file.path))) continue;
    const named = kindNamed(file.path);
    if (named === null && (opened >= MOST_OPENED || isPage(file.path) || isOnlyOf('facebook', file.path))) continue;
    opened += named === null ? 1 : 0;
    const kind = await kindOf(file, named);
    if (kind !== null) found.push({ file, kind, content: `${kind}\n${nameOf(file.path)}\n${partNumber(file.path)}` });
  }
  return found;
}

async function kindOf(file: ArchiveFile, named: PartKind | null): Promise<PartKind | null> {
  const beginning = await readBeginning(file, BEGINNING);
  if (isPage(file.path)) return named !== null && isPageOf(file.path, beginning) ? named : null;
  const start = beginning.replace(/^\uFEFF?\s*/, '');
  if (start.startsWith('{')) return kindOfObject(start, named);
  if (!start.startsWith('[')) return null;
  if (/^\[\s*\{/.test(start)) return kindOfList(start, named);
  // An empty list, or one of lists as in 2020.
  return named;
}

function kindOfObject(start: string, named: PartKind | null): PartKind | null {
  if (/"(?:followers|following|blocked_users|close_friends|follow_requests_sent|dismissed_suggested_users)"\s*:\s*\{/.test(start) && Object.keys(OLD_LISTS).some((key) => start.includes(`"${key}"`))) return 'connections';
  const key = /^\{\s*"([^"]{1,80})"/.exec(start)?.[1] ?? '';
  const known = KNOWN_PARTS.find((part) => part.key?.test(key));
  if (known) return known.kind;
  return named === 'profile' && start.includes('string_map_data') ? 'profile' : /^\{[^[]{0,2000}"username"/.test(start) && /"(?:biography|private_account)"/.test(start) ? 'profile' : null;
}

/** Lists without a key around them say by their items what they are, and not of whom. */
function kindOfList(start: string, named: PartKind | null): PartKind | null {
  const isOurs = /"(?:string_list_data|string_map_data|label_values|media_list_data)"\s*:/.test(start);
  if (!isOurs) return null;
  if (named !== null) return named;
  if (!/instagram\.com/.test(start)) return null;
  return start.includes('"string_list_data"') ? 'followers' : start.includes('"string_map_data"') ? 'comments' : null;
}

/** Facebook has pages of the same names; the links in a page, or its folder, tell. */
const isPageOf = (path: string, beginning: string): boolean =>
  isOnlyOf('instagram', path) || /instagram\.com|threads\.(?:net|com)/i.test(beginning) || !/(^|\/)(friends|followers)/i.test(folderName(path));

/** "threads/followers" of "your_instagram_activity/threads/Followers_2 (1).json". */
function nameOf(path: string): string {
  const name = baseName(path).toLowerCase().replace(/\.[a-z]{4,5}$/, '').replace(/ \(\d+\)$/, '').replace(/_\d+$/, '').replace(/['’‘`´_]ve_/g, 've_').replace(/['’‘`´]/g, '');
  const folder = baseName(folderName(path)).toLowerCase();
  return folder === '' ? name : `${folder}/${name}`;
}

function kindNamed(path: string): PartKind | null {
  const name = nameOf(path);
  return KNOWN_PARTS.find((part) => part.name.test(name))?.kind ?? null;
}

/** 2 of "followers_2.json"; 0 for files without a number. */
export const partNumber = (path: string): number => Number(/_(\d{1,6})(?: \(\d+\))?\.[a-z]{4,5}$/i.exec(baseName(path))?.[1] ?? 0);

async function messagesIn(archive: Archive): Promise<Found[]> {
  const threads = await threadFilesOf(archive, 'instagram');
  return threads.map(({ file, thread }) => ({ file, kind: 'messages' as const, content: `messages\n${thread.folder}/${thread.name}\n${thread.number}` }));
}

/**
 * In the order in which they are read: names before the messages that may belong to them, files of a thread one after the
 * other, the numbers of parts as numbers. A list that is there twice belongs to two exports and is read from one of them.
 * Messages are read from every JSON copy, because the reader knows the same message again.
 */
function withoutCopies(found: readonly Found[]): { parts: Found[]; copies: Map<ArchiveFile, string> } {
  const inJson = new Set(found.filter(({ file }) => !isPage(file.path)).map(contentOf));
  const copies = new Map<ArchiveFile, string>();
  const byContent = new Map<string, Found[]>();
  for (const one of found) {
    if (isPage(one.file.path) && inJson.has(contentOf(one))) copies.set(one.file, PAGE_COPY);
    else byContent.set(contentOf(one), [...(byContent.get(contentOf(one)) ?? []), one]);
  }
  const parts = [...byContent.values()].flatMap((same) => {
    const kept = same[0]?.kind === 'messages' ? same : ofOneExport(same);
    for (const one of same) if (!kept.includes(one)) copies.set(one.file, COPY);
    return kept;
  });
  return { parts: parts.sort(byOrder), copies };
}

/** Parts in several folders are one list, unless a part is there twice: then those of the newest folder, or of the larger. */
function ofOneExport(same: readonly Found[]): Found[] {
  if (new Set(same.map(({ content }) => content)).size === same.length) return [...same];
  const folders = new Map<string, Found[]>();
  for (const one of same) folders.set(folderName(one.file.path), [...(folders.get(folderName(one.file.path)) ?? []), one]);
  const dated = (folder: string) => /20\d\d-\d\d-\d\d/.exec(folder)?.[0] ?? '';
  const size = (parts: readonly Found[]) => parts.reduce((sum, { file }) => sum + file.size, 0);
  const [best] = [...folders].sort(([a, some], [b, others]) => compare(dated(b), dated(a)) || size(others) - size(some));
  const seen = new Set<string>();
  // "followers_1 (1).json" is followers_1.json once more.
  return (best?.[1] ?? []).filter(({ content }) => !seen.has(content) && seen.add(content));
}

/** Pages and JSON are cut into parts differently, so all parts of a list or thread count as one. */
const contentOf = ({ content }: Found): string => content.slice(0, content.lastIndexOf('\n'));

const byOrder = (a: Found, b: Found): number =>
  PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind) || compare(threadKey(a), threadKey(b)) || partNumber(a.file.path) - partNumber(b.file.path) || compare(a.file.path, b.file.path);

const threadKey = ({ file }: Found): string => {
  const thread = threadFile(file.path);
  return thread ? `${threadId(thread.name)}\n${thread.folder}` : '';
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
