/** A private file into which entries of an archive are unpacked. Nothing of it is left when the archive is closed. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const CHUNK_BYTES = 65_536;

export class Spool {
  #end = 0;
  #isClosed = false;

  private constructor(private readonly handle: FileHandle, private readonly folder: string, private readonly room: number) {}

  /** @param room bytes it may grow to */
  static async create(room: number): Promise<Spool> {
    const folder = await mkdtemp(join(tmpdir(), 'kith-unpacked-'));
    const handle = await open(join(folder, 'entries'), 'wx+', 0o600);
    // Without a name it goes with the process, however that ends. Where open files can't be unlinked, close() removes it.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return new Spool(handle, folder, room);
  }

  hasRoomFor(bytes: number): boolean {
    return this.#end + bytes <= this.room;
  }

  /** Appends what comes; returns where it starts. */
  async add(chunks: AsyncIterable<Uint8Array>): Promise<number> {
    const start = this.#end;
    for await (const chunk of chunks) {
      await this.handle.write(chunk, 0, chunk.length, this.#end);
      this.#end += chunk.length;
    }
    return start;
  }

  /** A new stream of so many bytes from there. */
  read(start: number, size: number): Readable {
    return Readable.from(this.#chunks(start, size), { objectMode: false });
  }

  /** Not a stream of the handle itself: that would close the handle with it. */
  async *#chunks(start: number, size: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < start + size; ) {
      const wanted = Math.min(CHUNK_BYTES, start + size - at);
      const { bytesRead, buffer } = await this.handle.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.handle.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
