/**
 * Reads the sign-in library's cookie without the library: every request asks, and the library's own way costs two
 * milliseconds. The cookie is `token.signature`, the signature base64 of HMAC-SHA-256 over the token with the house's
 * secret; tests/http/session.test.ts holds this together with what the library sets.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const NAME = 'kith.session_token=';

/**
 * The token of a session cookie whose signature fits.
 * @param cookies the request's Cookie header
 * @returns null without a cookie, or for one that this house did not sign
 */
export function sessionToken(cookies: string | null, secret: string): string | null {
  const found = cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(NAME));
  if (!found) return null;
  const value = decode(found.slice(NAME.length));
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
