/** Where somebody stood in the list they were opened from; travels with the visit, not in the address. */
import { useLocation } from '@remix-run/react';
import { z } from 'zod';
import { useScriptsRun } from '../primitives/use-scripts-run';

const placeSchema = z.object({
  /** Address of the list. */
  from: z.string().regex(/^\/(?:people|relationships)/),
  /** Public ids in the list's order. */
  people: z.array(z.string()).min(1).max(200),
});
export type ListPlace = z.infer<typeof placeSchema>;

export interface Neighbours {
  place: ListPlace;
  /** 1-based. */
  number: number;
  count: number;
  previous: string | null;
  next: string | null;
}

/** Who stands before and after; null where the person was not opened from a list. */
export function neighboursIn(state: unknown, publicId: string): Neighbours | null {
  const { data: place } = placeSchema.safeParse(state);
  const index = place ? place.people.indexOf(publicId) : -1;
  if (!place || index < 0) return null;
  return {
    place,
    number: index + 1,
    count: place.people.length,
    previous: place.people[index - 1] ?? null,
    next: place.people[index + 1] ?? null,
  };
}

/** A reload keeps the visit's state, which the server has never seen: its first rendering goes without. */
export function useNeighbours(publicId: string): Neighbours | null {
  const { state } = useLocation();
  return neighboursIn(useScriptsRun() ? state : null, publicId);
}
