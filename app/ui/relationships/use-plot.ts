import { useNavigate } from '@remix-run/react';
import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { HEALTH_STATES } from '../../domain/health/states';
import type { ListPlace } from '../people/list-place';
import { announce } from '../primitives/live-region';
import { stateWord } from '../primitives/state-glyph';
import { isDirection, nearestTo, nextTowards, type FieldSize } from './geometry/nearest';
import type { Plot } from './types';

/** How far from a pointer somebody may be, in px; a finger is less exact. */
const REACH = { mouse: 18, touch: 28 } as const;
/** As many people as a visit carries along. */
const NEIGHBOURS = 200;

/** Whom the pointer or the keys have found, and by what. */
export interface Found {
  person: number;
  by: 'mouse' | 'touch' | 'keys';
}

/** "Amara Okafor. Fading. Health 54, 73 thirty days ago." */
export function personWords({ names, state, health, healthBefore }: Plot, person: number): string {
  const stateName = HEALTH_STATES[state[person] ?? -1];
  const before = healthBefore[person] ?? null;
  return [
    names[person] ?? '', stateName ? stateWord(stateName) : '',
    `Health ${health[person] ?? 0}${before === null ? '' : `, ${before} thirty days ago`}`, '',
  ].join('. ').trim();
}

/** The place in this page that travels with a visit to somebody: as many of their neighbours as fit. */
export function placeOf({ ids }: Pick<Plot, 'ids'>, person: number): ListPlace {
  const first = Math.max(0, Math.min(person - NEIGHBOURS / 2, ids.length - NEIGHBOURS));
  return { from: '/relationships', people: ids.slice(first, first + NEIGHBOURS) };
}

const sizeOf = (field: Element): FieldSize => {
  const { width, height } = field.getBoundingClientRect();
  return { width, height };
};

/** Opens a person of the plot with their place in it. */
export function useOpenFromPlot(plot: Plot) {
  const navigate = useNavigate();
  return useCallback(
    (person: number) => {
      const id = plot.ids[person];
      if (id !== undefined) navigate(`/people/${id}`, { state: placeOf(plot, person) });
    },
    [navigate, plot],
  );
}

/** J and K go along the order of the page, arrows across the plot. */
function stepOf(key: string, plot: Plot, person: number, size: FieldSize): number | null {
  const last = plot.ids.length - 1;
  const steps: Record<string, number> = { j: Math.min(last, person + 1), k: Math.max(0, person - 1), Home: 0, End: last };
  return isDirection(key) ? nextTowards(plot, person, key, size) : (steps[key] ?? null);
}

/** One listener each for pointer and keys, however many people there are. */
export function usePlot(plot: Plot) {
  const [found, setFound] = useState<Found | null>(null);
  const pointer = useRef<'mouse' | 'touch'>('mouse');
  const open = useOpenFromPlot(plot);

  function under(event: MouseEvent<HTMLElement>, by: 'mouse' | 'touch'): number | null {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return nearestTo(plot, event.clientX - left, event.clientY - top, sizeOf(event.currentTarget), REACH[by]);
  }
  function show(person: number | null, by: Found['by']) {
    if (person === found?.person && by === found.by) return;
    setFound(person === null ? null : { person, by });
  }
  function goTo(person: number) {
    setFound({ person, by: 'keys' });
    announce(personWords(plot, person));
  }
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      pointer.current = event.pointerType === 'touch' ? 'touch' : 'mouse';
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'touch') return;
      const person = under(event, 'mouse');
      // A pointer that lies idle on empty ground takes nothing from the keys.
      if (person !== null || found?.by === 'mouse') show(person, 'mouse');
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch' && found?.by === 'mouse') setFound(null);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const person = under(event, pointer.current);
      // A finger hides what it touches: it shows first, and opens at the second touch.
      const shown = pointer.current === 'mouse' || (found?.by === 'touch' && found.person === person);
      if (person !== null && shown) open(person);
      else show(person, pointer.current);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible')) goTo(plot.named[0] ?? 0);
    },
    onBlur: () => setFound(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
      const person = found?.person ?? plot.named[0] ?? 0;
      if (event.key === 'Enter') open(person);
      else {
        const next = stepOf(event.key, plot, person, sizeOf(event.currentTarget));
        if (next === null && !isDirection(event.key)) return;
        if (next !== null) goTo(next);
      }
      event.preventDefault();
    },
  };
  return { found, handlers };
}
