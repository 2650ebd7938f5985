/** A file packed with gzip: a tar inside, or a single file ("All mail.mbox.gz"). */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile } from '../contract';
import { checkedStream } from './checked-stream';
import { checkPath, commonDepth, withoutFolders } from './entry-paths';
import { openTar } from './open-tar';

/** Where a tar says what it is, in its first block. */
const MAGIC_AT = 257;
const MAGIC = 'ustar';

/** Whether a file that starts with these bytes is a tar. */
export const isTar = (start: Buffer): boolean => start.subarray(MAGIC_AT, MAGIC_AT + MAGIC.length).toString('latin1') === MAGIC;

/** Bytes that isTar needs. */
export const TAR_TELLING = 512;

/** Opens the gzip at `path`; `name` is what the user calls it. */
export async function openGzip(path: string, name: string): Promise<Archive> {
  if (isTar(await beginning(path, name))) return openTar(path, name, true);
  const verdict = checkPath(name.replace(/\.gz$/i, ''));
  const shown = typeof verdict === 'object' && 'path' in verdict ? withoutFolders(verdict.path, commonDepth([verdict.path])) : 'file';
  const { size: packed } = await stat(path);
  const file: ArchiveFile = {
    path: shown,
    size: await unpackedSize(path, shown, packed),
    modifiedAt: null,
    open: async () => unpacked(path, shown, packed),
  };
  return { name, container: 'file', files: [file], skipped: [], close: async () => undefined };
}

const unpacked = (path: string, shown: string, packed: number) =>
  checkedStream(gunzipped(path), { path: shown, size: null, packedSize: packed, crc: null });

/** Counted: what the format itself says about it is a remainder, and may be a lie. */
async function unpackedSize(path: string, shown: string, packed: number): Promise<number> {
  let size = 0;
  for await (const chunk of unpacked(path, shown, packed)) size += Buffer.byteLength(chunk);
  return size;
}

const gunzipped = (path: string) => {
  const gunzip = createGunzip();
  pipeline(createReadStream(path), gunzip, () => undefined);
  return gunzip;
};

async function beginning(path: string, name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of gunzipped(path)) {
      if (!Buffer.isBuffer(chunk)) continue;
      parts.push(chunk);
      length += chunk.length;
      if (length >= TAR_TELLING) break;
    }
  } catch {
    if (length === 0) throw new ArchiveProblem(`${name} is damaged and can’t be unpacked. Download the export again and choose the new file.`);
  }
  return Buffer.concat(parts);
}
