/** Links and handles to identities on their networks, and the links Kith makes of them. Links in a table are text that anybody wrote. */
import type { IdentityRef } from '../../domain/activity';
import { profileIdentity as linkedinProfile, profileUrl as linkedinUrl } from '../linkedin/slug';
import { isRounded, isShortened } from './cells';
import type { Network } from './meanings';

const HANDLE = /^[\p{L}\p{N}_.-]{1,80}$/u;
const SERVER = /^[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,5}$/;
const DID = /^did:[a-z]+:[A-Za-z0-9._:%-]{5,100}$/;

interface Links {
  network: Network;
  hosts: RegExp;
  /** The key stands in the first group. */
  path: RegExp;
  kind: 'handle' | 'id';
}

/** Names that stand where a handle would and are none. */
const NO_HANDLE = /^(home|explore|search|i|intent|p|reel|reels|stories|tv|about|login|share|hashtag|messages|settings|watch|pages|groups|profile\.php|people|joinchat|s)$/i;

const LINKS: readonly Links[] = [
  { network: 'x', hosts: /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/, path: /^\/i\/user\/(\d{1,20})\/?$/, kind: 'id' },
  { network: 'x', hosts: /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/, path: /^\/intent\/user\?user_id=(\d{1,20})$/, kind: 'id' },
  { network: 'x', hosts: /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/, path: /^\/@?(\w{1,20})\/?(?:\?.*)?$/, kind: 'handle' },
  { network: 'instagram', hosts: /^(?:www\.|m\.)?instagram\.com$/, path: /^\/(?:_u\/)?@?([\w.]{1,40})\/?(?:\?.*)?$/, kind: 'handle' },
  { network: 'threads', hosts: /^(?:www\.)?threads\.(?:net|com)$/, path: /^\/@([\w.]{1,40})\/?(?:\?.*)?$/, kind: 'handle' },
  { network: 'tiktok', hosts: /^(?:www\.|m\.)?tiktok\.com$/, path: /^\/@([\w.]{1,40})\/?(?:\?.*)?$/, kind: 'handle' },
  { network: 'youtube', hosts: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/channel\/(UC[\w-]{10,40})\/?(?:\?.*)?$/, kind: 'id' },
  { network: 'youtube', hosts: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/@([\w.-]{1,60})\/?(?:\?.*)?$/, kind: 'handle' },
  { network: 'bluesky', hosts: /^(?:www\.)?bsky\.app$/, path: /^\/profile\/(did:[a-z]+:[\w.:%-]{5,100})\/?$/, kind: 'id' },
  { network: 'bluesky', hosts: /^(?:www\.)?bsky\.app$/, path: /^\/profile\/([\w.-]{3,100})\/?$/, kind: 'handle' },
  { network: 'telegram', hosts: /^(?:www\.)?(?:t|telegram)\.me$/, path: /^\/([A-Za-z]\w{3,40})\/?$/, kind: 'handle' },
  { network: 'facebook', hosts: /^(?:www\.|m\.|web\.)?(?:facebook|fb)\.com$/, path: /^\/([\w.]{3,80})\/?(?:\?.*)?$/, kind: 'handle' },
];

/** Where a server can't be known for one of Mastodon's, only what its own column or host says counts. */
const MASTODON_HOST = /^(?:mastodon\.|mstdn\.|mas\.to$|fosstodon\.|hachyderm\.|chaos\.social$|[a-z-]+\.masto\.host$)/;

/** The identity behind a link to a profile; null for links that lead to nobody's profile. */
export function identityAt(link: string): IdentityRef | null {
  const linkedin = linkedinProfile(link);
  if (linkedin) return linkedin;
  const match = /^(?:https?:\/\/)?([a-z0-9.-]{3,100})(\/[^\s#]{0,300})?(?:#.*)?$/i.exec(link.trim());
  if (!match) return null;
  const host = (match[1] ?? '').toLowerCase();
  const path = match[2] ?? '';
  for (const known of LINKS) {
    if (!known.hosts.test(host)) continue;
    const key = known.path.exec(path)?.[1];
    if (key === undefined || (known.kind === 'handle' && NO_HANDLE.test(key))) continue;
    return known.kind === 'id' ? identity(known.network, 'id', key) : identity(known.network, 'handle', key.toLowerCase());
  }
  const account = MASTODON_HOST.test(host) ? /^\/@([\w.-]{1,60})\/?$/.exec(path)?.[1] : undefined;
  return account === undefined ? null : identity('mastodon', 'handle', `${account}@${host}`.toLowerCase());
}

/** The identity of a handle in a column for one network; a link there counts as well. Null for what is no handle. */
export function identityCalled(network: Network, written: string): IdentityRef | null {
  const link = identityAt(written);
  if (link?.platform === network) return link;
  const handle = written.replace(/^@/, '').toLowerCase();
  if (network === 'mastodon') {
    const [account = '', server = '', more] = handle.split('@');
    return /^[\w.-]{1,60}$/.test(account) && SERVER.test(server) && more === undefined ? identity(network, 'handle', handle) : null;
  }
  return HANDLE.test(handle) && !isShortened(handle) ? identity(network, 'handle', handle) : null;
}

/** The identity of an account id in a column for one network. */
export function identityNumbered(network: Network, written: string): IdentityRef | 'shortened' | null {
  if (isShortened(written) || isRounded(written)) return 'shortened';
  const isId = network === 'bluesky' ? DID.test(written) : network === 'youtube' ? /^UC[\w-]{10,40}$/.test(written) : /^\d{1,20}$/.test(written);
  return isId ? identity(network, 'id', written) : null;
}

/** The address of a profile, made from its key alone; undefined where nothing can be made. */
export function linkTo({ platform, kind, key }: IdentityRef): string | undefined {
  if (platform === 'linkedin') return linkedinUrl({ platform, kind, key, scope: '' });
  const safe = encodeURIComponent(key).replaceAll('%3A', ':').replaceAll('%40', '@');
  const [id, handle] = [kind === 'id', kind === 'handle'];
  if (platform === 'x') return id ? `https://x.com/i/user/${safe}` : handle ? `https://x.com/${safe}` : undefined;
  if (platform === 'youtube') return id ? `https://www.youtube.com/channel/${safe}` : handle ? `https://www.youtube.com/@${safe}` : undefined;
  if (platform === 'bluesky') return id || handle ? `https://bsky.app/profile/${safe}` : undefined;
  if (!handle) return undefined;
  if (platform === 'instagram') return `https://www.instagram.com/${safe}/`;
  if (platform === 'threads') return `https://www.threads.com/@${safe}`;
  if (platform === 'tiktok') return `https://www.tiktok.com/@${safe}`;
  if (platform === 'telegram') return `https://t.me/${safe}`;
  if (platform === 'facebook') return `https://www.facebook.com/${safe}`;
  const [account = '', server = ''] = key.split('@');
  return platform === 'mastodon' && SERVER.test(server) ? `https://${server}/@${encodeURIComponent(account)}` : undefined;
}

const identity = (network: Network, kind: 'handle' | 'id', key: string): IdentityRef => ({ platform: network, kind, key, scope: '' });
