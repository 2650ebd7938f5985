/** When a Google Takeout was made. */
import type { Archive, ArchiveFile } from '../contract';

/** YouTube, the oldest of what Takeout holds, opened on this day; a zip without dates says 1980. */
const OLDEST = Date.UTC(2005, 1, 14);

/**
 * Google names the zips "takeout-20261122T140500Z-001.zip"; else the earliest time a zip gives for `files`. Times of loose
 * files say when they were copied, and nothing about the export.
 */
export function takenOutAt(archive: Archive, files: readonly ArchiveFile[]): number | null {
  const [, year, month, day, hour, minute, second] = /takeout-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i.exec(archive.name) ?? [];
  if (year !== undefined) return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (archive.container !== 'zip') return null;
  const times = files.flatMap(({ modifiedAt }) => modifiedAt ?? []).filter((at) => at >= OLDEST);
  return times.length > 0 ? times.reduce((least, at) => Math.min(least, at)) : null;
}
