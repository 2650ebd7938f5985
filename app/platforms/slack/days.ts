/** The messages of one conversation on one day of the workspace. */
import type { ArchiveFile } from '../contract';
import { ArchiveProblem } from '../contract';
import { readJson } from '../reading/json-text';

/** The busiest channel of a large company writes a tenth of this in a day. */
const LARGEST_DAY = 100_000_000;

/** Null where the file is damaged: a day is lost, not the import. */
export async function readDay(file: ArchiveFile): Promise<readonly unknown[] | null> {
  try {
    const day = await readJson(file, LARGEST_DAY);
    return Array.isArray(day) ? day : null;
  } catch (error) {
    if (error instanceof ArchiveProblem) return null;
    throw error;
  }
}
