import { useCallback, useEffect, useRef, type RefCallback } from 'react';

/** Nothing but "go there": no new tab, no window, no menu, and nobody has acted on it. */
function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** Where a link inside Kith leads, also one of a drawing; null for every other. */
function addressOf(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || link.hasAttribute('target') || link.hasAttribute('download')) return null;
  const address = link.getAttribute('href') ?? '';
  return /^\/(?!\/)/.test(address) ? address : null;
}

/**
 * For an element full of plain links: they are followed without loading the page, so that rows and marks need no
 * component and no hook of their own. Links are what is pressed, by pointer or key; here their clicks only pass by.
 * @param follow goes there; false leaves a link to the browser. May be a new function each time.
 * @returns the element's ref
 */
export function useFollowedLinks(follow: (address: string) => false | void): RefCallback<HTMLElement> {
  const newest = useRef(follow);
  useEffect(() => {
    newest.current = follow;
  });
  const stop = useRef<(() => void) | null>(null);
  return useCallback((element) => {
    stop.current?.();
    stop.current = null;
    if (!element) return;
    const onClick = (event: MouseEvent) => {
      const address = isPlain(event) ? addressOf(event.target) : null;
      if (address !== null && newest.current(address) !== false) event.preventDefault();
    };
    element.addEventListener('click', onClick);
    stop.current = () => element.removeEventListener('click', onClick);
  }, []);
}
