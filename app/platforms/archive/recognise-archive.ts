/** Finds the reader that knows an archive. */
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveReader, PlatformModule, Recognition } from '../contract';
import { describeArchive, refusedWords } from './describe-archive';

/**
 * Asks the modules' readers in order and takes the first that knows the content. What was refused at the door counts
 * among what is not read. Throws ArchiveProblem with a description of what was found when no reader knows it.
 */
export async function recogniseArchive(
  archive: Archive,
  modules: readonly PlatformModule[],
): Promise<{ reader: ArchiveReader; recognition: Recognition }> {
  const readers = modules.flatMap((module) => module.archive ?? []);
  for (const reader of readers) {
    const recognition = await askReader(reader, archive);
    if (recognition) return { reader, recognition: { ...recognition, unused: [...archive.skipped, ...recognition.unused] } };
  }
  throw new ArchiveProblem(describeArchive(archive, readers));
}

/** What a reader misses may be just what was refused, so its problem names that too. */
async function askReader(reader: ArchiveReader, archive: Archive): Promise<Recognition | null> {
  try {
    return await reader.recognise(archive);
  } catch (error) {
    if (!(error instanceof ArchiveProblem) || archive.skipped.length === 0) throw error;
    throw new ArchiveProblem(`${error.message} ${refusedWords(archive)}`);
  }
}
