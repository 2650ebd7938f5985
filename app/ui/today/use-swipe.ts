import { useEffect, useRef, type RefObject } from 'react';

/** How far a finger goes before letting go does something, in px; and how far before it is a swipe and no tap. */
const FAR_ENOUGH = 96;
const BEGINS = 12;

export type Swipe = 'left' | 'right' | null;

/** What letting go here means. */
export function swipeOf(across: number, down: number): Swipe {
  if (Math.abs(across) < FAR_ENOUGH || Math.abs(down) > Math.abs(across) / 2) return null;
  return across > 0 ? 'right' : 'left';
}

interface Swiping {
  row: HTMLElement;
  pointer: number;
  x: number;
  y: number;
  moving: boolean;
}

/**
 * Fingers push rows aside: right and left. Scrolling stays the browser's (`touch-action: pan-y` on the rows); mice and
 * pens are left alone, and buttons do the same for everybody else.
 */
export function useSwipe(list: RefObject<HTMLElement>, deeds: Record<'left' | 'right', (row: HTMLElement) => void>): void {
  const newest = useRef(deeds);
  useEffect(() => {
    newest.current = deeds;
  });
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    let swiping: Swiping | null = null;
    const rest = () => {
      swiping?.row.style.removeProperty('translate');
      swiping?.row.removeAttribute('data-swipe');
      swiping = null;
    };
    const begin = (event: PointerEvent) => {
      if (event.pointerType !== 'touch' || !(event.target instanceof Element)) return;
      const row = event.target.closest('[role="row"]');
      if (row instanceof HTMLElement) swiping = { row, pointer: event.pointerId, x: event.clientX, y: event.clientY, moving: false };
    };
    const push = (event: PointerEvent) => {
      if (!swiping || event.pointerId !== swiping.pointer) return;
      const across = event.clientX - swiping.x;
      if (!swiping.moving && Math.abs(across) < BEGINS) return;
      swiping.moving = true;
      swiping.row.style.setProperty('translate', `${across}px`);
      swiping.row.setAttribute('data-swipe', swipeOf(across, event.clientY - swiping.y) ?? 'none');
    };
    const letGo = (event: PointerEvent) => {
      if (!swiping || event.pointerId !== swiping.pointer) return;
      const { row, x, y, moving } = swiping;
      const swipe = swipeOf(event.clientX - x, event.clientY - y);
      rest();
      if (moving) element.addEventListener('click', stopClick, { capture: true, once: true });
      if (swipe) newest.current[swipe](row);
      setTimeout(() => element.removeEventListener('click', stopClick, { capture: true }), 50);
    };
    element.addEventListener('pointerdown', begin);
    element.addEventListener('pointermove', push);
    element.addEventListener('pointerup', letGo);
    element.addEventListener('pointercancel', rest);
    return () => {
      element.removeEventListener('pointerdown', begin);
      element.removeEventListener('pointermove', push);
      element.removeEventListener('pointerup', letGo);
      element.removeEventListener('pointercancel', rest);
    };
  }, [list]);
}

/** The click that ends a swipe opens nothing. */
function stopClick(event: Event) {
  event.preventDefault();
  event.stopPropagation();
}
