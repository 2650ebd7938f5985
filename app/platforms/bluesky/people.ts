/** Accounts on Bluesky: the DID never changes and is the key. A repository names nobody but where a post mentions them. */
import type { IdentityRecord, IdentityRef } from '../../domain/activity';

/** The protocol's own form (atproto.com/specs/did): nothing in it needs escaping in an address. */
const DID = /^did:[a-z]{1,20}:[A-Za-z0-9._:%-]{0,500}[A-Za-z0-9._-]$/;
const HANDLE = /^@?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10})$/i;

/** Null for what is no DID. */
export const byDid = (did: string): IdentityRef | null => (DID.test(did) ? { platform: 'bluesky', kind: 'id', key: did, scope: '' } : null);

/** Whose record an address is of: at://did:plc:…/app.bsky.feed.post/3k… */
export const authorOf = (uri: string): IdentityRef | null =>
  uri.length <= 1_000 ? byDid(/^at:\/\/(did:[^/]+)\//.exec(uri)?.[1] ?? '') : null;

export const profileUrl = (did: string): string => `https://bsky.app/profile/${did}`;

/** @param written what a post calls them, "@ana.bsky.social" */
export function personRecord(identity: IdentityRef, written = ''): IdentityRecord {
  const handle = HANDLE.exec(written.trim())?.[1]?.toLowerCase();
  return {
    record: 'identity',
    ...identity,
    ...(handle === undefined ? {} : { handle }),
    profileUrl: profileUrl(identity.key),
    evidence: handle === undefined ? 'stub' : 'inferred',
  };
}
