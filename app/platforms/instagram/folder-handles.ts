/**
 * Instagram names people in threads by their display names only, but calls the folder of a thread with one person by that
 * person's handle without its punctuation: `lottebakkerfic_1784…` for `lotte_bakker_fic`.
 */
import { threadId, threadName } from '../meta/thread-files';
import { isDeletedHandle, strippedHandle } from './handles';

export class FolderHandles {
  /** Per folder name that occurs: the threads called so, and the handles that would be. */
  readonly #names = new Map<string, { threads: Set<string>; handles: Set<string> }>();

  /** @param folders of all threads in the archive; only handles that fit one are remembered */
  constructor(folders: readonly string[]) {
    for (const folder of folders) {
      const name = threadName(folder);
      if (name === '') continue;
      const known = this.#names.get(name) ?? { threads: new Set(), handles: new Set() };
      known.threads.add(threadId(folder));
      this.#names.set(name, known);
    }
  }

  /** Takes note of a handle that stands elsewhere in the archive. */
  note(handle: string): void {
    if (!isDeletedHandle(handle)) this.#names.get(strippedHandle(handle))?.handles.add(handle);
  }

  /** The handle of a thread's other side: only where exactly one fits, and no second thread is called so. */
  handleOf(folder: string): string | null {
    const known = this.#names.get(threadName(folder));
    if (!known || known.threads.size !== 1 || known.handles.size !== 1) return null;
    return [...known.handles][0] ?? null;
  }
}
