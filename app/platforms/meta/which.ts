/**
 * Facebook and Instagram write message files alike, under paths that may be alike. Which of the two they are from is told
 * by what only one of them has.
 */
import type { Archive, ArchiveFile } from '../contract';
import { readBeginning } from '../reading/text-file';
import { threadFile, threadId } from './thread-files';
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

/** Message files in threads' folders with the platform they are from. */
export async function threadFilesOf(archive: Archive, platform: MetaPlatform): Promise<{ file: ArchiveFile; thread: ThreadFile }[]> {
  const found: { file: ArchiveFile; thread: ThreadFile }[] = [];
  const told = new Map<string, MetaPlatform | null>();
  for (const file of archive.files) {
    const thread = threadFile(file.path);
    if (!thread) continue;
    if (!told.has(thread.root)) told.set(thread.root, platformOfRoot(archive, thread.root));
    const whose = told.get(thread.root) ?? (await platformOfFile(file, thread));
    if (whose === platform) found.push({ file, thread });
  }
  return found;
}

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
 * by, the words in the file decide, and Facebook where they say nothing.
 */
async function platformOfFile(file: ArchiveFile, thread: ThreadFile): Promise<MetaPlatform> {
  const beginning = await readBeginning(file, BEGINNING);
  if (/your_instagram_activity|instagram\.com\/|Instagram User/i.test(beginning)) return 'instagram';
  if (/your_(?:facebook_activity|activity_across_facebook)|facebook\.com\//i.test(beginning)) return 'facebook';
  return /^\d{15,20}$/.test(threadId(thread.name)) && thread.folder !== 'e2ee_cutover' && thread.folder !== 'archived_threads' ? 'instagram' : 'facebook';
}
