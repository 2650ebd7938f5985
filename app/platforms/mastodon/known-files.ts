/** The files of a Mastodon archive and of its lists: what is read, what is known and left alone, and why. */
import { baseName } from '../archive/entry-paths';

export type PartKind = 'actor' | 'following list' | 'muted list' | 'blocked list' | 'followers' | 'following' | 'outbox' | 'likes';

/** In the order in which they are read. */
export const PART_KINDS: readonly PartKind[] = ['actor', 'following list', 'muted list', 'blocked list', 'followers', 'following', 'outbox', 'likes'];

/** Collections by the name they give themselves; other servers also write who follows whom. */
export const COLLECTIONS: Readonly<Record<string, PartKind>> = { outbox: 'outbox', likes: 'likes', followers: 'followers', following: 'following' };

/** Lists without headings are known by the name Mastodon gives the file, and only if their lines are handles. */
export function listNamed(path: string): PartKind | null {
  const name = /^(following|muted|mutes|blocked|blocks)(?:_accounts)?(?:[ _(-].*)?\.(?:csv|txt)$/i.exec(baseName(path))?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return name === 'following' ? 'following list' : name.startsWith('mute') ? 'muted list' : 'blocked list';
}

const UNREAD: readonly { path: RegExp; reason: string }[] = [
  { path: /(^|\/)(bookmarks)[^/]*\.(json|csv)$/i, reason: 'Posts you keep for later: no person in it.' },
  { path: /(^|\/)lists[^/]*\.csv$/i, reason: 'Your lists: whoever is on them is also among those you follow.' },
  { path: /(^|\/)(blocked_domains|domain_blocks)[^/]*\.csv$/i, reason: 'Whole servers you block: no person in it.' },
  { path: /(^|\/)(avatar|header)\.[a-z0-9]+$/i, reason: 'Your own picture.' },
  { path: /\.(jpe?g|png|gif|webp|avif|heic|mp4|m4v|mov|webm|mp3|ogg|wav|flac|m4a)$/i, reason: 'Pictures, videos and sounds: not read.' },
];

export const whyUnread = (path: string): string => UNREAD.find((known) => known.path.test(path))?.reason ?? 'Not known to Kith, so not read.';
