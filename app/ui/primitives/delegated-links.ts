import { useNavigate } from '@remix-run/react';
import { useCallback, type MouseEvent } from 'react';

/**
 * A click handler for a whole list: follows plain links inside it without loading the page, so that rows need no
 * component and no hook of their own. Links elsewhere, downloads, new tabs and modified clicks stay the browser's.
 * @param scroll whether the next page begins where this one stood, as beside a list, or at its top
 */
export function useDelegatedLinks(scroll: 'stays' | 'resets' = 'stays') {
  const navigate = useNavigate();
  return useCallback(
    (event: MouseEvent<HTMLElement>) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return;
      event.preventDefault();
      navigate(link.pathname + link.search + link.hash, { preventScrollReset: scroll === 'stays' });
    },
    [navigate, scroll],
  );
}
