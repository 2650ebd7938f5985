import { randomBytes } from 'node:crypto';

const BYTES = 9;
/** Asking the system for a few bytes costs as much as asking for many: an import needs several ids a row. */
const IDS_AT_ONCE = 256;

let pool = Buffer.alloc(0);
let used = 0;

/** Twelve URL-safe characters, 72 random bits: what URLs and exports see instead of a row's key. */
export function newPublicId(): string {
  if (used >= pool.length) {
    pool = randomBytes(BYTES * IDS_AT_ONCE);
    used = 0;
  }
  used += BYTES;
  return pool.toString('base64url', used - BYTES, used);
}
