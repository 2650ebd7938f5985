/** The two records every reader ends bad and unwanted rows with. */
import type { LeftOutRecord, RejectedRecord } from '../../domain/activity';

/** Characters of a row that are kept to recognise it by. */
const SAMPLE_LENGTH = 200;

/** A row that could not be used. `reason` and `file` are for the user; `line` is null where the source has no lines. */
export const rejected = (file: string, line: number | null, reason: string, sample = ''): RejectedRecord => ({
  record: 'rejected',
  file,
  line,
  reason,
  ...(sample === '' ? {} : { sample: sample.slice(0, SAMPLE_LENGTH) }),
});

/** Understood and left out on purpose; the same words each time, so that counts add up. */
export const leftOut = (file: string, reason: string, count = 1): LeftOutRecord => ({ record: 'left_out', file, reason, count });
