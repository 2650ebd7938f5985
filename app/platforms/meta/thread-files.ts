/** Message files by their paths: `…/inbox/anab_1234/message_1.json`, alike on Facebook and Instagram. */
import { baseName } from '../archive/entry-paths';

/**
 * The folders in which threads lie; everything before them differs from era to era. Where only a part of an export was
 * packed they may be missing, and the thread's own folder with its id has to tell.
 */
const THREAD = /^(|.*?\/)(?:(inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)\/([^/]+)|([^/]*_[\w-]{4,40}))\/message(?:_(\d{1,6}))?\.(json|html)$/i;

export interface ThreadFile {
  /** What stands before the folder of folders: tells exports apart that lie in one upload. */
  root: string;
  /** '' where it is not known. */
  folder: string;
  /** The thread's own folder, "anab_1234". */
  name: string;
  /** 1 holds the newest messages. */
  number: number;
}

/** Null for what is no message file in a thread's folder. */
export function threadFile(path: string): ThreadFile | null {
  const found = THREAD.exec(path);
  if (!found) return null;
  const [, root = '', folder = '', name, bareName = '', number = '1'] = found;
  return { root, folder: folder.toLowerCase(), name: name ?? bareName, number: Number(number) };
}

/** Shorter than any id Meta gives; then what looks like one is part of a name. */
const SHORTEST_ID = 4;

/**
 * What tells a thread from all others, in every export: behind the last underscore of its folder stands its id, before it
 * a name that may change.
 */
export function threadId(folder: string): string {
  const id = folder.slice(folder.lastIndexOf('_') + 1);
  return id.length >= SHORTEST_ID || !folder.includes('_') ? id : folder;
}

/** "lottebakkerfic" of "lottebakkerfic_1784…": on Instagram a handle without its punctuation. '' where there is none. */
export const threadName = (folder: string): string => folder.slice(0, Math.max(0, folder.lastIndexOf('_'))).toLowerCase();

/** A file of messages outside of any thread's folder: handed in alone, or with its folder's other parts. */
export const isLooseMessageName = (path: string): boolean => /^message(?:_\d{1,6})?\.(?:json|html)$/i.test(baseName(path));
