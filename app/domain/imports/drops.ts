/** What was dropped at once, sorted into what belongs together: each becomes one import. */

/** A file with its path as the user sees it, folders included. */
export interface Dropped<F> {
  path: string;
  file: F;
}

/** Files that are read as one. */
export interface Drop<F> {
  /** What to call it. */
  name: string;
  files: Dropped<F>[];
  /** Pictures, films and sound: Kith reads words and lists, so they are not sent. */
  keptBack: number;
}

const CONTAINER = /\.(zip|tar|tgz|tar\.gz)$/i;
const MEDIA = /\.(jpe?g|png|gif|webp|heic|heif|bmp|tiff?|svg|mp4|m4v|mov|avi|mkv|webm|3gp|mp3|m4a|aac|ogg|oga|opus|wav|amr)$/i;

/** "export-001.zip", "archive_part2.zip", "mail 2 of 5.zip"; a date at the end is no number of a part. */
const DATE = /\d{4}[-_]\d{2}[-_]\d{2}$|\d{2}[-_]\d{2}[-_]\d{4}$/;
const PART = /[-_ ]+(?:part[-_ ]*)?\d{1,3}(?:[-_ ]*of[-_ ]*\d{1,3})?$/i;

/** The name that all parts of an archive share. */
function stemOf(name: string): string {
  const stem = name.replace(CONTAINER, '');
  return (DATE.test(stem) ? stem : stem.replace(PART, '')).toLowerCase();
}

const endingOf = (path: string): string => /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? '';

/**
 * Archives cut into parts are one, other archives stand for themselves; loose files of one kind are one export's tables.
 * @param files dropped by themselves; @param folders dropped whole, each one export
 */
export function sortDrops<F>(files: readonly Dropped<F>[], folders: readonly { name: string; files: readonly Dropped<F>[] }[]): Drop<F>[] {
  const groups = new Map<string, Dropped<F>[]>();
  for (const one of files) {
    const key = CONTAINER.test(one.path) ? `archive ${stemOf(one.path)}` : `loose ${endingOf(one.path)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const sorted = [...groups.values()].map((group): Drop<F> => ({ name: nameOf(group), files: inOrder(group), keptBack: 0 }));
  return [...sorted, ...folders.map(folderDrop)];
}

function folderDrop<F>({ name, files }: { name: string; files: readonly Dropped<F>[] }): Drop<F> {
  const kept = files.filter(({ path }) => !MEDIA.test(path));
  return { name, files: inOrder(kept), keptBack: files.length - kept.length };
}

function nameOf<F>(group: readonly Dropped<F>[]): string {
  const [first] = inOrder(group);
  if (!first || group.length === 1) return first?.path ?? '';
  return `${first.path} and ${group.length - 1} more`;
}

const inOrder = <F>(files: readonly Dropped<F>[]): Dropped<F>[] => [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
