/** Whose archive it is, told by presence: the owner is the one who takes part in every thread. */
import type { Archive } from '../contract';
import { ArchiveProblem } from '../contract';
import { parseJson } from '../reading/json-text';
import { nameKey } from '../reading/names';
import { readBeginning } from '../reading/text-file';
import { isGone } from './gone';
import { fileOf, isPage, loadThread } from './load';
import type { MetaThread } from './message';
import { threadOfJson } from './message-json';

/** Threads looked at: what a few dozen don't tell, hundreds don't either. */
const MOST_THREADS = 60;
/** Larger pages are passed over as long as there are others: they have to be read whole. */
const MOST_BYTES = 4_000_000;
/** Letters in which a file of JSON names its participants, 250 of them and more. */
const BEGINNING = 40_000;
/** Somebody may have left, or been renamed, in some. */
const NEARLY_ALL = 0.9;
/** With one thread, both sides are in all of them. */
const ENOUGH_THREADS = 2;

export interface Presence {
  threads: number;
  /** Most first. */
  names: { name: string; threads: number }[];
  /** The one who is in nearly all; null where that is nobody or several. */
  owner: string | null;
}

/** @param paths of message files, one a thread */
export async function presenceIn(archive: Archive, paths: readonly string[]): Promise<Presence> {
  const counts = new Map<string, { name: string; threads: number }>();
  let threads = 0;
  for (const path of chosen(archive, paths)) {
    const names = await namesIn(archive, path);
    if (names.length === 0) continue;
    threads += 1;
    for (const name of names) {
      const seen = counts.get(nameKey(name)) ?? { name, threads: 0 };
      seen.threads += 1;
      counts.set(nameKey(name), seen);
    }
  }
  const names = [...counts.values()].sort((a, b) => b.threads - a.threads || (a.name < b.name ? -1 : 1));
  const everywhere = names.filter((one) => one.threads >= threads * NEARLY_ALL);
  const isTold = threads >= ENOUGH_THREADS && everywhere.length === 1;
  return { threads, names, owner: isTold ? everywhere[0]?.name ?? null : null };
}

/** Spread over all threads. */
function chosen(archive: Archive, paths: readonly string[]): string[] {
  const sizes = new Map(archive.files.map(({ path, size }) => [path, size]));
  const small = paths.filter((path) => !isPage(path) || (sizes.get(path) ?? 0) <= MOST_BYTES);
  const from = small.length > 0 ? small : paths.slice(0, 1);
  const step = Math.max(1, from.length / MOST_THREADS);
  return Array.from({ length: Math.min(from.length, MOST_THREADS) }, (_, index) => from[Math.floor(index * step)]).filter((path) => path !== undefined);
}

/** Everybody in a thread once, without those whose account is gone; [] for one alone and for a file that can't be read. */
async function namesIn(archive: Archive, path: string): Promise<string[]> {
  const file = fileOf(archive, path);
  try {
    const named = isPage(path) ? [] : participantsAtStart(await readBeginning(file, BEGINNING));
    const all = named.length > 0 ? named : namesOf(await loadThread(file, 'UTC'));
    const names = [...new Map(all.map((name) => [nameKey(name), name])).values()].filter((name) => name !== '');
    return names.length < 2 ? [] : names.filter((name) => !isGone(name));
  } catch (error) {
    if (error instanceof ArchiveProblem) return [];
    throw error;
  }
}

const namesOf = ({ participants, messages }: MetaThread): string[] => [
  ...participants,
  ...messages.flatMap((message) => ('problem' in message ? [] : message.sender)),
];

/** Participants come first in every file, so that it need not be read whole. [] where the beginning is something else. */
function participantsAtStart(beginning: string): string[] {
  const written = /^\uFEFF?\s*\{\s*"participants"\s*:\s*(\[[^\]]*\])/.exec(beginning)?.[1];
  if (written === undefined) return [];
  try {
    return threadOfJson({ participants: parseJson(written), messages: [] })?.participants ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
