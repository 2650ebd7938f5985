/** When a record was made: as its app says, or as its key says where that can't be. */
import type { StatedTime } from '../../domain/activity';
import { utcTime } from '../reading/stated-time';

/** Before this there was nobody on Bluesky; dates of imported posts lie before. */
const BEGINNING = Date.UTC(2022, 10, 1);
const DAY = 86_400_000;

/** TIDs count in base 32 with letters that sort like numbers (atproto.com/specs/tid). */
const LETTERS = '234567abcdefghijklmnopqrstuvwxyz';
const TID = /^[2-7a-j][2-7a-z]{12}$/;
/** The last ten bits tell writers apart; before them stand microseconds. */
const WRITER_BITS = 10n;

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,12})?(?:Z|[+-]\d{2}:\d{2})$/;

/** UTC milliseconds of a TID; null for any other key, or for a time that can't be. */
export function tidTime(tid: string): number | null {
  if (!TID.test(tid)) return null;
  let value = 0n;
  for (const letter of tid) value = value * 32n + BigInt(LETTERS.indexOf(letter));
  const at = Number((value >> WRITER_BITS) / 1000n);
  return utcTime(at, 'ms')?.at ?? null;
}

/**
 * Apps may write any date. It counts if it lies between the network's beginning and a day after the record was made, by
 * its key; else the key's own time counts. A key that is no TID leaves the date, unless it lies after everything else.
 * @param latest UTC milliseconds of the repository's last change; null where that isn't known
 * @returns null where nothing is a time
 */
export function recordTime(createdAt: string, key: string, latest: number | null = null): StatedTime | null {
  const [whole, fraction] = ISO.exec(createdAt) ?? [];
  const stated = whole === undefined ? null : utcTime(Date.parse(whole), fraction === undefined ? 'second' : 'ms');
  const made = tidTime(key);
  const hasMade = made !== null && made >= BEGINNING;
  const until = (hasMade ? made : (latest ?? Number.POSITIVE_INFINITY)) + DAY;
  if (stated && stated.at <= until && (stated.at >= BEGINNING || !hasMade)) return stated;
  return hasMade ? utcTime(made, 'ms') : null;
}
