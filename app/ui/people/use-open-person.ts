import { useLocation, useNavigate } from '@remix-run/react';
import { useCallback, type MouseEvent } from 'react';
import type { ListPlace } from './list-place';
import type { ListedPerson } from './people-row';

/** Opens people of a list with their place in it; other links and modified clicks stay the browser's. */
export function useOpenPerson(people: readonly ListedPerson[]) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const open = useCallback(
    (publicId: string) => {
      const state: ListPlace = { from: pathname + search, people: people.map((person) => person.publicId) };
      navigate(`/people/${publicId}`, { state });
    },
    [navigate, pathname, search, people],
  );
  const onClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a.row-link') : null;
      const publicId = link?.getAttribute('href')?.replace('/people/', '');
      if (publicId === undefined) return;
      event.preventDefault();
      open(publicId);
    },
    [open],
  );
  return { open, onClick };
}
