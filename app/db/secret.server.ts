/** The secret that signs session cookies: made on the first start, kept in the data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FEWEST_CHARACTERS = 32;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

const known = new Map<string, string>();

/**
 * The secret of a data folder; read once, made where there is none.
 * @throws Error with a sentence when the file holds something else
 */
export function houseSecret(dataFolder: string): string {
  const secret = known.get(dataFolder) ?? readOrMake(dataFolder);
  known.set(dataFolder, secret);
  return secret;
}

function readOrMake(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= FEWEST_CHARACTERS) return secret;
    throw new Error(`${file} is too short to be Kith's secret. Remove it; a new one is made and everybody signs in again.`);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const secret = randomBytes(48).toString('base64url');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  // wx: two starts at once must not end with two secrets.
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}
