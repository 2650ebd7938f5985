/** What of an archive is not read, in a list short enough to be looked at. */
import type { ArchiveFile, Recognition } from '../contract';

/** Files with the same reason that are still named one by one. */
const NAMED = 12;

/**
 * @param whyNot a sentence for the user, the same words for files of a kind
 * @returns one line a file, or one line for many of a kind in a folder: "photos/… (214 files)"
 */
export function unusedFiles(files: readonly ArchiveFile[], whyNot: (path: string) => string): Recognition['unused'] {
  const byReason = new Map<string, string[]>();
  for (const { path } of files) {
    const reason = whyNot(path);
    const paths = byReason.get(reason);
    if (paths) paths.push(path);
    else byReason.set(reason, [path]);
  }
  return [...byReason].flatMap(([reason, paths]) =>
    paths.length <= NAMED ? paths.map((path) => ({ path, reason })) : byFolder(paths).map((path) => ({ path, reason })),
  );
}

function byFolder(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const steps = path.split('/');
    const folder = steps.length > 1 ? `${steps[0] ?? ''}/…` : '…';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].map(([folder, count]) => `${folder} (${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'})`);
}
