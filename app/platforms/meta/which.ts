/**
 * Facebook and Instagram write message files alike, under paths that may be alike. Which of the two they are from is told
 * by what only one of them has.
 */
import type { Archive, ArchiveFile } from '../contract';
import { mendMojibake } from '../reading/mojibake';
import { readBeginning } from '../reading/text-file';
import { isLooseMessageName, threadFile, threadId, threadName } from './thread-files';
import type { ThreadFile } from './thread-files';

export type MetaPlatform = 'instagram' | 'facebook';

/** Paths that only one of them has. */
const ONLY: Readonly<Record<MetaPlatform, RegExp>> = {
  instagram:
    /(^|\/)(your_instagram_activity|followers_and_following|story_sticker_interactions|story_interactions|account_information)\/|(^|\/)(liked_posts|liked_comments|story_likes|post_comments(_\d+)?|reels_comments|pending_follow_requests|close_friends)\.(json|html)$/i,
  facebook:
    /(^|\/)(your_facebook_activity|your_activity_across_facebook|friends_and_followers|following_and_followers|comments_and_reactions|likes_and_reactions|profile_information|connections\/friends|connections\/followers|friends)\/|(^|\/)(your_friends|friends)\.(json|html)$/i,
};

/** Exports put together in one upload. */
const MOST_ROOTS = 200;
/** Files asked where nothing else tells. */
const MOST_ASKED = 7;
/** Letters looked at where only the content can tell. */
const BEGINNING = 40_000;

export const isOnlyOf = (platform: MetaPlatform, path: string): boolean => ONLY[platform].test(path);

export interface FoundThread {
  file: ArchiveFile;
  /** Null for files outside of any thread's folder. */
  thread: ThreadFile | null;
}

/** All files of messages that are the platform's; those of the end-to-end encrypted download are Facebook's. */
export async function threadFilesOf(archive: Archive, platform: MetaPlatform): Promise<FoundThread[]> {
  const byRoot = new Map<string, FoundThread[]>();
  for (const file of archive.files) {
    const thread = threadFile(file.path);
    if (!thread && !((archive.container === 'file' || isLooseMessageName(file.path)) && (await isThread(file)))) continue;
    const root = thread?.root ?? '';
    if (byRoot.get(root)?.push({ file, thread }) === undefined) byRoot.set(root, [{ file, thread }]);
  }
  const signs = { instagram: foldersAround(archive, 'instagram'), facebook: foldersAround(archive, 'facebook') };
  const found: FoundThread[] = [];
  for (const [root, files] of [...byRoot].slice(0, MOST_ROOTS)) {
    const whose = platformOfRoot(archive.name, root, signs) ?? (await platformOfMost(files));
    found.push(...files.filter(({ thread }) => (whose === 'each' ? platformOfThread(thread) : whose) === platform));
  }
  return found;
}

/** Folders in which something lies that only one of them has, with all folders around those. */
function foldersAround(archive: Archive, platform: MetaPlatform): Set<string> {
  const folders = new Set<string>();
  for (const { path } of archive.files) {
    const at = ONLY[platform].exec(path)?.index;
    if (at === undefined) continue;
    for (let end = at === 0 ? 0 : at + 1; end > 0; end = path.lastIndexOf('/', end - 2) + 1) folders.add(path.slice(0, end));
    folders.add('');
  }
  return folders;
}

const isThread = async (file: ArchiveFile): Promise<boolean> => isThreadText(await readBeginning(file, BEGINNING));

/** JSON of a thread, or a page with blocks and no links to profiles. */
const isThreadText = (beginning: string): boolean =>
  (/"participants"\s*:/.test(beginning) && /"sender_?name"\s*:/i.test(beginning)) || (/^\s*(?:<!doctype html>\s*)?<html/i.test(beginning) && /role="main"/.test(beginning) && /(?:_a6-g|_2lej|uiBoxWhite)/.test(beginning));

/** By the folder's own name, else by what lies beside it; each thread by itself where both were put together. */
function platformOfRoot(name: string, root: string, signs: Readonly<Record<MetaPlatform, ReadonlySet<string>>>): MetaPlatform | 'each' | null {
  if (/your_instagram_activity\//i.test(root)) return 'instagram';
  if (/your_(facebook_activity|activity_across_facebook)\//i.test(root)) return 'facebook';
  const beside = root.replace(/(?:^|(?<=\/))messages\/$/i, '');
  const [instagram, facebook] = [signs.instagram.has(beside), signs.facebook.has(beside)];
  if (instagram && facebook) return 'each';
  if (instagram || facebook) return instagram ? 'instagram' : 'facebook';
  return /^instagram[-_]/i.test(name) ? 'instagram' : /^facebook[-_]/i.test(name) ? 'facebook' : null;
}

async function platformOfMost(files: readonly FoundThread[]): Promise<MetaPlatform> {
  if (files.some(({ thread }) => FACEBOOK_FOLDERS.includes(thread?.folder ?? ''))) return 'facebook';
  const asked = files.slice(0, MOST_ASKED);
  let instagram = 0;
  for (const { file } of asked) instagram += (await platformOfFile(file)) === 'instagram' ? 1 : 0;
  return instagram * 2 > asked.length ? 'instagram' : 'facebook';
}

/** Only Facebook has these folders. */
const FACEBOOK_FOLDERS: readonly string[] = ['archived_threads', 'filtered_threads', 'e2ee_cutover'];

/** Where both lie in one folder: for as long as the two had the same paths, Facebook's ids held letters. */
const platformOfThread = (thread: ThreadFile | null): MetaPlatform =>
  !thread || FACEBOOK_FOLDERS.includes(thread.folder) || !/^\d+$/.test(threadId(thread.name)) ? 'facebook' : 'instagram';

/** By words in the file; else by its folder, which Facebook calls after the person's name and Instagram after the handle. */
async function platformOfFile(file: ArchiveFile): Promise<MetaPlatform> {
  const beginning = mendMojibake(await readBeginning(file, BEGINNING));
  if (/your_instagram_activity|instagram\.com\/|Instagram User/i.test(beginning)) return 'instagram';
  if (/your_(?:facebook_activity|activity_across_facebook)|facebook\.com\//i.test(beginning)) return 'facebook';
  const thread = threadFile(file.path);
  if (!thread || platformOfThread(thread) === 'facebook') return 'facebook';
  const names = [...beginning.slice(0, 2_000).matchAll(/"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"/g)].map((match) => lettersOf(mendedName(match[1] ?? '')));
  const folder = lettersOf(threadName(thread.name));
  return names.some((name) => name !== '' && (name.startsWith(folder) || folder.startsWith(name))) ? 'facebook' : 'instagram';
}

/** A name as it stands in a file of JSON. */
function mendedName(escaped: string): string {
  const letters = escaped.replace(/\\u00([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return mendMojibake(letters);
}

const lettersOf = (name: string): string => name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '');
