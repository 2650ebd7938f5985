import { useEffect, useRef, useState } from 'react';
import { sortDrops, type Drop, type Dropped } from '../../domain/imports/drops';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** More than Kith reads of one folder; a whole disk dropped by mistake ends here. */
const MOST_FILES = 200_000;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((done, failed) => entry.file(done, failed));
}

function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((done, failed) => reader.readEntries(done, failed));
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** All files in a folder, however deep. */
async function filesIn(folder: FileSystemDirectoryEntry): Promise<Dropped<File>[]> {
  const files: Dropped<File>[] = [];
  const waiting: FileSystemEntry[] = [folder];
  for (let entry = waiting.pop(); entry && files.length < MOST_FILES; entry = waiting.pop()) {
    if (isFile(entry)) files.push({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) });
    if (!isFolder(entry)) continue;
    const reader = entry.createReader();
    // A browser gives a hundred at a time and nothing at the end.
    for (let batch = await entriesOf(reader); batch.length > 0; batch = await entriesOf(reader)) waiting.push(...batch);
  }
  return files;
}

/** The items of a drop can only be asked while it is being handled; what lies in folders is looked up afterwards. */
async function droppedIn(event: DragEvent): Promise<Drop<File>[]> {
  const items = [...(event.dataTransfer?.items ?? [])].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: Dropped<File>[] = [];
  const folders: { name: string; files: Dropped<File>[] }[] = [];
  for (const { entry, file } of items) {
    if (entry && isFolder(entry)) folders.push({ name: entry.name, files: await filesIn(entry) });
    else if (file) files.push({ path: file.name, file });
  }
  return sortDrops(files, folders);
}

/** What was chosen in the browser's dialog: files, or a folder, whose files say where they lie in it. */
export function chosenIn(files: Iterable<File>): Drop<File>[] {
  const chosen = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const [first] = chosen;
  if (!first?.path.includes('/')) return sortDrops(chosen, []);
  return sortDrops([], [{ name: first.path.slice(0, first.path.indexOf('/')), files: chosen }]);
}

/** Lets files and folders be dropped anywhere on the page. @returns whether some hover over it */
export function useFileDrop(onDrop: (drops: Drop<File>[]) => void, onUnreadable: () => void): boolean {
  const [hovering, setHovering] = useState(false);
  const handlers = useRef({ onDrop, onUnreadable });
  useEffect(() => {
    handlers.current = { onDrop, onUnreadable };
  });
  useEffect(() => {
    // Each element entered is left again: the page is left when as many were left as entered.
    let depth = 0;
    const listen = (event: DragEvent, change: () => void) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      change();
      setHovering(depth > 0);
    };
    const enter = (event: DragEvent) => listen(event, () => void (depth += 1));
    const over = (event: DragEvent) => listen(event, () => undefined);
    const leave = (event: DragEvent) => listen(event, () => void (depth = Math.max(0, depth - 1)));
    const drop = (event: DragEvent) =>
      listen(event, () => {
        depth = 0;
        droppedIn(event).then(handlers.current.onDrop, handlers.current.onUnreadable);
      });
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, []);
  return hovering;
}
