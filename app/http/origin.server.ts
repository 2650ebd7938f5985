/**
 * Requests that change something must come from Kith's own pages, and all requests must be meant for it.
 * `SameSite=Lax` cookies alone would let a page on another port of the same machine through.
 */
import type { Env } from '../lib/env.server';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What the checks look at. */
export interface Caller {
  method: string;
  /** Protocol and host the request was addressed to: "http://localhost:3000". */
  addressed: string;
  origin: string | undefined;
  /** The browser's own word where it sends no Origin. */
  fetchSite: string | undefined;
}

/** A sentence when a request that changes something did not come from Kith's own pages. */
export function refusedOrigin(caller: Caller, { publicOrigin }: Pick<Env, 'publicOrigin'>): string | null {
  const { method, addressed, origin, fetchSite } = caller;
  if (READING.has(method)) return null;
  if (origin === undefined) {
    if (fetchSite === 'same-origin') return null;
    return 'This request does not say which page it comes from, so nothing was changed.';
  }
  if (origin === addressed || origin === publicOrigin) return null;
  return (
    'This request comes from another site, so nothing was changed. ' +
    'If a proxy stands in front of Kith, set KITH_URL to the address people open.'
  );
}

/**
 * A sentence when a server that only this machine can reach is addressed by another name: a stranger's page can point
 * its own name at 127.0.0.1 and would then share Kith's origin (DNS rebinding).
 */
export function refusedHost(addressed: string, env: Pick<Env, 'loopback' | 'publicOrigin'>): string | null {
  const { loopback, publicOrigin } = env;
  if (!loopback || addressed === publicOrigin) return null;
  const name = URL.canParse(addressed) ? new URL(addressed).hostname : '';
  if (LOOPBACK_NAMES.has(name)) return null;
  if (publicOrigin && name === new URL(publicOrigin).hostname) return null;
  return (
    'Kith does not know itself by this name. ' +
    'If a proxy stands in front of it, set KITH_URL to the address people open.'
  );
}
