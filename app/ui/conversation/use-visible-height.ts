import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives an element `--visible-height`: what the on-screen keyboard leaves of the window. Some browsers lay the keyboard
 * over the page, and what stands at the bottom would be under it.
 */
export function useVisibleHeight(): RefObject<HTMLElement> {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return undefined;
    const measure = () => box.current?.style.setProperty('--visible-height', `${view.height}px`);
    measure();
    view.addEventListener('resize', measure);
    return () => view.removeEventListener('resize', measure);
  }, []);
  return box;
}
