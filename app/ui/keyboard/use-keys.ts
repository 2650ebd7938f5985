import { useEffect, useRef } from 'react';
import { commandKey, type Focus } from './key-rules';

/** Key names as `keyName` gives them, and what they do. */
export type KeyMap = Record<string, () => void>;

const OPEN_OVERLAY = '[role="menu"][data-state="open"], [role="dialog"][data-state="open"], dialog[open]';

/** The parts of an event's target that the rules look at. */
function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return { tagName: '', inputType: '', editable: false, role: '' };
  return {
    tagName: target.tagName,
    inputType: target instanceof HTMLInputElement ? target.type : '',
    editable: target.isContentEditable,
    role: target.getAttribute('role') ?? '',
  };
}

/**
 * Listens for single keys on the whole window. Off while typing, with modifiers, and while a menu or dialog is open.
 * The innermost component that knows a key gets it: effects of children run first, and a handled press is not handled
 * again. The map may be a new object each time.
 */
export function useKeys(map: KeyMap, { enabled = true }: { enabled?: boolean } = {}): void {
  const newest = useRef(map);
  useEffect(() => {
    newest.current = map;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      const key = commandKey(event, focusOf(event.target), document.querySelector(OPEN_OVERLAY) !== null);
      if (key === null || !Object.hasOwn(newest.current, key)) return;
      event.preventDefault();
      newest.current[key]?.();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
