/** TikTok knows people by their user name alone, which may change. */
import type { IdentityRecord, IdentityRef, StatedTime } from '../../domain/activity';
import { utcTime } from '../reading/stated-time';

/** The key of a user name, '' for what can be none. */
export function handleKey(written: string): string {
  const handle = written.trim().replace(/^@/, '').toLowerCase();
  return /^[\p{L}\p{N}._]{1,60}$/u.test(handle) ? handle : '';
}

export const tiktokIdentity = (key: string): IdentityRef => ({ platform: 'tiktok', kind: 'handle', key, scope: '' });

export const profileUrl = (key: string): string => `https://www.tiktok.com/@${encodeURIComponent(key)}`;

export const identityRecord = (key: string, written = key): IdentityRecord => ({
  record: 'identity', ...tiktokIdentity(key), handle: written.replace(/^@/, ''), profileUrl: profileUrl(key), evidence: 'export',
});

/** "2024-03-01 08:15:00", in text files with " UTC" behind it, or ISO; always UTC. */
export function parseTime(written: string): StatedTime | null {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d{1,6})?(?: ?UTC|Z)?$/.exec(written.trim());
  return match ? utcTime(Date.parse(`${match[1]}T${match[2]}Z`), 'second') : null;
}
