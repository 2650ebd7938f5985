/** Finds the reader that knows an archive. */
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveReader, PlatformModule, Recognition } from '../contract';
import { describeArchive } from './describe-archive';

/**
 * Asks the modules' readers in order and takes the first that knows the content. Throws ArchiveProblem with a
 * description of what was found when none does.
 */
export async function recogniseArchive(
  archive: Archive,
  modules: readonly PlatformModule[],
): Promise<{ reader: ArchiveReader; recognition: Recognition }> {
  const readers = modules.flatMap((module) => module.archive ?? []);
  for (const reader of readers) {
    const recognition = await reader.recognise(archive);
    if (recognition) return { reader, recognition };
  }
  throw new ArchiveProblem(describeArchive(archive, readers));
}
