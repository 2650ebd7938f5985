import { useEffect, useRef, useState } from 'react';

/** What was dropped: files, or a folder, which a browser cannot send whole. */
export interface Dropped {
  files: File[];
  hasFolder: boolean;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function droppedIn(event: DragEvent): Dropped {
  const files: File[] = [];
  let hasFolder = false;
  for (const item of event.dataTransfer?.items ?? []) {
    if (item.webkitGetAsEntry()?.isDirectory) hasFolder = true;
    else {
      const file = item.getAsFile();
      if (file) files.push(file);
    }
  }
  return { files, hasFolder };
}

/** Lets files be dropped anywhere on the page. @returns whether some hover over it */
export function useFileDrop(onDrop: (dropped: Dropped) => void): boolean {
  const [hovering, setHovering] = useState(false);
  const handler = useRef(onDrop);
  useEffect(() => {
    handler.current = onDrop;
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
        handler.current(droppedIn(event));
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
