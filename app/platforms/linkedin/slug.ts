/** LinkedIn profile addresses to keys of identities and back. Addresses in an archive are text that anybody wrote. */
import type { IdentityRef } from '../../domain/activity';
import { detach } from '../csv/detach';

/** Only LinkedIn's own hosts (www, m, country ones like nl) and only profiles; a scheme may be missing. */
const PROFILE = /^(?:https?:\/\/)?(?:[a-z]{1,6}\.)?linkedin\.com\/(?:mwlite\/)?in\/([^/?#\s]{1,600})(?:[/?#]|$)/i;

/**
 * Addresses by internal member id (`/in/ACoAAB…`) appear where a member has no public name. The id is base64 and never
 * changes: it is kept as it is, letter case included, and as an `id`, so that it can't meet a handle.
 */
const MEMBER_ID = /^A[A-Z][A-Za-z]AA[A-Za-z0-9_-]{15,}$/;

/**
 * The identity behind a profile address: `handle` with the slug decoded and in lower case (LinkedIn ignores case there),
 * or `id`. Null for anything that is no LinkedIn profile.
 */
export function profileIdentity(url: string): IdentityRef | null {
  if (url === '') return null;
  const seen = remembered.get(url);
  if (seen !== undefined) return seen;
  if (url.length > LONGEST_REMEMBERED) return identityAt(url);
  const kept = detach(url);
  const identity = identityAt(kept);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(kept, identity);
  return identity;
}

/** Conversations repeat the same few addresses row after row. */
const remembered = new Map<string, IdentityRef | null>();
const REMEMBERED = 2_000;
const LONGEST_REMEMBERED = 200;

function identityAt(url: string): IdentityRef | null {
  const written = PROFILE.exec(url.trim())?.[1];
  if (written === undefined) return null;
  if (MEMBER_ID.test(written)) return { platform: 'linkedin', kind: 'id', key: written, scope: '' };
  const key = decoded(written).normalize('NFC').toLowerCase();
  if (key === '' || key === '.' || key === '..' || /[\s/\\?#\p{C}]/u.test(key)) return null;
  return { platform: 'linkedin', kind: 'handle', key, scope: '' };
}

/** The address of a profile, made from its key. Null for names, which have none. */
export function profileUrl(identity: IdentityRef): string | undefined {
  if (identity.kind !== 'handle' && identity.kind !== 'id') return undefined;
  return `https://www.linkedin.com/in/${encodeURIComponent(identity.key)}`;
}

/** A profile address list as LinkedIn joins them: by commas, which slugs can't hold unescaped. */
export const splitUrls = (cell: string): string[] => cell.split(/[,;\s]+/).filter((url) => url !== '');

function decoded(slug: string): string {
  if (!slug.includes('%')) return slug;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
