/** Finds the readers that know an archive. */
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveReader, PlatformModule, Recognition } from '../contract';
import { describeArchive, refusedWords } from './describe-archive';

/** One reader's share of an archive. */
export interface Recognised {
  /** The module the reader belongs to: its name, else its platform. */
  module: string;
  reader: ArchiveReader;
  recognition: Recognition;
}

/**
 * Asks the modules' readers in order. An archive may hold the exports of several (a Takeout with mail and contacts, two
 * exports in one folder): each file is the first's that claims it, and readers of last resort are asked only where no
 * other knows anything. What was refused at the door counts among what the first does not read.
 * @param only the module to ask, where it is known which
 * @throws ArchiveProblem the first reader's own, or a description of what was found, where none can read it
 */
export async function recogniseArchive(
  archive: Archive,
  modules: readonly PlatformModule[],
  only: string | null = null,
): Promise<[Recognised, ...Recognised[]]> {
  const asked = modules.filter((module) => only === null || nameOf(module) === only);
  const { found, problem } = await askInTurn(archive, asked);
  const [first, ...others] = withoutEachOther(found);
  if (!first) throw problem ?? new ArchiveProblem(describeArchive(archive));
  const unused = [...archive.skipped, ...first.recognition.unused];
  return [{ ...first, recognition: { ...first.recognition, unused } }, ...others];
}

const nameOf = ({ name, platform }: PlatformModule): string => name ?? platform;

async function askInTurn(archive: Archive, modules: readonly PlatformModule[]): Promise<{ found: Recognised[]; problem: ArchiveProblem | null }> {
  const found: Recognised[] = [];
  const claimed = new Set<string>();
  let problem: ArchiveProblem | null = null;
  for (const module of modules) {
    const { archive: reader } = module;
    // Who was told what is wrong with an export must not be offered its tables as something else.
    if (!reader || (reader.lastResort && (found.length > 0 || problem !== null))) continue;
    try {
      const recognition = await reader.recognise(archive);
      const parts = recognition?.parts.filter(({ path }) => !claimed.has(path)) ?? [];
      if (!recognition || parts.length < recognition.parts.length || parts.length === 0) continue;
      for (const { path } of parts) claimed.add(path);
      found.push({ module: nameOf(module), reader, recognition });
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
      problem ??= withRefused(error, archive);
    }
  }
  return { found, problem };
}

/** What another reads is not unused, and what the first says of the rest need not be said twice. */
function withoutEachOther(found: readonly Recognised[]): Recognised[] {
  if (found.length < 2) return [...found];
  const read = new Set(found.flatMap(({ recognition }) => recognition.parts.map(({ path }) => path)));
  const said = new Set<string>();
  return found.map((one) => {
    const unused = one.recognition.unused.filter(({ path }) => !read.has(path) && !said.has(path));
    for (const { path } of unused) said.add(path);
    return { ...one, recognition: { ...one.recognition, unused } };
  });
}

/** What a reader misses may be just what was refused, so its problem names that too. */
function withRefused(error: ArchiveProblem, archive: Archive): ArchiveProblem {
  return archive.skipped.length === 0 ? error : new ArchiveProblem(`${error.message} ${refusedWords(archive)}`);
}
