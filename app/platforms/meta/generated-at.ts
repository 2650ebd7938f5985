/** When Meta made an export. */
import type { Archive, ArchiveFile } from '../contract';

/** Nobody's export is older; a zip without dates says 1980. */
const EXPORTS_BEGAN = Date.UTC(2010, 0, 1);

/**
 * The date in the name Meta gives the zip ("instagram-anna-2025-01-31-Ab12"), as UTC midnight; else the earliest time
 * among the parts in the zip, because one that was packed again says when that was. Times of loose files say when they
 * were copied, and nothing about the export.
 */
export function generatedAt(archive: Archive, parts: readonly ArchiveFile[]): number | null {
  const named = /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(archive.name);
  if (named) {
    const [year, month, day] = [Number(named[1]), Number(named[2]), Number(named[3])];
    const at = Date.UTC(year, month - 1, day);
    if (new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day) return at;
  }
  if (archive.container !== 'zip') return null;
  const times = parts.flatMap(({ modifiedAt }) => modifiedAt ?? []).filter((at) => at >= EXPORTS_BEGAN);
  return times.length > 0 ? Math.min(...times) : null;
}
