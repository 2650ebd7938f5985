/** That something of an archive did not go in, in a few words; what it was is looked up when somebody asks. */
import type { ImportCounts, ImportStatus, LeftOut, StoredRecognition } from '../../domain/imports/run';
import { counted, withThousands } from '../../lib/text';

interface Run {
  status: ImportStatus;
  counts: ImportCounts;
  leftOut: readonly LeftOut[];
}

/** @returns "3 rows could not be used, 2 files not read"; null where all went in, or nothing of it is kept */
export function asideOf({ status, counts, leftOut }: Run, recognition: StoredRecognition | null): string | null {
  if (status === 'undone' || status === 'stopped') return null;
  const left = leftOut.reduce((sum, one) => sum + one.count, 0);
  const unused = recognition?.unused.length ?? 0;
  // Of what failed, no rows are kept: only its files are still known.
  const hasRows = status !== 'failed';
  const parts = [
    hasRows && counts.rejected > 0 ? `${counted(counts.rejected, 'row', 'rows')} could not be used` : null,
    hasRows && left > 0 ? `${withThousands(left)} left out` : null,
    unused > 0 ? `${counted(unused, 'file', 'files')} not read` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : null;
}
