/** Counts what really comes out of an archive: what its directory says may be a lie. */
import { Transform } from 'node:stream';
import type { Readable, TransformCallback } from 'node:stream';
import { crc32 } from 'node:zlib';
import { sizeInWords } from '../../lib/text';
import { ArchiveProblem } from '../contract';
import { isBomb, MAX_ENTRY_BYTES } from './limits';

export interface StreamPromises {
  path: string;
  /** Bytes it unpacks to, as the archive says; null where nothing is promised (a file on the disk may be growing). */
  size: number | null;
  /** Bytes it takes inside the archive; null where nothing is packed. */
  packedSize: number | null;
  /** CRC-32 the archive gives for the unpacked bytes; null where it gives none. */
  crc: number | null;
}

/** The same bytes, failing with an ArchiveProblem past the limits, on damage, and at the end if they don't add up. */
export function checkedStream(source: Readable, promised: StreamPromises): Readable {
  let count = 0;
  let crc = 0;
  const checked = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      count += chunk.length;
      if (promised.crc !== null) crc = crc32(chunk, crc);
      if (count > MAX_ENTRY_BYTES) {
        done(
          new ArchiveProblem(`${promised.path} goes on beyond ${sizeInWords(MAX_ENTRY_BYTES)}, which no export does.`),
        );
      } else if (promised.packedSize !== null && isBomb(count, promised.packedSize)) {
        done(bombProblem(promised.path, count, promised.packedSize));
      } else if (promised.size !== null && count > promised.size) {
        done(damagedProblem(promised.path));
      } else {
        done(null, chunk);
      }
    },
    flush(done: TransformCallback) {
      const adds =
        (promised.size === null || count === promised.size) && (promised.crc === null || crc === promised.crc);
      done(adds ? null : damagedProblem(promised.path));
    },
  });
  const problem = promised.packedSize === null ? unreadableProblem : damagedProblem;
  source.on('error', () => checked.destroy(problem(promised.path)));
  checked.on('close', () => source.destroy());
  return source.pipe(checked);
}

export const damagedProblem = (path: string) =>
  new ArchiveProblem(
    `${path} is damaged inside the archive and can't be unpacked. Download the export again and choose the new file.`,
  );

export const unreadableProblem = (path: string) =>
  new ArchiveProblem(`${path} can't be read from the disk. Copy it to another place and try again.`);

export const bombProblem = (path: string, unpacked: number, packed: number) =>
  new ArchiveProblem(
    `${path} unpacks from ${sizeInWords(packed)} to at least ${sizeInWords(
      unpacked,
    )}, which no real export does, so it was not opened. ` + 'Download the export again from the platform itself.',
  );
