/**
 * Files of the end-to-end encrypted download lie flat, "Ana_12.json", and their numbers may change with every download.
 * Until Facebook moved a thread there, its messages stand in the ordinary export too: such a file goes on that thread.
 */
import type { Archive, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { fileOf, loadThread } from '../meta/load';
import type { MetaThread } from '../meta/message';
import { isLooseMessageName, threadFile, threadId } from '../meta/thread-files';
import { nameKey } from '../reading/names';
import { hashOf } from '../reading/ordinals';

/** Hexadecimal digits: 64 bits tell all threads of a person apart. */
const ID_DIGITS = 16;

const isFlat = (path: string): boolean => threadFile(path) === null && !isLooseMessageName(path);

interface Flat {
  path: string;
  people: string;
  /** UTC milliseconds. */
  times: ReadonlySet<number>;
  first: number;
}

/** The conversation of each flat file: the ordinary thread with the same people and a message in common, else its own. */
export async function conversationsOfFlat(archive: Archive, { parts }: Recognition): Promise<Map<string, string>> {
  const messages = parts.filter(({ kind }) => kind === 'messages').map(({ path }) => path);
  const flats: Flat[] = [];
  for (const path of messages.filter(isFlat)) {
    const thread = await threadOrNull(archive, path);
    if (thread) flats.push(flatOf(path, thread));
  }
  const found = new Map<string, string>();
  // Opening every thread a second time is for archives that hold both.
  if (flats.length > 0) {
    for (const path of messages.filter((one) => !isFlat(one))) await join(archive, path, flats, found);
  }
  for (const flat of flats) {
    if (!found.has(flat.path)) found.set(flat.path, `e2ee-${hashOf([flat.people, flat.first]).slice(0, ID_DIGITS)}`);
  }
  return found;
}

async function join(archive: Archive, path: string, flats: readonly Flat[], found: Map<string, string>): Promise<void> {
  const name = threadFile(path)?.name;
  const thread = name === undefined ? null : await threadOrNull(archive, path);
  if (name === undefined || !thread) return;
  const people = peopleOf(thread);
  for (const flat of flats) {
    if (flat.people !== people || found.has(flat.path)) continue;
    if (timesOf(thread).some((at) => flat.times.has(at))) found.set(flat.path, threadId(name));
  }
}

const flatOf = (path: string, thread: MetaThread): Flat => {
  const times = timesOf(thread);
  return { path, people: peopleOf(thread), times: new Set(times), first: times.reduce((first, at) => Math.min(first, at), Number.MAX_SAFE_INTEGER) };
};

const timesOf = ({ messages }: MetaThread): number[] => messages.flatMap((message) => ('problem' in message ? [] : message.occurredAt.at));

const peopleOf = ({ participants }: MetaThread): string => [...new Set(participants.map(nameKey))].sort().join('\n');

/** What can't be read is told when it is read. */
async function threadOrNull(archive: Archive, path: string): Promise<MetaThread | null> {
  try {
    return await loadThread(fileOf(archive, path), 'UTC');
  } catch (error) {
    if (error instanceof ArchiveProblem) return null;
    throw error;
  }
}
