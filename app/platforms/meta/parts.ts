/** Parts of an export: which files hold the same, and in which order they are read. */
import { baseName, folderName } from '../archive/entry-paths';
import type { ArchiveFile } from '../contract';
import { isPage } from './load';
import { threadFile, threadId } from './thread-files';

const COPY = 'A second copy of a list that is already read from another file. Import it by itself if it holds more.';
const PAGE_COPY = 'The same stands in the JSON files, which are read instead.';

export interface FoundPart<Kind extends string> {
  file: ArchiveFile;
  kind: Kind;
  /** What all parts of a list or thread have in common, in JSON and in HTML. */
  content: string;
  part: number;
}

/** "threads/followers" of "your_instagram_activity/threads/Followers_2 (1).json": any spelling of an apostrophe left out. */
export function nameOfList(path: string): string {
  const name = baseName(path).toLowerCase().replace(/\.[a-z]{4,5}$/, '').replace(/ \(\d+\)$/, '').replace(/_\d+$/, '').replace(/you.{1,3}ve_/, 'youve_');
  const folder = baseName(folderName(path)).toLowerCase();
  return folder === '' ? name : `${folder}/${name}`;
}

/** 2 of "followers_2.json"; 0 for files without a number. */
export const partNumber = (path: string): number => Number(/_(\d{1,6})(?: \(\d+\))?\.[a-z]{4,5}$/i.exec(baseName(path))?.[1] ?? 0);

/**
 * Whether a part between the first and the last is missing: the parts of a list, and of each thread, are numbered from 1
 * on. @param paths of one list, or of all threads
 */
export function hasGap(paths: readonly string[]): boolean {
  const byList = new Map<string, Set<number>>();
  for (const path of paths) {
    const number = partNumber(path);
    const thread = threadFile(path);
    const name = thread ? `${thread.folder}/${thread.name}` : '';
    if (number > 0) byList.set(name, (byList.get(name) ?? new Set()).add(number));
  }
  return [...byList.values()].some((numbers) => [...numbers].some((number) => number > numbers.size));
}

/**
 * A list that is there twice belongs to two exports and is read from one of them; a page is not read beside its JSON.
 * Messages are read from every JSON copy, because the reader knows the same message again.
 */
export function onePerContent<Kind extends string>(found: readonly FoundPart<Kind>[]): { parts: FoundPart<Kind>[]; copies: Map<ArchiveFile, string> } {
  const inJson = new Set(found.filter(({ file }) => !isPage(file.path)).map(({ content }) => content));
  const copies = new Map<ArchiveFile, string>();
  const byContent = new Map<string, FoundPart<Kind>[]>();
  for (const one of found) {
    if (isPage(one.file.path) && inJson.has(one.content)) copies.set(one.file, PAGE_COPY);
    else if (byContent.get(one.content)?.push(one) === undefined) byContent.set(one.content, [one]);
  }
  const parts = [...byContent.values()].flatMap((same) => {
    const kept = same[0]?.kind === 'messages' ? same : ofOneExport(same);
    for (const one of same) if (!kept.includes(one)) copies.set(one.file, COPY);
    return kept;
  });
  return { parts, copies };
}

/** Parts in several folders are one list, unless a part is there twice: then those of the newest folder, or of the larger. */
function ofOneExport<Kind extends string>(same: readonly FoundPart<Kind>[]): FoundPart<Kind>[] {
  if (new Set(same.map(({ part }) => part)).size === same.length) return [...same];
  const folders = new Map<string, FoundPart<Kind>[]>();
  for (const one of same) {
    const folder = folderName(one.file.path);
    if (folders.get(folder)?.push(one) === undefined) folders.set(folder, [one]);
  }
  const dated = (folder: string) => /20\d\d-\d\d-\d\d/.exec(folder)?.[0] ?? '';
  const size = (parts: readonly FoundPart<Kind>[]) => parts.reduce((sum, { file }) => sum + file.size, 0);
  const [best] = [...folders].sort(([a, some], [b, others]) => compare(dated(b), dated(a)) || size(others) - size(some));
  const seen = new Set<number>();
  // "followers_1 (1).json" is followers_1.json once more.
  return (best?.[1] ?? []).filter(({ part }) => !seen.has(part) && seen.add(part));
}

/**
 * Kinds in the order given, so that names come before the messages that may belong to them; files of a thread one after
 * the other; numbers of parts as numbers.
 */
export const byReadingOrder =
  <Kind extends string>(kinds: readonly Kind[]) =>
  (a: FoundPart<Kind>, b: FoundPart<Kind>): number =>
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(threadKey(a.file.path), threadKey(b.file.path)) || a.part - b.part || compare(a.file.path, b.file.path);

function threadKey(path: string): string {
  const thread = threadFile(path);
  return thread ? `${threadId(thread.name)}\n${thread.folder}` : '';
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
