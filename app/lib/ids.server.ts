import { randomBytes } from 'node:crypto';

/** Twelve URL-safe characters, 72 random bits: what URLs and exports see instead of a row's key. */
export function newPublicId(): string {
  return randomBytes(9).toString('base64url');
}
