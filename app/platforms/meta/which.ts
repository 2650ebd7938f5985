/**
 * Facebook and Instagram write message files alike, under paths that may be alike. Which of the two they are from is told
 * by what only one of them has.
 */
import type { Archive, ArchiveFile } from '../contract';
import { readBeginning } from '../reading/text-file';
import { isLooseMessageName, threadFile, threadId } from './thread-files';
import type { ThreadFile } from './thread-files';

export type MetaPlatform = 'instagram' | 'facebook';

/** Paths that only one of them has. */
const ONLY: Readonly<Record<MetaPlatform, RegExp>> = {
  instagram:
    /(^|\/)(your_instagram_activity|followers_and_following|story_sticker_interactions|story_interactions|account_information)\/|(^|\/)(liked_posts|liked_comments|story_likes|post_comments(_\d+)?|reels_comments|pending_follow_requests|close_friends)\.(json|html)$/i,
  facebook:
    /(^|\/)(your_facebook_activity|your_activity_across_facebook|friends_and_followers|following_and_followers|comments_and_reactions|likes_and_reactions|profile_information|connections\/friends|connections\/followers|friends)\/|(^|\/)(your_friends|friends)\.(json|html)$/i,
};

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
  const found: FoundThread[] = [];
  const told = new Map<string, MetaPlatform | null>();
  for (const file of archive.files) {
    const thread = threadFile(file.path);
    if (!thread && !(archive.container === 'file' || isLooseMessageName(file.path))) continue;
    const root = thread?.root ?? '';
    if (!told.has(root)) told.set(root, platformOfRoot(archive, root));
    const whose = told.get(root) ?? (await platformOfFile(file, thread));
    if (whose === platform && (thread || (await isThread(file)))) found.push({ file, thread });
  }
  return found;
}

const isThread = async (file: ArchiveFile): Promise<boolean> => isThreadText(await readBeginning(file, BEGINNING));

/** JSON of a thread, or a page with blocks and no links to profiles. */
const isThreadText = (beginning: string): boolean =>
  (/"participants"\s*:/.test(beginning) && /"sender_?name"\s*:/i.test(beginning)) || (/^\s*(?:<!doctype html>\s*)?<html/i.test(beginning) && /role="main"/.test(beginning) && /(?:_a6-g|_2lej|uiBoxWhite)/.test(beginning));

/** The folder's own name, else what lies beside it; null where that is of both, or of neither. */
function platformOfRoot(archive: Archive, root: string): MetaPlatform | null {
  if (/your_instagram_activity\//i.test(root)) return 'instagram';
  if (/your_(facebook_activity|activity_across_facebook)\//i.test(root)) return 'facebook';
  const beside = root.replace(/(?:^|(?<=\/))messages\/$/i, '');
  const has = (platform: MetaPlatform) => archive.files.some(({ path }) => path.startsWith(beside) && isOnlyOf(platform, path.slice(beside.length)));
  const [instagram, facebook] = [has('instagram'), has('facebook')];
  if (instagram !== facebook) return instagram ? 'instagram' : 'facebook';
  return instagram ? null : platformOfName(archive.name);
}

const platformOfName = (name: string): MetaPlatform | null =>
  /^instagram[-_]/i.test(name) ? 'instagram' : /^facebook[-_]/i.test(name) ? 'facebook' : null;

/**
 * When the two had the same paths, until 2023, only Instagram's threads had numbers for ids. Without any neighbour to go
 * by, the words in the file decide, and Facebook where they say nothing. Null for what is no thread.
 */
async function platformOfFile(file: ArchiveFile, thread: ThreadFile | null): Promise<MetaPlatform | null> {
  const beginning = await readBeginning(file, BEGINNING);
  if (!isThreadText(beginning)) return null;
  if (/your_instagram_activity|instagram\.com\/|Instagram User/i.test(beginning)) return 'instagram';
  if (!thread || /your_(?:facebook_activity|activity_across_facebook)|facebook\.com\//i.test(beginning)) return 'facebook';
  return /^\d{15,20}$/.test(threadId(thread.name)) && thread.folder !== 'e2ee_cutover' && thread.folder !== 'archived_threads' ? 'instagram' : 'facebook';
}
