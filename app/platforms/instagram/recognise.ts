/** Tells an Instagram export from anything else, by the keys in its files; pages, and lists without a key, by their names. */
import { folderName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { generatedAt } from '../meta/generated-at';
import { isPage } from '../meta/load';
import { byReadingOrder, nameOfList, onePerContent, partNumber } from '../meta/parts';
import type { FoundPart } from '../meta/parts';
import { isLooseMessageName, threadFile } from '../meta/thread-files';
import { unusedOf } from '../meta/unused';
import { isOnlyOf, threadFilesOf } from '../meta/which';
import { readBeginning } from '../reading/text-file';
import { KNOWN_PARTS, NOT_READ, OLD_LISTS, PART_KINDS } from './known-files';
import type { PartKind } from './known-files';

/** Letters that hold a file's first keys. */
const BEGINNING = 3_000;
/** Files without a telling name that are opened to be told by their content. */
const MOST_OPENED = 400;
/** Files with a telling name that are opened; an export has some forty. */
const MOST_NAMED = 2_000;

type Found = FoundPart<PartKind>;

/** Null for what is no Instagram export. */
export async function recognise(archive: Archive): Promise<Recognition | null> {
  const found = [...(await listsIn(archive)), ...(await messagesIn(archive))];
  const { parts, copies } = onePerContent(found);
  if (!parts.some(({ kind }) => kind !== 'profile')) {
    throwIfInstagram(archive);
    return null;
  }
  const isRead = new Set(parts.map(({ file }) => file));
  const left = archive.files.filter((file) => !isRead.has(file) && !copies.has(file) && !isOnlyOf('facebook', file.path) && !isForeignThread(file.path));
  return {
    platform: 'instagram',
    title: 'Instagram data export',
    generatedAt: generatedAt(archive, parts.map(({ file }) => file)),
    parts: parts.sort(byReadingOrder(PART_KINDS)).map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused: [...[...copies].map(([file, reason]) => ({ path: file.path, reason })), ...unusedOf(left, NOT_READ)],
  };
}

/** An export for which other boxes were ticked deserves a better word than "not known". */
function throwIfInstagram(archive: Archive): void {
  if (!archive.files.some(({ path }) => /(^|\/)(your_instagram_activity|followers_and_following|past_instagram_insights|logged_information)\//i.test(path))) return;
  throw new ArchiveProblem(
    'This is an Instagram export, but without connections, messages, comments and likes, which are what Kith reads. ' +
      'Ask Instagram for a new one with these chosen: as JSON, in low quality, for all time.',
  );
}

/** Threads that are not read here are another reader's. */
const isForeignThread = (path: string): boolean => threadFile(path) !== null || isLooseMessageName(path);

async function listsIn(archive: Archive): Promise<Found[]> {
  const found: Found[] = [];
  let opened = 0;
  let byName = 0;
  for (const file of archive.files) {
    if (isForeignThread(file.path) || !(archive.container === 'file' || /\.(json|html?)$/i.test(file.path))) continue;
    const named = kindNamed(file.path);
    if (named === null && (opened >= MOST_OPENED || isPage(file.path) || isOnlyOf('facebook', file.path))) continue;
    if (named !== null && byName >= MOST_NAMED) continue;
    opened += named === null ? 1 : 0;
    byName += named === null ? 0 : 1;
    const kind = await kindOf(file, named);
    if (kind !== null) found.push({ file, kind, content: `${kind}\n${nameOfList(file.path)}`, part: partNumber(file.path) });
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

function kindNamed(path: string): PartKind | null {
  const name = nameOfList(path);
  return KNOWN_PARTS.find((part) => part.name.test(name))?.kind ?? null;
}

async function messagesIn(archive: Archive): Promise<Found[]> {
  const threads = await threadFilesOf(archive, 'instagram');
  return threads.map(({ file, thread }) => ({
    file,
    kind: 'messages',
    content: `messages\n${thread ? `${thread.folder}/${thread.name}` : folderName(file.path)}`,
    part: thread?.number ?? partNumber(file.path),
  }));
}
