/** What the browser sent as one: the files of a folder, or the parts of an archive, in a folder of Kith's own. */
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { counted } from '../../lib/text';
import type { Archive, ArchiveFile } from '../contract';
import { checkedStream, unreadableProblem } from './checked-stream';
import { checkPath, commonDepth, printable, withoutFolders } from './entry-paths';
import { isContainer, openArchive } from './open-archive';
import { openParts } from './open-parts';

/** How a bundle's folder ends; an upload of one file has no ending. */
export const BUNDLE_ENDING = '.bundle';

/** The list of what lies in a bundle, a line of JSON for each file; the user's own paths are never written to the disk. */
export const BUNDLE_LIST = 'list.jsonl';

const fileLine = z.object({ index: z.int().nonnegative(), path: z.string(), size: z.number(), modifiedAt: z.number().nullable() });
const lastLine = z.object({ keptBack: z.int().nonnegative() });

export const bundleLineSchema = z.union([fileLine, lastLine]);
/** A file under its number, or, at the end, how many pictures, films and sound files the browser kept back. */
export type BundleLine = z.infer<typeof bundleLineSchema>;

/** @param folder whole path of the bundle; @param name what the user calls it */
export async function openBundle(folder: string, name: string): Promise<Archive> {
  const text = await readFile(join(folder, BUNDLE_LIST), 'utf8');
  const lines = text.split('\n').filter(Boolean).map((line) => bundleLineSchema.parse(JSON.parse(line)));
  const places = lines.flatMap((line) => ('path' in line ? [{ ...line, place: join(folder, String(line.index)) }] : []));
  const count = lines.reduce((sum, line) => ('keptBack' in line ? line.keptBack : sum), 0);
  const archive = (await areAllContainers(places))
    ? await openParts(name, places.map(({ path, place }) => ({ name: path, open: () => openArchive(place, path) })))
    : looseFiles(places, name);
  return { ...archive, skipped: [...(count === 0 ? [] : [keptBack(count)]), ...archive.skipped] };
}

async function areAllContainers(places: readonly Placed[]): Promise<boolean> {
  for (const { place } of places) if (!(await isContainer(place))) return false;
  return places.length > 0;
}

const keptBack = (count: number) => ({
  path: counted(count, 'media file', 'media files'),
  reason: 'Pictures, films and sound stayed with you: Kith reads words and lists.',
});

type Placed = z.infer<typeof fileLine> & { place: string };

function looseFiles(places: readonly Placed[], name: string): Archive {
  const skipped: Archive['skipped'] = [];
  const found: ArchiveFile[] = [];
  for (const { path, size, modifiedAt, place } of places) {
    const verdict = checkPath(path);
    if (verdict === 'leftover') continue;
    if ('reason' in verdict) skipped.push({ path: printable(path), reason: verdict.reason });
    else found.push({ path: verdict.path, size, modifiedAt, open: () => openPlace(place, verdict.path) });
  }
  const depth = commonDepth(found.map(({ path }) => path));
  const files = found.map((file) => ({ ...file, path: withoutFolders(file.path, depth) })).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { name, container: 'folder', files, skipped, close: async () => undefined };
}

async function openPlace(place: string, path: string) {
  try {
    const handle = await open(place);
    return checkedStream(handle.createReadStream(), { path, size: null, packedSize: null, crc: null });
  } catch {
    throw unreadableProblem(path);
  }
}
