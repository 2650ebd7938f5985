/** The one door for what users hand in. */
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveProblem } from '../contract';
import type { Archive } from '../contract';
import { unreadableProblem } from './checked-stream';
import { checkPath } from './entry-paths';
import { openFolder, openSingleFile } from './open-folder';
import { isTar, openGzip, TAR_TELLING } from './open-gzip';
import { openParts } from './open-parts';
import { openTar } from './open-tar';
import { openZip } from './open-zip';

/** First bytes of containers Kith doesn't unpack. */
const OTHER_CONTAINERS: readonly { starts: string; what: string }[] = [
  { starts: '377abcaf271c', what: 'a 7-Zip file' },
  { starts: '526172211a07', what: 'a RAR file' },
  { starts: 'fd377a585a00', what: 'an xz file' },
];

/** Local entry, empty archive, split archive. */
const ZIP_STARTS: readonly string[] = ['504b0304', '504b0506', '504b0708'];
const GZIP_START = '1f8b';

/**
 * Opens a zip, a tar (packed with gzip or not), a folder or a single file, told apart by content. `name` is what the user
 * calls it (an upload lies under a temporary name). The caller closes the archive. Throws ArchiveProblem, whose message is meant for the user.
 */
export async function openArchive(path: string, name: string): Promise<Archive> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await openFolderOrParts(path, name);
    if (!found.isFile()) throw new ArchiveProblem(`${name} is neither a file nor a folder.`);
    const beginning = await firstBytes(path);
    const start = beginning.subarray(0, 8).toString('hex');
    if (ZIP_STARTS.includes(start.slice(0, 8))) return await openZip(path, name);
    if (start.startsWith(GZIP_START)) return await openGzip(path, name);
    if (isTar(beginning)) return await openTar(path, name, false);
    const other = OTHER_CONTAINERS.find((container) => start.startsWith(container.starts));
    if (other)
      throw new ArchiveProblem(`${name} is ${other.what}. Unpack it and choose the folder, or pack it as a zip.`);
    return await openSingleFile(path, name);
  } catch (error) {
    throw error instanceof ArchiveProblem ? error : diskProblem(error, name);
  }
}

/** A folder that holds nothing but archives is an export in parts; they are never looked for among other files. */
async function openFolderOrParts(path: string, name: string): Promise<Archive> {
  const entries = (await readdir(path, { withFileTypes: true })).filter((entry) => checkPath(entry.name) !== 'leftover');
  const places = entries.map((entry) => ({ name: entry.name, place: join(path, entry.name) }));
  for (const [index, { place }] of places.entries()) {
    if (!entries[index]?.isFile() || !(await isContainer(place))) return openFolder(path, name);
  }
  if (places.length === 0) return openFolder(path, name);
  return openParts(name, places.sort((a, b) => (a.name < b.name ? -1 : 1)).map((part) => ({ name: part.name, open: () => openArchive(part.place, part.name) })));
}

/** Whether the file at `path` is an archive of files by its first bytes. */
export async function isContainer(path: string): Promise<boolean> {
  const beginning = await firstBytes(path);
  const start = beginning.subarray(0, 4).toString('hex');
  return ZIP_STARTS.includes(start) || start.startsWith(GZIP_START) || isTar(beginning);
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAR_TELLING), 0, TAR_TELLING, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function diskProblem(error: unknown, name: string): ArchiveProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ArchiveProblem(`There is no file or folder called ${name} there.`);
  if (code === 'EACCES' || code === 'EPERM') return new ArchiveProblem(`Kith is not allowed to read ${name}.`);
  return unreadableProblem(name);
}
