/** An unpacked export, or one file of it, where it lies on the disk. */
import { constants } from 'node:fs';
import { lstat, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile } from '../contract';
import { checkedStream, unreadableProblem } from './checked-stream';
import { checkPath, commonDepth, printable, withoutFolders } from './entry-paths';
import { MAX_DEPTH, MAX_ENTRIES } from './limits';

/** Opens the folder at `root`. Links are not followed: they could lead out of it, or in circles. */
export async function openFolder(root: string, name: string): Promise<Archive> {
  const skipped: Archive['skipped'] = [];
  const found: ArchiveFile[] = [];
  const waiting = [{ folder: '', depth: 0 }];
  let seen = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const entry of await readdir(join(root, next.folder), { withFileTypes: true })) {
      seen += 1;
      if (seen > MAX_ENTRIES) throw tooMany();
      const place = next.folder ? `${next.folder}/${entry.name}` : entry.name;
      const verdict = checkPath(place);
      if (verdict === 'leftover') continue;
      if ('reason' in verdict) skipped.push({ path: printable(place), reason: verdict.reason });
      else if (entry.isFile()) found.push(await diskFile(join(root, place), verdict.path));
      else if (!entry.isDirectory()) skipped.push({ path: printable(place), reason: 'It is a link or a device, not a file.' });
      else if (next.depth < MAX_DEPTH) waiting.push({ folder: place, depth: next.depth + 1 });
      else skipped.push({ path: printable(place), reason: 'It lies too many folders deep.' });
    }
  }
  const depth = commonDepth(found.map((file) => file.path));
  const files = found
    .map((file) => ({ ...file, path: withoutFolders(file.path, depth) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { name, container: 'folder', files, skipped, close: async () => undefined };
}

/** Opens a single file as an archive that holds just this one, under the name the user gave it. */
export async function openSingleFile(path: string, name: string): Promise<Archive> {
  const verdict = checkPath(name);
  const shown =
    typeof verdict === 'object' && 'path' in verdict
      ? withoutFolders(verdict.path, commonDepth([verdict.path]))
      : 'file';
  const { size } = await stat(path);
  const file: ArchiveFile = { path: shown, size, modifiedAt: null, open: () => openOnDisk(path, shown) };
  return { name, container: 'file', files: [file], skipped: [], close: async () => undefined };
}

async function diskFile(place: string, path: string): Promise<ArchiveFile> {
  const { size, mtimeMs } = await lstat(place);
  return { path, size, modifiedAt: Math.floor(mtimeMs), open: () => openOnDisk(place, path) };
}

async function openOnDisk(place: string, path: string) {
  try {
    const handle = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW);
    return checkedStream(handle.createReadStream(), { path, size: null, packedSize: null, crc: null });
  } catch {
    throw unreadableProblem(path);
  }
}

const tooMany = () =>
  new ArchiveProblem(
    `This folder holds more than ${MAX_ENTRIES.toLocaleString('en')} files. Choose the folder of the export itself.`,
  );
