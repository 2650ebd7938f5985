/** The data files in what was handed in, by the export they belong to: an upload may hold several. */
import { baseName, folderName } from '../archive/entry-paths';
import type { Archive, ArchiveFile } from '../contract';
import { readBeginning } from '../reading/text-file';
import { kindOfType, whyFolderUnread } from './known-files';
import type { PartKind } from './known-files';
import { MANIFEST_START, readManifest } from './manifest';
import type { Manifest } from './manifest';

/** `window.YTD.direct_messages_group.part0 =`: what every data file starts with. */
const DATA_START = /^\s*window\.YTD\.(\w{1,80})\.part(\d{1,4})\s*=/;
/** Archives of before 2019: another layout, with the user's own posts and nothing else. */
const GRAILBIRD_START = /^\s*(?:Grailbird\.data\.|var (?:tweet_index|payload_details|user_details)\s*=|"?tweet_id"?,"?in_reply_to_status_id"?,)/;

/** Letters that tell what a file is. */
const TELLING = 400;
/** A whole archive has about a hundred data files. */
const MOST_LOOKED_AT = 2_000;

export interface DataFile {
  file: ArchiveFile;
  type: string;
  /** Null for types that aren't read. */
  kind: PartKind | null;
  part: number;
}

export interface Export {
  files: DataFile[];
  manifestFiles: ArchiveFile[];
  manifest: Manifest | null;
  /** When X made it, UTC milliseconds; null where nothing tells. */
  generatedAt: number | null;
}

export interface Findings {
  /** The newest first. */
  exports: Export[];
  hasGrailbird: boolean;
}

export async function findExports(archive: Archive): Promise<Findings> {
  const byFolder = new Map<string, Export>();
  let hasGrailbird = false;
  for (const file of candidates(archive)) {
    const beginning = await readBeginning(file, TELLING);
    const data = DATA_START.exec(beginning);
    const isManifest = MANIFEST_START.test(beginning);
    hasGrailbird ||= GRAILBIRD_START.test(beginning);
    if (!data && !isManifest) continue;
    const folder = folderName(file.path);
    const found = byFolder.get(folder) ?? { files: [], manifestFiles: [], manifest: null, generatedAt: dateIn(`${archive.name}/${folder}`) };
    byFolder.set(folder, found);
    if (isManifest) await addManifest(found, file);
    else if (data) {
      const type = String(data[1]).toLowerCase();
      found.files.push({ file, type, kind: kindOfType(type), part: Number(data[2]) });
    }
  }
  return { exports: merged(withoutStrangers(byFolder)), hasGrailbird };
}

/**
 * Several zips chosen at once lie over each other: what two of them hold stands in a folder of the second's name, what
 * only one holds may stand among the first's. There X's own list tells what belongs to the first; the rest is put apart.
 */
function withoutStrangers(byFolder: ReadonlyMap<string, Export>): Export[] {
  const folders = [...byFolder.keys()];
  return [...byFolder].flatMap(([folder, found]) => {
    const { manifest } = found;
    const isUnderOthers = folders.some((other) => other !== folder && (folder === '' || other.endsWith(`/${folder}`)));
    if (!manifest || !isUnderOthers) return [found];
    const listed = new Set([...manifest.files.keys()].map(baseName));
    const strangers = found.files.filter(({ file }) => !listed.has(baseName(file.path)));
    if (strangers.length === 0) return [found];
    const own = { ...found, files: found.files.filter((file) => !strangers.includes(file)) };
    return [own, { files: strangers, manifestFiles: [], manifest: null, generatedAt: null }];
  });
}

function candidates(archive: Archive): ArchiveFile[] {
  if (archive.container === 'file') return archive.files;
  return archive.files
    .filter(({ path }) => /\.(js|json|txt|csv)$/i.test(path) && whyFolderUnread(folderName(path)) === null)
    .slice(0, MOST_LOOKED_AT);
}

async function addManifest(found: Export, file: ArchiveFile): Promise<void> {
  found.manifestFiles.push(file);
  found.manifest ??= await readManifest(file);
  found.generatedAt = found.manifest?.generatedAt ?? found.generatedAt;
}

/** "twitter-2026-09-01-4f3a…": the day stands in the name X gives. */
function dateIn(name: string): number | null {
  const day = /(?<!\d)(20\d\d-[01]\d-[0-3]\d)(?!\d)/.exec(name)?.[1];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : at;
}

/**
 * X cuts large archives into several zips, whose folders are one export: they have the same manifest, or are what the
 * newest one's manifest misses. Anything else is an export of its own.
 */
function merged(found: readonly Export[]): Export[] {
  const size = ({ files }: Export) => files.reduce((sum, { file }) => sum + file.size, 0);
  const sorted = [...found].sort(
    (a, b) =>
      Number(b.manifest !== null) - Number(a.manifest !== null) || (b.generatedAt ?? 0) - (a.generatedAt ?? 0) || size(b) - size(a),
  );
  const [newest, ...others] = sorted;
  if (!newest?.manifest) return sorted;
  return [newest, ...others.filter((other) => !joined(newest, newest.manifest, other))];
}

function joined(newest: Export, manifest: Manifest | null, other: Export): boolean {
  if (manifest === null) return false;
  const isSame =
    other.manifest === null
      ? other.files.every((file) => missingIn(newest, manifest).includes(baseName(file.file.path)))
      : other.manifest.accountId === manifest.accountId && other.manifest.generatedAt === manifest.generatedAt;
  if (!isSame) return false;
  newest.files.push(...other.files);
  newest.manifestFiles.push(...other.manifestFiles);
  return true;
}

/** Names of files that the manifest lists and that aren't there, of those that are read. */
export function missingIn({ files }: Pick<Export, 'files'>, manifest: Manifest): string[] {
  const there = new Set(files.map(({ file }) => baseName(file.path)));
  return [...manifest.files.keys()].map(baseName).filter((name) => !there.has(name) && kindOfFileName(name) !== null);
}

/** 'followers' of "follower-part1.js". */
export const kindOfFileName = (name: string): PartKind | null =>
  kindOfType(
    name
      .replace(/\.js$/i, '')
      .replace(/-part\d+$/i, '')
      .replaceAll('-', '_')
      .toLowerCase(),
  );
