/** Profiles on a card to identities on their platforms, by the hosts those platforms own. */
import type { IdentityRef, Platform } from '../../domain/activity';
import { profileIdentity, profileUrl } from '../linkedin/slug';
import { plainValue } from './property';
import type { Property } from './property';

type Found = Pick<IdentityRef, 'platform' | 'kind' | 'key'>;

const handle = (platform: Platform, written: string | undefined): Found | null => {
  const key = (written ?? '').replace(/^@/, '').toLowerCase();
  return /^[\p{L}\p{N}._-]{1,100}$/u.test(key) ? { platform, kind: 'handle', key } : null;
};

/** Paths that are pages of the platform and nobody's profile. */
const PAGES = /^(?:share|intent|home|search|hashtag|explore|p|reel|groups|pages|watch|events|i|login|joinchat|profile\.php|sharer)$/i;

/** By host without "www." and "m."; `steps` are the parts of the path. */
const HOSTS: Readonly<Record<string, (steps: string[], query: URLSearchParams) => Found | null>> = {
  'twitter.com': ([name]) => handle('x', name),
  'x.com': ([name]) => handle('x', name),
  'instagram.com': ([name]) => handle('instagram', name),
  'threads.net': ([name]) => (name?.startsWith('@') ? handle('threads', name) : null),
  'threads.com': ([name]) => (name?.startsWith('@') ? handle('threads', name) : null),
  'facebook.com': ([name], query) => {
    const id = query.get('id') ?? '';
    return name === 'profile.php' && /^\d{1,20}$/.test(id) ? { platform: 'facebook', kind: 'id', key: id } : handle('facebook', name);
  },
  'tiktok.com': ([name]) => (name?.startsWith('@') ? handle('tiktok', name) : null),
  't.me': ([name]) => handle('telegram', name),
  'youtube.com': ([first, second]) => {
    if (first === 'channel' && /^UC[\w-]{22}$/.test(second ?? '')) return { platform: 'youtube', kind: 'id', key: second ?? '' };
    return first?.startsWith('@') ? handle('youtube', first) : null;
  },
  'bsky.app': ([first, name]) => {
    if (first !== 'profile' || name === undefined) return null;
    return /^did:[a-z]+:[\w.:%-]{1,200}$/.test(name) ? { platform: 'bluesky', kind: 'id', key: name } : handle('bluesky', name);
  },
};

/** Where a platform shows a profile by its handle; only such whose handles are in no other host's hands. */
const PROFILES: Readonly<Partial<Record<Platform, string>>> = {
  x: 'https://x.com/', instagram: 'https://www.instagram.com/', threads: 'https://www.threads.com/@', facebook: 'https://www.facebook.com/',
  tiktok: 'https://www.tiktok.com/@', telegram: 'https://t.me/', youtube: 'https://www.youtube.com/@', bluesky: 'https://bsky.app/profile/',
};

/** The address of a profile, made from its key; undefined where none follows from it. */
export function profileAddress(identity: IdentityRef): string | undefined {
  if (identity.platform === 'linkedin') return profileUrl(identity);
  const start = PROFILES[identity.platform];
  return start !== undefined && identity.kind === 'handle' ? `${start}${encodeURIComponent(identity.key)}` : undefined;
}

/** What X-SOCIALPROFILE calls the platforms that have handles. */
const SERVICES: Readonly<Record<string, Platform>> = {
  twitter: 'x', x: 'x', instagram: 'instagram', threads: 'threads', tiktok: 'tiktok', telegram: 'telegram', bluesky: 'bluesky',
};

/** The identity a profile field stands for; null where it is none that Kith knows. */
export function socialIdentity(property: Property): IdentityRef | null {
  const value = plainValue(property.value).trim();
  const service = (property.parameters.get('service-type') ?? property.types[0] ?? '').toLowerCase();
  const byAddress = atAddress(value, service);
  if (byAddress) return { ...byAddress, scope: '' };
  const platform = Object.hasOwn(SERVICES, service) ? SERVICES[service] : undefined;
  if (platform === undefined) return null;
  const user = property.parameters.get('x-user') ?? property.parameters.get('username') ?? value.replace(/^x-apple:/i, '');
  const named = handle(platform, user);
  return named && { ...named, scope: '' };
}

function atAddress(value: string, service: string): Found | null {
  const linkedin = profileIdentity(value);
  if (linkedin) return linkedin;
  if (value.length > 500 || !/^(?:https?:\/\/)?[a-z0-9.-]+\//i.test(value) || !URL.canParse(withScheme(value))) return null;
  const { hostname, pathname, searchParams } = new URL(withScheme(value));
  const host = hostname.toLowerCase().replace(/^(?:www|m|mobile)\./, '');
  const steps = pathname.split('/').filter((step) => step !== '');
  const find = Object.hasOwn(HOSTS, host) ? HOSTS[host] : undefined;
  if (find) return PAGES.test(steps[0] ?? '') && steps[0] !== 'profile.php' ? null : find(steps, searchParams);
  const [name, ...more] = steps;
  // Any host may run Mastodon: only the card can say that this one does.
  if (service !== 'mastodon' || !name?.startsWith('@') || more.length > 0) return null;
  const local = handle('mastodon', name);
  return local && { ...local, key: `${local.key}@${host}` };
}

const withScheme = (value: string): string => (/^https?:\/\//i.test(value) ? value : `https://${value}`);
