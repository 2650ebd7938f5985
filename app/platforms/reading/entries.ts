/** Goes through the entries of one part and gives their records, counted, in batches as the file comes. */
import type { CanonicalRecord } from '../../domain/activity';
import type { ReadItem } from '../contract';
import type { JsonElements } from './json-array';
import { rejected } from './records';
import { LeftOutTally } from './tally';

/** A record of one part, with the entries and bytes of that part so far. */
export type PartItem = Pick<ReadItem, 'record' | 'row' | 'bytes'>;

export interface EntryReader {
  /** The records of one entry, those they refer to first; what is left out is added up here. */
  read(entry: unknown, row: number): CanonicalRecord[];
  /** What is left to say when all entries were read. */
  end?(rows: number): CanonicalRecord[];
}

/**
 * Batches, because a generator's every yield costs as much as reading an entry.
 * @param path of the part, for what is rejected and left out
 */
export async function* readEntries(source: AsyncIterable<JsonElements>, path: string, reader: EntryReader): AsyncGenerator<PartItem[]> {
  const tally = new LeftOutTally(path);
  const kept = (record: CanonicalRecord): boolean => {
    if (record.record === 'left_out') tally.add(record.reason, record.count);
    return record.record !== 'left_out';
  };
  let row = 0;
  let read = 0;
  for await (const { elements, bytes } of source) {
    const items: PartItem[] = [];
    for (const element of elements) {
      row += 1;
      const records = 'problem' in element ? [rejected(path, null, element.problem, element.sample)] : reader.read(element.value, row);
      for (const record of records) if (kept(record)) items.push({ record, row, bytes });
    }
    read = bytes;
    yield items;
  }
  const ends = (reader.end?.(row) ?? []).filter(kept);
  yield [...ends, ...tally.records()].map((record) => ({ record, row, bytes: read }));
}
