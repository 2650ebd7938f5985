import { useSyncExternalStore } from 'react';

/** What readers hear next. One per page load; a counter makes the same words audible twice. */
let spoken = { text: '', turn: 0 };
const listeners = new Set<() => void>();
const silence = spoken;

/** Says something to readers: moves, undo, import progress. Browser only; needs a `LiveRegion` on the page. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The place announcements are read from; AppShell has one. */
export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken, () => silence);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={turn}>{text}</span>
    </div>
  );
}
