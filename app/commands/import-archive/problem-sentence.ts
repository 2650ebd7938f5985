/** What an import that cannot go on says to the user. */
import { ArchiveProblem } from '../../platforms/contract';

/** For an export with the right tables and not one row in them. */
export const EMPTY_EXPORT =
  'This is an export, but its tables hold only their headings and not one row. Ask for a new one once there is something in it, or choose the larger archive.';

/** Codes of a disk that is full, from SQLite and from the file system. */
const NO_SPACE: readonly unknown[] = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'];

/** @returns the sentence, and whether the fault is in Kith rather than in the archive or the machine */
export function problemSentence(error: unknown): { sentence: string; isOurs: boolean } {
  if (error instanceof ArchiveProblem) return { sentence: error.message, isOurs: false };
  if (error instanceof Error && 'code' in error && NO_SPACE.includes(error.code)) {
    return {
      sentence: 'The disk is full. Nothing of this archive was kept, and everything you had is safe. Make some room, then bring it in again.',
      isOurs: false,
    };
  }
  return {
    sentence:
      'Something in Kith went wrong while reading this archive. Nothing of it was kept, and everything you had is safe. Try it once more.',
    isOurs: true,
  };
}
