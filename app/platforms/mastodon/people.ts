/**
 * Accounts of Mastodon and servers like it. An account's address on the network, its URI, never changes and is the key
 * where a source gives it; lists only give the handle, name@server.
 */
import type { IdentityRecord, IdentityRef } from '../../domain/activity';

/** A URI or a handle that is longer is filler. */
const LONGEST = 500;

/** "ana@o.ex", with the server's port where it has one. */
const HANDLE = /^@?([\p{L}\p{N}_.-]{1,100})@([\p{L}\p{N}.-]{1,250}(?::\d{1,5})?)$/u;

/** An account as one place shows it. */
export interface Person {
  identity: IdentityRef;
  /** '' where nothing tells it. */
  handle: string;
  /** How the handle is known: written there, or concluded from the form of the URI. */
  isStated: boolean;
}

const idIdentity = (key: string): IdentityRef => ({ platform: 'mastodon', kind: 'id', key, scope: '' });
export const handleIdentity = (handle: string): IdentityRef => ({ platform: 'mastodon', kind: 'handle', key: handle, scope: '' });

/** "ana@o.ex" of "@Ana@O.ex"; '' for what is no handle. */
export function cleanHandle(written: string): string {
  const [, name = '', server = ''] = HANDLE.exec(written.trim().normalize('NFC')) ?? [];
  return name === '' || !/[\p{L}\p{N}]/u.test(server) ? '' : `${name}@${server}`.toLowerCase();
}

/** A web address in one form, without what stands behind "#"; null for anything else that may stand in an archive. */
export function webAddress(written: string): URL | null {
  if (written.length > LONGEST || !/^https?:\/\/[^/]/i.test(written)) return null;
  try {
    const url = new URL(written);
    if (url.username !== '' || url.password !== '') return null;
    url.hash = '';
    return url;
  } catch {
    return null;
  }
}

/** The account behind a URI, with the handle beside it, or the one its form tells. Null for no URI. */
export function personAt(uri: string, handleBeside = ''): Person | null {
  const url = webAddress(uri);
  if (!url) return null;
  const stated = cleanHandle(handleBeside.replace(/^@?([^@]+)$/, `$1@${url.host}`));
  const concluded = cleanHandle(`${/^\/users\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? ''}@${url.host}`);
  return { identity: idIdentity(url.href), handle: stated || concluded, isStated: handleBeside !== '' && stated !== '' };
}

/** Whose post a URI is of, as far as its form tells: `/users/ana/statuses/9`, `/ap/users/1/statuses/9` or `/@ana/9`. */
export function authorOf(post: string): Person | null {
  const url = webAddress(post);
  if (!url) return null;
  const account = /^(\/(?:ap\/)?users\/[^/]+)\/statuses\/[^/]+$/.exec(url.pathname)?.[1];
  if (account !== undefined) return personAt(`${url.origin}${account}`);
  const handle = cleanHandle(`${/^\/@([^/@]+)\/\d+$/.exec(url.pathname)?.[1] ?? ''}@${url.host}`);
  return handle === '' ? null : { identity: handleIdentity(handle), handle, isStated: false };
}

/** The record of an account. Its page is its own URI, or what Mastodon makes of a handle. */
export function personRecord({ identity, handle, isStated }: Person): IdentityRecord {
  const [name = '', server = ''] = handle.split('@');
  const page = identity.kind === 'id' ? identity.key : `https://${server}/@${encodeURIComponent(name)}`;
  return {
    record: 'identity',
    ...identity,
    ...(handle === '' ? {} : { handle }),
    profileUrl: page,
    evidence: isStated ? 'export' : handle === '' ? 'stub' : 'inferred',
  };
}
