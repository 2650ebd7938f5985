/** Several zips that are one export: platforms cut large archives into parts. */
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile } from '../contract';
import { baseName } from './entry-paths';

/** A part that waits to be opened. */
export interface Part {
  /** As the user named it. */
  name: string;
  open(): Promise<Archive>;
}

/** More than any platform cuts an export into. */
const MOST_PARTS = 500;

/** One archive of all their files. What lies in two parts under one path stands under its part's name the second time. */
export async function openParts(name: string, parts: readonly Part[]): Promise<Archive> {
  if (parts.length > MOST_PARTS) {
    throw new ArchiveProblem(`These are ${parts.length.toLocaleString('en')} archives at once; Kith reads at most ${MOST_PARTS} as one. Choose fewer.`);
  }
  const opened: Archive[] = [];
  const close = async () => void (await Promise.all(opened.map((archive) => archive.close())));
  const files = new Map<string, ArchiveFile>();
  const skipped: Archive['skipped'] = [];
  try {
    for (const part of parts) {
      const archive = await part.open();
      opened.push(archive);
      skipped.push(...archive.skipped);
      for (const file of archive.files) {
        const path = files.has(file.path) ? `${baseName(part.name)}/${file.path}` : file.path;
        if (files.has(path)) skipped.push({ path, reason: 'Another file has the same name; the first was taken.' });
        else files.set(path, { ...file, path });
      }
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { name, container: 'zip', files: [...files.values()], skipped, close };
}
