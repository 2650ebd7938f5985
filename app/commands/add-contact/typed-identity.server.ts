/** What somebody typed about where to find a person, turned into the same keys that the platforms' readers make. */
import type { IdentityKind, Platform } from '../../domain/activity';
import { profileIdentity, profileUrl } from '../../platforms/linkedin/slug';

/** An identity as typed: enough to find it again and to make it. */
export interface TypedIdentity {
  platform: Platform;
  kind: IdentityKind;
  key: string;
  handle?: string;
  email?: string;
  profileUrl?: string;
}

export type Typed = { ok: true; identity: TypedIdentity } | { ok: false; problem: string };

/** How one platform writes handles and addresses of profiles. Handles ignore case on all of them. */
interface HandleRule {
  name: string;
  /** Finds the handle in a link to a profile. */
  link: RegExp;
  handle: RegExp;
  profileUrl: (handle: string) => string;
}

const HOST = String.raw`^(?:https?:\/\/)?(?:www\.|m\.|mobile\.)?`;
const END = String.raw`(?:[/?#].*)?$`;

/** Pages of X that stand where a handle would. */
const X_PAGES = 'home|explore|search|settings|messages|notifications|i|intent|share|hashtag';

const RULES: Partial<Record<Platform, HandleRule>> = {
  x: {
    name: 'X',
    link: new RegExp(`${HOST}(?:x|twitter)\\.com/(?!(?:${X_PAGES})(?:[/?#]|$))@?(\\w{1,15})${END}`, 'i'),
    handle: /^\w{1,15}$/,
    profileUrl: (handle) => `https://x.com/${handle}`,
  },
  instagram: {
    name: 'Instagram',
    link: new RegExp(`${HOST}instagram\\.com/(?!(?:p|reel|stories|explore)(?:[/?#]|$))([\\w.]{1,30})${END}`, 'i'),
    handle: /^[\w.]{1,30}$/,
    profileUrl: (handle) => `https://www.instagram.com/${handle}/`,
  },
  threads: {
    name: 'Threads',
    link: new RegExp(`${HOST}threads\\.(?:net|com)/@([\\w.]{1,30})${END}`, 'i'),
    handle: /^[\w.]{1,30}$/,
    profileUrl: (handle) => `https://www.threads.net/@${handle}`,
  },
  bluesky: {
    name: 'Bluesky',
    link: new RegExp(`${HOST}bsky\\.app/profile/((?:[a-z0-9-]+\\.)+[a-z]{2,})${END}`, 'i'),
    handle: /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
    profileUrl: (handle) => `https://bsky.app/profile/${handle}`,
  },
  youtube: {
    name: 'YouTube',
    link: new RegExp(`${HOST}youtube\\.com/@([\\w.·-]{3,30})${END}`, 'i'),
    handle: /^[\w.·-]{3,30}$/,
    profileUrl: (handle) => `https://www.youtube.com/@${handle}`,
  },
  tiktok: {
    name: 'TikTok',
    link: new RegExp(`${HOST}tiktok\\.com/@([\\w.]{2,24})${END}`, 'i'),
    handle: /^[\w.]{2,24}$/,
    profileUrl: (handle) => `https://www.tiktok.com/@${handle}`,
  },
};

/** Mastodon needs the server too: "anna@social.example", or a link to the profile there. */
const MASTODON_HANDLE = /^@?([a-z0-9_](?:[a-z0-9_.-]{0,62}[a-z0-9_])?)@((?:[a-z0-9-]+\.)+[a-z]{2,})$/i;
const MASTODON_LINK = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})\/@([a-z0-9_.-]{1,64})\/?$/i;

/** Platforms a person can be looked up on by hand, in the order the form shows them. */
export const TYPED_PLATFORMS = [
  'linkedin', 'x', 'instagram', 'threads', 'bluesky', 'mastodon', 'youtube', 'tiktok',
] as const satisfies readonly Platform[];
export type TypedPlatform = (typeof TYPED_PLATFORMS)[number];

const EXAMPLE = 'Paste the link to their profile, or write the handle as it stands there.';

function ruled(platform: Platform, rule: HandleRule, written: string): TypedIdentity {
  const handle = written.toLowerCase();
  return { platform, kind: 'handle', key: handle, handle, profileUrl: rule.profileUrl(handle) };
}

function onLinkedIn(text: string): TypedIdentity | null {
  const ref = profileIdentity(text) ?? (/^[\p{L}\p{M}\p{N}_%-]+$/u.test(text) ? profileIdentity(`linkedin.com/in/${text}`) : null);
  if (!ref) return null;
  const url = profileUrl(ref);
  return {
    platform: 'linkedin', kind: ref.kind, key: ref.key,
    ...(ref.kind === 'handle' ? { handle: ref.key } : {}), ...(url ? { profileUrl: url } : {}),
  };
}

function onMastodon(user: string, server: string): TypedIdentity {
  const handle = `${user}@${server}`.toLowerCase();
  return {
    platform: 'mastodon', kind: 'handle', key: handle, handle,
    profileUrl: `https://${server.toLowerCase()}/@${user.toLowerCase()}`,
  };
}

/** A link says by itself which platform it leads to. */
function fromLink(text: string): TypedIdentity | null {
  const linkedIn = profileIdentity(text) ? onLinkedIn(text) : null;
  if (linkedIn) return linkedIn;
  for (const platform of TYPED_PLATFORMS) {
    const rule = RULES[platform];
    const handle = rule?.link.exec(text)?.[1];
    if (rule && handle !== undefined) return ruled(platform, rule, handle);
  }
  const mastodon = MASTODON_LINK.exec(text);
  return mastodon ? onMastodon(mastodon[2] ?? '', mastodon[1] ?? '') : null;
}

/**
 * Reads a profile's link or handle.
 * @param platform what was chosen beside it; a link to another known platform wins over it
 */
export function typedProfile(platform: TypedPlatform, text: string): Typed {
  const written = text.trim();
  const linked = fromLink(written);
  if (linked) return { ok: true, identity: linked };
  if (platform === 'linkedin') {
    const identity = onLinkedIn(written);
    return identity ? { ok: true, identity } : { ok: false, problem: `This is no LinkedIn profile. ${EXAMPLE}` };
  }
  if (platform === 'mastodon') {
    const parts = MASTODON_HANDLE.exec(written);
    if (parts) return { ok: true, identity: onMastodon(parts[1] ?? '', parts[2] ?? '') };
    return { ok: false, problem: 'On Mastodon the server belongs to the handle: anna@social.example.' };
  }
  const rule = RULES[platform];
  const handle = written.replace(/^@/, '');
  if (rule?.handle.test(handle.toLowerCase())) return { ok: true, identity: ruled(platform, rule, handle) };
  return { ok: false, problem: `This is no handle on ${rule?.name ?? 'this platform'}. ${EXAMPLE}` };
}

/** An e-mail address, checked before: its letters' case says nothing in practice. */
export function typedEmail(address: string): TypedIdentity {
  const key = address.trim().toLowerCase();
  return { platform: 'email', kind: 'email', key, email: key };
}
