/**
 * Uploads: the browser sends a file as the whole body of a request, and it goes to the disk as it comes, never into
 * memory. What lies in the folder belongs to an import run, or is a leftover of an upload that broke off.
 */
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { newPublicId } from '../lib/ids.server';
import { sizeInWords } from '../lib/text';

/** The upload itself and what comes of it in the database take about twice its size. */
const ROOM_PER_BYTE = 2;
const LONGEST_NAME = 200;

/** The upload did not come in; `message` says to the user why and what to do. Nothing of it is left. */
export class UploadProblem extends Error {
  override name = 'UploadProblem';
}

/** Where uploads wait for their import. */
export function uploadsFolder(dataFolder: string): string {
  return join(dataFolder, 'uploads');
}

/** The name as the user knows it, fit to be shown: never used as a path. */
export function shownName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME) || 'Your archive';
}

/**
 * Streams a request's body into a new file of the folder, which is made where it is missing.
 * @returns the file's whole path
 * @throws UploadProblem
 */
export async function saveUpload(request: Request, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stated = Number(request.headers.get('content-length') ?? Number.NaN);
  if (stated > 0) await checkRoom(stated, folder);
  if (!request.body || stated === 0) throw new UploadProblem('This file is empty. Choose the archive as you got it.');
  const path = join(folder, newPublicId());
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(chunksOf(request.body), file, { signal: request.signal });
    if (file.bytesWritten === 0) throw new UploadProblem('This file is empty. Choose the archive as you got it.');
    if (Number.isFinite(stated) && file.bytesWritten !== stated) throw brokenOff();
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error instanceof UploadProblem ? error : problemOf(error);
  }
}

/** One chunk at a time: the next is asked for once the disk has taken the last. */
async function* chunksOf(body: NonNullable<Request['body']>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

async function checkRoom(bytes: number, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes * ROOM_PER_BYTE) return;
  throw new UploadProblem(
    `This archive has ${sizeInWords(bytes)}, and the disk has ${sizeInWords(free)} left. Kith needs twice the archive’s size to read it. ` +
      'Make some room, or name the file where it lies.',
  );
}

function problemOf(error: unknown): UploadProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new UploadProblem('The disk was full before the whole archive was there, so it was taken away again. Make some room and try once more.');
  }
  return brokenOff();
}

const brokenOff = () => new UploadProblem('The upload broke off, so it was taken away again. Everything you had is safe. Try it once more.');

/**
 * Removes what uploads left behind when the process ended. To be called before the first request.
 * @param needed whole paths that an import run still needs
 */
export function tidyUploads(folder: string, needed: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!needed.includes(path)) rmSync(path, { force: true, recursive: true });
  }
}
