/** Paths inside archives. They are only ever compared, never written to, and still nothing strange is let through. */

export type PathVerdict = { path: string } | { reason: string } | 'leftover';

/** What macOS and Windows put beside the real files. Not worth a word to the user. */
const LEFTOVERS = /(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** Forward slashes and NFC, or why the entry is not offered for reading. `raw` is the path as the archive has it. */
export function checkPath(raw: string): PathVerdict {
  const path = raw.replaceAll('\\', '/').normalize('NFC');
  if (path.includes('\0')) return { reason: 'Its name holds a character that no file name may have.' };
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return { reason: 'It wants to lie at a fixed place on the disk.' };
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) return { reason: 'It wants to lie outside its archive.' };
  if (steps.length === 0) return { reason: 'It has no name.' };
  return LEFTOVERS.test(path) ? 'leftover' : { path: steps.join('/') };
}

/** A path fit for a sentence: hostile ones may be long or hold control characters. */
export const printable = (path: string): string => path.replace(/[^\P{C}]/gu, '?').slice(0, 200);

/** How many leading folders all paths share: exports are often packed together with the folder they lay in. */
export function commonDepth(paths: readonly string[]): number {
  const [first, ...others] = paths.map((path) => path.split('/').slice(0, -1));
  if (!first) return 0;
  let depth = first.length;
  for (const steps of others) {
    let shared = 0;
    while (shared < depth && steps[shared] === first[shared]) shared += 1;
    depth = shared;
  }
  return depth;
}

/** The path without its first `depth` folders. */
export const withoutFolders = (path: string, depth: number): string => path.split('/').slice(depth).join('/');

/** "messages.csv" of "Basic/messages.csv". */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** "Basic" of "Basic/messages.csv", '' at the root. */
export const folderName = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
