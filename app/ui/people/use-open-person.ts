import { useLocation, useNavigate } from '@remix-run/react';
import { useCallback } from 'react';
import { useFollowedLinks } from '../primitives/followed-links';
import type { ListPlace } from './list-place';
import type { ListedPerson } from './people-row';

const PERSON = '/people/';

/** Opens people of a list with their place in it: by `open`, and by the links in the element that `rows` is the ref of. */
export function useOpenPerson(people: readonly ListedPerson[]) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const open = useCallback(
    (publicId: string) => {
      const state: ListPlace = { from: pathname + search, people: people.map((person) => person.publicId) };
      navigate(PERSON + publicId, { state });
    },
    [navigate, pathname, search, people],
  );
  const rows = useFollowedLinks((address) => {
    if (!address.startsWith(PERSON)) return false;
    open(address.slice(PERSON.length));
  });
  return { open, rows };
}
