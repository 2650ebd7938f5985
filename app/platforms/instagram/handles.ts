/** Handles on Instagram and Threads, and addresses made from them. Addresses in an archive are text that anybody wrote. */
import type { IdentityRef } from '../../domain/activity';

export type HandlePlatform = 'instagram' | 'threads';

const HANDLE = /^[a-z0-9._]{1,30}$/;
const HOST = /^https?:\/\/(?:www\.)?(instagram\.com|threads\.net|threads\.com)\/([^?#\s]{1,300})/i;
/** First steps of addresses that are no profiles. */
const NO_PROFILE: ReadonlySet<string> = new Set(['p', 'reel', 'reels', 'tv', 'explore', 'accounts', 'direct', 't', 'share', 'about', 'legal', 'web', 'api']);

/** Lower case, without blanks and `@`; null for what is no handle. */
export function handleIn(written: string): string | null {
  if (written.length > 100) return null;
  const handle = written.normalize('NFC').trim().replace(/^@/, '').toLowerCase();
  return HANDLE.test(handle) ? handle : null;
}

/** Of a profile's address: `instagram.com/anna`, `/_u/anna`, `/stories/anna/…`, `threads.net/@anna`. */
export function handleInAddress(address: string): string | null {
  const [, host = '', rest = ''] = HOST.exec(address.trim()) ?? [];
  const [first = '', second = ''] = rest.split('/').map(decoded);
  if (/^threads/i.test(host)) return first.startsWith('@') ? handleIn(first) : null;
  if (first === '_u' || first === 'stories') return handleIn(second);
  return NO_PROFILE.has(first.toLowerCase()) ? null : handleIn(first);
}

/** Address of a post, made anew from its host and code, with the code; null for anything else. */
export function postAt(address: string): { url: string; code: string } | null {
  const [, host = '', rest = ''] = HOST.exec(address.trim()) ?? [];
  const steps = rest.split('/');
  const place = steps.findIndex((step) => /^(?:p|reel|reels|tv|post|t)$/i.test(step));
  const code = place === -1 ? '' : steps[place + 1] ?? '';
  if (!/^[\w-]{3,60}$/.test(code) || place > 2) return null;
  if (!/^threads/i.test(host)) return { url: `https://www.instagram.com/p/${code}/`, code };
  const author = handleIn(steps[0] ?? '');
  return author === null ? { url: `https://www.threads.com/t/${code}`, code } : { url: `https://www.threads.com/@${author}/post/${code}`, code };
}

export const handleIdentity = (platform: HandlePlatform, handle: string): IdentityRef => ({ platform, kind: 'handle', key: handle, scope: '' });

export const profileUrl = (platform: HandlePlatform, handle: string): string =>
  platform === 'threads' ? `https://www.threads.com/@${handle}` : `https://www.instagram.com/${handle}/`;

/** Instagram renames deleted accounts to this. */
export const isDeletedHandle = (handle: string): boolean => /^(?:__deleted__|instagramuser\d*$)/.test(handle);

/** As threads' folders write a handle: letters and digits only. */
export const strippedHandle = (handle: string): string => handle.replace(/[._]/g, '');

function decoded(step: string): string {
  if (!step.includes('%')) return step;
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
