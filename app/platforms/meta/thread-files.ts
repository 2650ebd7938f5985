/** Message files by their paths: `…/inbox/anab_1234/message_1.json`, alike on Facebook and Instagram. */
import { baseName, folderName } from '../archive/entry-paths';

/** The folders in which threads lie; everything else about the path may differ from era to era. */
const THREAD =
  /^(|.*?\/)(inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)\/([^/]+)\/messages?(?:_(\d{1,6}))?\.(json|html)$/i;

export interface ThreadFile {
  /** What stands before the folder of folders: tells exports apart that lie in one upload. */
  root: string;
  folder: string;
  /** The thread's own folder, "anab_1234". */
  name: string;
  /** 1 holds the newest messages. */
  number: number;
  isHtml: boolean;
}

/** Null for what is no message file in a thread's folder. */
export function threadFile(path: string): ThreadFile | null {
  const found = THREAD.exec(path);
  if (!found) return null;
  const [, root = '', folder = '', name = '', number = '1', ending = ''] = found;
  return { root, folder: folder.toLowerCase(), name, number: Number(number), isHtml: ending.toLowerCase() === 'html' };
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

/** "Ana_12" of "Ana_12.json": files of the end-to-end encrypted download lie flat and have no other id. */
export const flatThreadId = (path: string): string => baseName(path).replace(/\.json$/i, '');

/** The folder that message file `path` lies in. */
export const threadFolder = (path: string): string => folderName(path);
