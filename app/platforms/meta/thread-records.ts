/** Files of messages, one after the other, as records. */
import type { CanonicalRecord, IdentityRef } from '../../domain/activity';
import type { ArchiveFile } from '../contract';
import type { LeftOutTally } from '../reading/tally';
import { loadThread } from './load';
import type { MetaThread } from './message';
import { threadFile, threadId } from './thread-files';
import type { ThreadPlace, ThreadReader } from './threads';

export class ThreadFiles {
  /** How often a file of a thread with the same folder and number came: the export may be there twice. */
  readonly #copies = new Map<string, number>();

  /**
   * @param zone IANA name, for the local times of pages
   * @param conversationOf the conversation of files that do not say it by their paths
   */
  constructor(
    private readonly reader: ThreadReader,
    private readonly zone: string,
    private readonly conversationOf: (path: string) => string | undefined = () => undefined,
  ) {}

  /** Who else is in the thread that was read last, where it is with one person. */
  get partner(): IdentityRef | null {
    return this.reader.partner;
  }

  /** @throws ArchiveProblem for a file that can't be read */
  async records(file: ArchiveFile, tally: LeftOutTally): Promise<Iterable<CanonicalRecord>> {
    const thread = await loadThread(file, this.zone);
    return this.#recordsOf(thread, this.#placeOf(file.path, thread), tally);
  }

  *#recordsOf(thread: MetaThread, place: ThreadPlace, tally: LeftOutTally): Generator<CanonicalRecord> {
    yield* this.reader.open(thread, place);
    for (const message of thread.messages) yield* this.reader.read(message, place, tally);
  }

  #placeOf(path: string, thread: MetaThread): ThreadPlace {
    const found = threadFile(path);
    const stated = this.conversationOf(path);
    if (stated !== undefined) return { file: path, conversation: stated, folder: '', copy: path };
    if (!found) return loosePlace(path, thread);
    const same = `${found.folder}/${found.name}/${found.number}`;
    const copy = this.#copies.get(same) ?? 0;
    this.#copies.set(same, copy + 1);
    return { file: path, conversation: threadId(found.name), folder: found.folder, copy: `${found.folder}/${found.name}#${copy}` };
  }
}

/** Handed in without its folder: newer files say where they lay; the others no more than their title, or who is in them. */
function loosePlace(path: string, { path: stated, title, participants }: MetaThread): ThreadPlace {
  const [folder = '', name = ''] = stated.split('/').slice(-2);
  if (name === '') return { file: path, conversation: `with ${title || [...participants].sort().join(', ')}`, folder: '', copy: '' };
  return { file: path, conversation: threadId(name), folder, copy: '' };
}
