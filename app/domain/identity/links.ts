/** Where a profile's own link leads: to a page of their own, or to an account of theirs on another platform. */
import type { Platform } from '../activity';
import { plainHandle } from './accounts';

/** Addresses of profiles: host, what stands before the handle, and the platform. */
const PROFILES: readonly (readonly [host: string, before: string, platform: Platform])[] = [
  ['x.com', '', 'x'], ['twitter.com', '', 'x'], ['instagram.com', '', 'instagram'], ['threads.net', '@', 'threads'], ['threads.com', '@', 'threads'],
  ['facebook.com', '', 'facebook'], ['linkedin.com', 'in/', 'linkedin'], ['bsky.app', 'profile/', 'bluesky'], ['youtube.com', '@', 'youtube'],
  ['tiktok.com', '@', 'tiktok'], ['t.me', '', 'telegram'],
];

/** account: as `accountName` names it, "x:leilah"; site: host and path. */
export type Link = { is: 'account'; account: string } | { is: 'site'; site: string };

/** Null for what is no address of the web. Slow on nothing: the text is cut before it is looked at. */
export function readLink(text: string): Link | null {
  const trimmed = text.trim().slice(0, 300);
  const address = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  const host = hostname.toLowerCase().replace(/^(?:www|m|mobile)\./, '');
  if (!host.includes('.')) return null;
  const path = pathname.replace(/^\/+|\/+$/g, '').toLowerCase();
  const profile = PROFILES.find(([ofHost, before]) => ofHost === host && path.startsWith(before) && path.length > before.length);
  if (!profile) return { is: 'site', site: path === '' ? host : `${host}/${path}` };
  const handle = plainHandle(path.slice(profile[1].length).split('/')[0] ?? '');
  return { is: 'account', account: `${profile[2]}:${handle}` };
}
