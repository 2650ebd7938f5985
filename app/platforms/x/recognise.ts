/** Tells an X archive from anything else, by what its files assign to. */
import { folderName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { unusedFiles } from '../reading/unused';
import { findExports, missingIn } from './exports';
import type { DataFile, Export } from './exports';
import { PART_KINDS, whyFileUnread, whyFolderUnread, whyTypeUnread } from './known-files';
import type { PartKind } from './known-files';

type Unused = Recognition['unused'];

const COPY = 'A second copy of a file that is already read.';
const PARTIAL = 'X itself says here that it left something out of this archive, so its lists count as incomplete.';
const MISSING = 'The archive’s own list names this file, and it is not here. What it belongs to counts as incomplete.';

/** Null for what is no X archive; throws ArchiveProblem for one without anything Kith reads. */
export async function recognise(archive: Archive): Promise<Recognition | null> {
  const { exports, hasGrailbird } = await findExports(archive);
  const [newest, ...older] = exports;
  if (!newest) {
    if (hasGrailbird) throw grailbird();
    return null;
  }
  const { read, copies } = partsOf(newest.files);
  if (!read.some(({ kind }) => kind !== 'account')) throw nothingRead();
  const [manifestFile, ...moreManifests] = newest.manifestFiles;
  const parts: Recognition['parts'] = [
    ...(manifestFile ? [{ path: manifestFile.path, kind: 'manifest', size: manifestFile.size }] : []),
    ...read.map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
  ].sort((a, b) => orderOf(a.kind) - orderOf(b.kind));
  const known: Unused = [
    ...copies.map((file) => ({ path: file.path, reason: COPY })),
    ...moreManifests.map((file) => ({ path: file.path, reason: 'X’s own list of the files, once more.' })),
    ...newest.files.filter(({ kind }) => kind === null).map(({ file, type }) => ({ path: file.path, reason: whyTypeUnread(type) })),
    ...older.flatMap((other) => [...other.files.map(({ file }) => file), ...other.manifestFiles].map((file) => ({ path: file.path, reason: olderWords(other) }))),
    ...(newest.manifest?.isPartial && manifestFile ? [{ path: manifestFile.path, reason: PARTIAL }] : []),
    ...(newest.manifest ? missingIn(newest, newest.manifest).map((path) => ({ path, reason: MISSING })) : []),
  ];
  const accounted = new Set([...parts, ...known].map(({ path }) => path));
  return {
    platform: 'x',
    title: 'X archive',
    generatedAt: newest.generatedAt,
    parts,
    unused: [...known, ...unusedFiles(archive.files.filter(({ path }) => !accounted.has(path)), whyUnread)],
  };
}

const orderOf = (kind: string): number => PART_KINDS.findIndex((known) => known === kind);

/** What is read, numbered parts in their order. The same part twice is a copy ("follower (1).js"); the larger one is read. */
function partsOf(files: readonly DataFile[]): { read: (DataFile & { kind: PartKind })[]; copies: ArchiveFile[] } {
  const read = new Map<string, DataFile & { kind: PartKind }>();
  const copies: ArchiveFile[] = [];
  const sorted = [...files].sort((a, b) => a.part - b.part || b.file.size - a.file.size || (a.file.path < b.file.path ? -1 : 1));
  for (const { kind, ...rest } of sorted) {
    if (kind === null) continue;
    const name = `${rest.type} ${rest.part}`;
    if (read.has(name)) copies.push(rest.file);
    else read.set(name, { ...rest, kind });
  }
  return { read: [...read.values()], copies };
}

function olderWords({ manifest, generatedAt }: Export): string {
  const whose = manifest?.handle ? ` of @${manifest.handle}` : '';
  const day = generatedAt === null ? '' : `, made on ${new Date(generatedAt).toISOString().slice(0, 10)}`;
  return `Belongs to another archive${whose}${day}; only the newest is read. Import it by itself if you want it too.`;
}

/** Why a file that holds no data is left alone. */
const whyUnread = (path: string): string => whyFolderUnread(folderName(path)) ?? whyFileUnread(path);

const grailbird = () =>
  new ArchiveProblem(
    'This is a Twitter archive of before 2019. It holds only your own posts: no followers, no messages and nobody’s names, so there is nobody in it for Kith. ' +
      'Ask X for a new archive (Settings, Your account, Download an archive): it covers the early years too.',
  );

const nothingRead = () =>
  new ArchiveProblem(
    'This comes from an X archive, but none of the files that Kith reads is in it: followers, messages, posts. Choose the whole archive as X sent it.',
  );
