/**
 * A tar, packed with gzip or not. It has no directory and, packed, no way to jump: one pass lists it and copies what
 * readers may want into a private file, from which entries are then opened in any order. Pictures and videos, which fill
 * most of an export and which nobody reads, are only listed; opening one goes through the archive again.
 */
import { createReadStream } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Extract } from 'tar-stream';
import { sizeInWords } from '../../lib/text';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile } from '../contract';
import { checkedStream, unreadableProblem } from './checked-stream';
import { checkPath, commonDepth, printable, withoutFolders } from './entry-paths';
import { isBomb, MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_STORED_BYTES, MAX_TOTAL_BYTES } from './limits';
import { Spool } from './spool';

/** What no reader opens. */
const MEDIA = /\.(jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg|ico|mp4|m4v|mov|webm|mkv|avi|3gp|mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;

type Entry = Extract extends AsyncIterable<infer One> ? One : never;

interface Listed {
  path: string;
  size: number;
  modifiedAt: number | null;
  /** Where it starts in the private file; null where it wasn't copied. */
  storedAt: number | null;
  /** Place among the entries of the archive. */
  index: number;
}

/** Opens the tar at `path`; `name` is what the user calls it. Throws ArchiveProblem for whatever can't be read. */
export async function openTar(path: string, name: string, isPacked: boolean): Promise<Archive> {
  const { bavail, bsize } = await statfs(tmpdir());
  // Half of what is free, so that the disk of the whole machine never fills.
  const spool = await Spool.create(Math.min(MAX_STORED_BYTES, Math.floor((bavail * bsize) / 2)));
  try {
    const { kept, skipped } = await listTar(path, isPacked, spool);
    const depth = commonDepth([...kept.keys()]);
    const files = [...kept.values()].map((entry) => tarFile(path, isPacked, spool, entry, withoutFolders(entry.path, depth)));
    return { name, container: 'zip', files, skipped, close: async () => spool.close() };
  } catch (error) {
    await spool.close();
    throw error instanceof ArchiveProblem ? error : tarProblem(error);
  }
}

async function listTar(path: string, isPacked: boolean, spool: Spool): Promise<{ kept: Map<string, Listed>; skipped: Archive['skipped'] }> {
  const kept = new Map<string, Listed>();
  const skipped: Archive['skipped'] = [];
  let index = -1;
  for await (const entry of await entriesOf(path, isPacked)) {
    index += 1;
    checkCounts(index, entry);
    const { name, type, size = 0, mtime } = entry.header;
    const verdict = type === 'directory' ? 'leftover' : checkPath(name);
    const reason = verdict === 'leftover' ? null : 'reason' in verdict ? verdict.reason : whyNot(type, kept.has(verdict.path));
    if (reason !== null) skipped.push({ path: printable(name), reason });
    if (verdict === 'leftover' || reason !== null || !('path' in verdict)) {
      entry.resume();
      continue;
    }
    const modifiedAt = mtime && mtime.getTime() > 0 ? mtime.getTime() : null;
    const storedAt = MEDIA.test(verdict.path) || !spool.hasRoomFor(size) ? null : await spool.add(bytesOf(entry));
    if (storedAt === null) entry.resume(); // Its bytes are passed over.
    kept.set(verdict.path, { path: verdict.path, size, modifiedAt, storedAt, index });
  }
  return { kept, skipped };
}

function tarFile(archivePath: string, isPacked: boolean, spool: Spool, entry: Listed, path: string): ArchiveFile {
  const { size, modifiedAt, storedAt, index } = entry;
  return {
    path,
    size,
    modifiedAt,
    async open() {
      const source = storedAt === null ? Readable.from(contentOf(archivePath, isPacked, index)) : spool.read(storedAt, size);
      return checkedStream(source, { path, size, packedSize: null, crc: null });
    },
  };
}

/** The bytes of one entry, by going through the archive again. */
async function* contentOf(path: string, isPacked: boolean, wanted: number): AsyncGenerator<Uint8Array> {
  let index = -1;
  for await (const entry of await entriesOf(path, isPacked)) {
    index += 1;
    if (index === wanted) {
      yield* bytesOf(entry);
      return;
    }
    entry.resume();
  }
}

async function* bytesOf(entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}

/** The archive's entries in their order. Each has to be read to its end or resumed before the next one comes. */
async function entriesOf(path: string, isPacked: boolean): Promise<Extract> {
  const { size } = await stat(path);
  const entries = extract();
  const done = () => undefined; // An error destroys `entries`, whose reader gets it.
  if (isPacked) pipeline(createReadStream(path), createGunzip(), boundedBy(size), entries, done);
  else pipeline(createReadStream(path), entries, done);
  return entries;
}

/** Lets through what so few packed bytes can honestly hold. */
const boundedBy = (packed: number) =>
  async function* bounded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let unpacked = 0;
    for await (const chunk of chunks) {
      unpacked += chunk.length;
      if (isBomb(unpacked, packed)) throw bombProblem(packed, unpacked);
      if (unpacked > MAX_TOTAL_BYTES) throw tooMuch(MAX_TOTAL_BYTES);
      yield chunk;
    }
  };

function checkCounts(index: number, { header }: Entry): void {
  if (index >= MAX_ENTRIES) {
    throw new ArchiveProblem(
      `This archive holds more than ${MAX_ENTRIES.toLocaleString('en')} files, more than Kith opens. Unpack it and choose only the folder of the export.`,
    );
  }
  if ((header.size ?? 0) > MAX_ENTRY_BYTES) throw tooMuch(MAX_ENTRY_BYTES);
}

function whyNot(type: string | null | undefined, alreadyThere: boolean): string | null {
  if (type === null || type === undefined) return 'It is packed in a way that Kith can’t unpack.';
  if (type !== 'file' && type !== 'contiguous-file') return 'It is a link or a device, not a file.';
  return alreadyThere ? 'Another file in the archive has the same name; the first was taken.' : null;
}

const bombProblem = (packed: number, unpacked: number) =>
  new ArchiveProblem(
    `This archive unpacks from ${sizeInWords(packed)} to at least ${sizeInWords(unpacked)}, which no real export does, so it was not opened. Download the export again from the platform itself.`,
  );

const tooMuch = (bytes: number) =>
  new ArchiveProblem(
    `This archive unpacks to more than ${sizeInWords(bytes)}, more than Kith opens. Ask the platform for an export without pictures and videos.`,
  );

function tarProblem(error: unknown): ArchiveProblem {
  const said = error instanceof Error ? error.message : '';
  if (/unexpected end/i.test(said)) {
    return new ArchiveProblem(
      'This archive ends in the middle of a file: the download or the copying stopped early. Download the export again and choose the new file.',
    );
  }
  if (/tar header|invalid header|header exceeds|incorrect|invalid/i.test(said)) {
    return new ArchiveProblem('This archive is damaged and can’t be unpacked. Download the export again and choose the new file.');
  }
  return unreadableProblem('This archive');
}
