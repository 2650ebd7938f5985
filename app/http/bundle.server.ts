/** Several files that belong together, sent one after the other: they wait in a folder of their own until the last is there. */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BUNDLE_ENDING, BUNDLE_LIST, type BundleLine } from '../platforms/archive/open-bundle';
import { MAX_ENTRIES } from '../platforms/archive/limits';
import { saveUpload, UploadProblem } from './upload.server';

/** Made by the browser for each drop. */
const bundleId = z.uuid();

/**
 * @param id the browser's; @param uploads the folder of all uploads
 * @returns the bundle's whole path
 * @throws UploadProblem for an id that is none
 */
export function bundleFolder(id: string, uploads: string): string {
  const parsed = bundleId.safeParse(id);
  if (!parsed.success) throw new UploadProblem('This upload could not be understood. Load the page and drop the files again.');
  return join(uploads, `${parsed.data}${BUNDLE_ENDING}`);
}

/** A file of a bundle: its number, its path as the user sees it, and when it was last changed (UTC milliseconds). */
export interface BundledFile {
  index: number;
  path: string;
  modifiedAt: number | null;
}

/** Streams one more file into a bundle, which is made where it is missing. @throws UploadProblem */
export async function saveToBundle(request: Request, folder: string, file: BundledFile): Promise<void> {
  if (file.index >= MAX_ENTRIES) throw new UploadProblem('This folder holds more files than Kith reads. Choose the folder of the export itself.');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place = join(folder, String(file.index));
  if (request.headers.get('content-length') === '0') writeFileSync(place, '', { mode: 0o600 });
  else renameSync(await saveUpload(request, folder), place);
  note(folder, { ...file, size: statSync(place).size });
}

/** The last file is there. @param keptBack pictures and films the browser did not send; @throws UploadProblem where nothing was sent */
export function closeBundle(folder: string, keptBack: number): void {
  if (!existsSync(join(folder, BUNDLE_LIST))) {
    throw new UploadProblem('There is nothing in this folder that Kith reads: only pictures and films, or nothing at all.');
  }
  note(folder, { keptBack });
}

function note(folder: string, line: BundleLine): void {
  appendFileSync(join(folder, BUNDLE_LIST), `${JSON.stringify(line)}\n`, { mode: 0o600 });
}
