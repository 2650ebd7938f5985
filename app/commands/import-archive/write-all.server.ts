/** The records of an archive into the store, a batch at a time, from the checkpoint on. */
import type { ReadItem } from '../../domain/activity';
import type { BulkWriter } from '../../db/bulk-writer.server';
import { pauseAsked, stopAsked, type ImportRunState } from '../../db/import-runs.server';
import type { ArchiveReader, ReadResult } from '../../platforms/contract';
import type { ImportDeps } from '../import-archive.server';

/**
 * Records per transaction: the write lock is held for some fifty milliseconds at a time. Keys are random, so that in a
 * smaller transaction nearly every row writes a page of each index of its own, and each transaction waits for the disk.
 */
const BATCH = { least: 250, most: 1_000 } as const;
/** The first are small, so that there is soon something to see, and a small archive too can be stopped in the middle. */
const BATCH_SHARE = 1 / 8;
/** Letters of text per transaction: what long mails may take of the worker's memory. */
const BATCH_LETTERS = 500_000;

/** @param written records so far */
const batchAfter = (written: number): number => Math.max(BATCH.least, Math.min(BATCH.most, written * BATCH_SHARE));

/** Who is who is needed for the rows still to come, and saying it twice changes nothing. */
const isWanted = ({ record }: ReadItem): boolean => record.record === 'same_person';

/**
 * Writes everything past the checkpoint. A batch ends only between two rows of the source, so that a checkpoint never
 * stands in the middle of one.
 * @returns what the archive could see, or what somebody asked for instead
 */
export async function writeAll(
  items: ReturnType<ArchiveReader['read']>,
  writer: BulkWriter,
  run: ImportRunState,
  deps: ImportDeps,
): Promise<ReadResult | 'stop' | 'pause'> {
  const from = run.checkpoint;
  const isDone = (item: ReadItem) =>
    from !== null && (item.part < from.part || (item.part === from.part && item.row <= from.row));
  let batch: ReadItem[] = [];
  let letters = 0;
  let written = 0;
  for (;;) {
    const next = await items.next();
    if (next.done) {
      writer.write(batch);
      return next.value;
    }
    const item = next.value;
    if (isDone(item)) {
      if (isWanted(item)) writer.repeat(item.record);
      continue;
    }
    const last = batch.at(-1);
    const isNextRow = last !== undefined && (last.part !== item.part || last.row !== item.row);
    const isFull = batch.length >= (deps.batch ?? batchAfter(written)) || letters >= BATCH_LETTERS;
    if (isFull && isNextRow) {
      writer.write(batch);
      written += batch.length;
      batch = [];
      letters = 0;
      deps.pause();
      if (stopAsked(deps.sql, run.id)) return 'stop';
      if (pauseAsked(deps.sql, run.id)) return 'pause';
    }
    batch.push(item);
    if (item.record.record === 'interaction') letters += item.record.text?.length ?? 0;
  }
}
