/**
 * Proof that whoever makes the owner's account can read the server's terminal. Needed where strangers can reach the
 * server before its owner does.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

// On globalThis: the development server reloads this module.
const kept = globalThis as typeof globalThis & { kithSetupToken?: string };

/** Makes the token that is printed at start. */
export function makeSetupToken(): string {
  kept.kithSetupToken = randomBytes(24).toString('base64url');
  return kept.kithSetupToken;
}

/** True once the token has been made and not been used. */
export function setupTokenNeeded(): boolean {
  return kept.kithSetupToken !== undefined;
}

/** Compares in constant time. */
export function setupTokenFits(given: string): boolean {
  if (kept.kithSetupToken === undefined) return true;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(kept.kithSetupToken));
}

/** It works once. */
export function forgetSetupToken(): void {
  kept.kithSetupToken = undefined;
}
