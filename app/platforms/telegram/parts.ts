import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile } from '../contract';

/** The file of a part. The archive may have been opened anew since it was recognised. */
export function fileOf(archive: Archive, path: string): ArchiveFile {
  const file = archive.files.find((candidate) => candidate.path === path);
  if (!file) throw new ArchiveProblem(`${path} is no longer in ${archive.name}. Choose the archive again.`);
  return file;
}
