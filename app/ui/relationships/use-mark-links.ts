import { useNavigate } from '@remix-run/react';
import { useCallback, type MouseEvent } from 'react';

/**
 * A click handler for a drawing: follows plain links inside it, also those of SVG, without loading the page, so that
 * marks need no component and no hook of their own. Modified clicks stay the browser's.
 * @param stateFor what travels with the visit, by address; for most of them nothing
 */
export function useMarkLinks(stateFor?: (address: string) => unknown) {
  const navigate = useNavigate();
  return useCallback(
    (event: MouseEvent<Element>) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const address = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
      if (!address?.startsWith('/')) return;
      event.preventDefault();
      navigate(address, { state: stateFor?.(address) });
    },
    [navigate, stateFor],
  );
}
