/** A zip, read through its directory at the end; nothing is unpacked before somebody asks for it. */
import type { Entry, ZipFile } from 'yauzl';
import { getFileNameLowLevel, openPromise } from 'yauzl';
import { sizeInWords } from '../../lib/text';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile } from '../contract';
import { bombProblem, checkedStream, damagedProblem } from './checked-stream';
import { checkPath, commonDepth, printable, withoutFolders } from './entry-paths';
import { isBomb, MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_TOTAL_BYTES } from './limits';

/** Stored and deflated: what every platform uses. */
const READABLE_METHODS: readonly number[] = [0, 8];
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** Opens the zip at `path`; `name` is what the user calls it. Throws ArchiveProblem for whatever can't be read. */
export async function openZip(path: string, name: string): Promise<Archive> {
  // Names and sizes are checked here: yauzl would refuse the whole zip for one bad name, and calls a password damage.
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false }).catch(
    (error: unknown) => {
      throw zipProblem(error);
    },
  );
  try {
    return await listZip(zip, name);
  } catch (error) {
    zip.close();
    throw error instanceof ArchiveProblem ? error : zipProblem(error);
  }
}

async function listZip(zip: ZipFile, name: string): Promise<Archive> {
  if (zip.entryCount > MAX_ENTRIES) {
    throw new ArchiveProblem(
      `This zip lists ${zip.entryCount.toLocaleString('en')} files; Kith opens at most ${MAX_ENTRIES.toLocaleString(
        'en',
      )}. ` + 'Unpack it and choose only the folder of the export.',
    );
  }
  const kept = new Map<string, Entry>();
  const skipped: Archive['skipped'] = [];
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const raw = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    if (raw.endsWith('/')) continue;
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    checkSizes(raw, entry, { packed, unpacked, fileSize: zip.fileSize });
    const verdict = checkPath(raw);
    if (verdict === 'leftover') continue;
    const reason = 'reason' in verdict ? verdict.reason : whyNot(entry, kept.has(verdict.path));
    if (reason !== null) skipped.push({ path: printable(raw), reason });
    else if ('path' in verdict) kept.set(verdict.path, entry);
  }
  const depth = commonDepth([...kept.keys()]);
  const files = [...kept].map(([path, entry]) => zipEntry(zip, withoutFolders(path, depth), entry));
  return { name, container: 'zip', files, skipped, close: async () => zip.close() };
}

function zipEntry(zip: ZipFile, path: string, entry: Entry): ArchiveFile {
  const modifiedAt = entry.getLastModDate({ timezone: 'UTC' }).getTime();
  return {
    path,
    size: entry.uncompressedSize,
    modifiedAt: Number.isNaN(modifiedAt) ? null : modifiedAt,
    async open() {
      try {
        const stream = await zip.openReadStreamPromise(entry);
        return checkedStream(stream, {
          path,
          size: entry.uncompressedSize,
          packedSize: entry.compressedSize,
          crc: entry.crc32,
        });
      } catch {
        throw damagedProblem(path);
      }
    },
  };
}

/** Refuses the whole zip over its sizes, as its own directory gives them. */
function checkSizes(path: string, entry: Entry, sum: { packed: number; unpacked: number; fileSize: number }): void {
  if (entry.isEncrypted()) {
    throw new ArchiveProblem(
      'This zip is protected with a password. Unpack it with the password first, then choose the folder or a new zip without one.',
    );
  }
  if (isBomb(entry.uncompressedSize, entry.compressedSize)) {
    throw bombProblem(printable(path), entry.uncompressedSize, entry.compressedSize);
  }
  // Entries that share their bytes pack an endless amount into a small file; honest ones add up to less than the file.
  if (sum.packed > sum.fileSize) {
    throw new ArchiveProblem(
      'The files in this zip lie on top of each other, which no real export does, so it was not opened.',
    );
  }
  if (entry.uncompressedSize > MAX_ENTRY_BYTES || sum.unpacked > MAX_TOTAL_BYTES) {
    throw new ArchiveProblem(
      `This zip unpacks to more than ${sizeInWords(
        entry.uncompressedSize > MAX_ENTRY_BYTES ? MAX_ENTRY_BYTES : MAX_TOTAL_BYTES,
      )}, ` + 'more than Kith opens. Ask the platform for an export without pictures and videos.',
    );
  }
}

function whyNot(entry: Entry, alreadyThere: boolean): string | null {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR && type !== FOLDER) return 'It is a link or a device, not a file.';
  if (!READABLE_METHODS.includes(entry.compressionMethod)) return 'It is packed in a way that Kith can’t unpack.';
  if (alreadyThere) return 'Another file in the zip has the same name; the first was taken.';
  return null;
}

function zipProblem(error: unknown): ArchiveProblem {
  const said = error instanceof Error ? error.message : '';
  if (/end of central directory record signature not found/i.test(said)) {
    return new ArchiveProblem(
      'This zip ends before its list of contents: the download or the copying stopped early. Download the export again and choose the new file.',
    );
  }
  if (/disk/i.test(said)) {
    return new ArchiveProblem(
      'This is one part of a zip that was split. Unpack all parts together and choose the folder.',
    );
  }
  return new ArchiveProblem(
    'The list of contents in this zip is damaged. Download the export again and choose the new file.',
  );
}
