/** Tells how much has come out of an archive, so that a first look over all of it shows that it goes on. */
import { pipeline, Transform } from 'node:stream';
import type { Archive, ArchiveFile } from '../contract';

/** @param note told the bytes of each piece as it comes; nothing any more once the archive is closed */
export function watched(archive: Archive, note: (bytes: number) => void): Archive {
  let isOpen = true;
  const open = async (file: ArchiveFile) => {
    const counting = new Transform({
      transform(piece: Buffer, _encoding, done) {
        if (isOpen) note(piece.length);
        done(null, piece);
      },
    });
    // Whoever reads it hears of what goes wrong from `counting`, which is destroyed with it.
    return pipeline(await file.open(), counting, () => undefined);
  };
  return {
    ...archive,
    files: archive.files.map((file) => ({ ...file, open: () => open(file) })),
    close: () => {
      isOpen = false;
      return archive.close();
    },
  };
}
