/** Tells a Facebook or Messenger export from anything else, by the keys in its files; pages by their names. */
import { baseName, folderName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { generatedAt } from '../meta/generated-at';
import { isPage } from '../meta/load';
import { isLooseMessageName, threadFile } from '../meta/thread-files';
import { unusedOf } from '../meta/unused';
import { isOnlyOf, threadFilesOf } from '../meta/which';
import { byReadingOrder, nameOfList, onePerContent, partNumber } from '../meta/parts';
import type { FoundPart } from '../meta/parts';
import { readBeginning } from '../reading/text-file';
import { KNOWN_PARTS, NOT_READ, PART_KINDS } from './known-files';
import type { PartKind } from './known-files';

/** Letters that hold a file's first keys. */
const BEGINNING = 3_000;
/** Files without a telling name that are opened to be told by their content. */
const MOST_OPENED = 400;
/** Files with a telling name that are opened; an export has some forty. */
const MOST_NAMED = 2_000;

type Found = FoundPart<PartKind>;

/** Null for what is no Facebook export. */
export async function recognise(archive: Archive): Promise<Recognition | null> {
  const lists = await listsIn(archive);
  const isFound = new Set(lists.map(({ file }) => file));
  const found = [...lists, ...(await messagesIn(archive)).filter(({ file }) => !isFound.has(file))];
  const { parts, copies } = onePerContent(found);
  if (!parts.some(({ kind }) => kind !== 'profile' && kind !== 'comments' && kind !== 'reactions')) {
    throwIfFacebook(archive);
    return null;
  }
  const isRead = new Set(parts.map(({ file }) => file));
  const left = archive.files.filter((file) => !isRead.has(file) && !copies.has(file) && !isOnlyOf('instagram', file.path) && !isThreadPath(file.path));
  return {
    platform: 'facebook',
    title: 'Facebook data export',
    generatedAt: generatedAt(archive, parts.map(({ file }) => file)),
    parts: parts.sort(byReadingOrder(PART_KINDS)).map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused: [...[...copies].map(([file, reason]) => ({ path: file.path, reason })), ...unusedOf(left, NOT_READ)],
  };
}

/** An export for which other boxes were ticked deserves a better word than "not known". */
function throwIfFacebook(archive: Archive): void {
  if (!archive.files.some(({ path }) => /(^|\/)(your_facebook_activity|your_activity_across_facebook|friends_and_followers|comments_and_reactions|likes_and_reactions)\//i.test(path))) return;
  throw new ArchiveProblem(
    'This is a Facebook export, but without friends, followers and messages, which are what Kith reads. ' +
      'Ask Facebook for a new one with these chosen: as JSON, in low quality, for all time.',
  );
}

/** Threads that are not read here are another reader's. */
const isThreadPath = (path: string): boolean => threadFile(path) !== null || isLooseMessageName(path);

async function listsIn(archive: Archive): Promise<Found[]> {
  const found: Found[] = [];
  let opened = 0;
  let byName = 0;
  for (const file of archive.files) {
    if (isThreadPath(file.path) || isOnlyOf('instagram', file.path) || !(archive.container === 'file' || /\.(json|html?)$/i.test(file.path))) continue;
    const named = kindNamed(file.path);
    if (named === null && (opened >= MOST_OPENED || isPage(file.path))) continue;
    if (named !== null && byName >= MOST_NAMED) continue;
    opened += named === null ? 1 : 0;
    byName += named === null ? 0 : 1;
    const kind = await kindOf(file, named);
    if (kind !== null) found.push({ file, kind, content: kind === 'messages' ? file.path : `${kind}\n${nameOfList(file.path)}`, part: kind === 'messages' ? 0 : partNumber(file.path) });
  }
  return found;
}

async function kindOf(file: ArchiveFile, named: PartKind | null): Promise<PartKind | null> {
  const beginning = await readBeginning(file, BEGINNING);
  if (isPage(file.path)) return named !== null && isOnlyOf('facebook', file.path) && /<html/i.test(beginning) ? named : null;
  const start = beginning.replace(/^\uFEFF?\s*/, '');
  if (/"participants"\s*:\s*\[/.test(start) && /"(?:threadName|senderName)"\s*:/.test(start)) return 'messages';
  if (start.startsWith('[')) return named !== null && isOnlyOf('facebook', file.path) && /^\[\s*(?:\{\s*"(?:timestamp|data|title|name)"|\])/.test(start) ? named : null;
  const key = /^\{\s*"([^"]{1,80})"\s*:/.exec(start)?.[1] ?? '';
  const kind = KNOWN_PARTS.find((part) => part.key.test(key))?.kind ?? null;
  return kind !== null && (isOnlyOf('facebook', file.path) || hasShapeOf(kind, start)) ? kind : null;
}

/** Keys such as "friends" stand in many programs' files; what follows has to be Facebook's too. */
function hasShapeOf(kind: PartKind, start: string): boolean {
  if (kind === 'profile') return /"(?:profile_uri|full_name)"/.test(start);
  if (kind === 'comments' || kind === 'reactions') return /"timestamp"/.test(start) && /"(?:comment|reaction)"\s*:\s*\{/.test(start);
  return /^\{\s*"\w+"\s*:\s*\[\s*\{[^{}[\]]*"(?:name|timestamp)"/.test(start) && /"name"/.test(start) && /"timestamp"/.test(start);
}

function kindNamed(path: string): PartKind | null {
  const name = baseName(nameOfList(path));
  return KNOWN_PARTS.find((part) => part.name.test(name))?.kind ?? null;
}

async function messagesIn(archive: Archive): Promise<Found[]> {
  const threads = await threadFilesOf(archive, 'facebook');
  return threads.map(({ file, thread }) => ({
    file,
    kind: 'messages',
    content: `messages\n${thread ? `${thread.folder}/${thread.name}` : folderName(file.path)}`,
    part: thread?.number ?? partNumber(file.path),
  }));
}
