import { useCallback, useEffect, useReducer, useRef } from 'react';
import { readFrom } from '../conversation/talk-to-server';
import type { PaneView } from '../conversation/types';
import type { Wanted } from './neighbours';

/** Conversations kept ready; the oldest make room. */
const KEPT = 60;

export interface Panes {
  /** Null while it is on its way or has failed. */
  pane: PaneView | null;
  failed: boolean;
  retry: () => void;
  /** What is known of these no longer holds. */
  forget: (ids: readonly string[]) => void;
}

/**
 * The selected conversation, and its neighbours read ahead, so that moving never waits. What is shown stays until its
 * new version is there.
 * @param wanted conversations to have ready, the selected one first
 * @param first what the page came with
 */
export function usePanes(wanted: readonly Wanted[], first: PaneView | null): Panes {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const known = useRef(new Map<string, PaneView>(first ? [[first.id, first]] : []));
  const stale = useRef(new Set<string>());
  const state = useRef(new Map<string, 'asked' | 'failed'>());

  const read = useCallback(async (id: string) => {
    if (state.current.get(id) === 'asked') return;
    state.current.set(id, 'asked');
    stale.current.delete(id);
    try {
      const pane = await readFrom<PaneView>(`/conversations/${id}`);
      known.current.delete(id);
      known.current.set(id, pane);
      state.current.delete(id);
      for (const oldest of known.current.keys()) if (known.current.size > KEPT) known.current.delete(oldest);
    } catch {
      state.current.set(id, 'failed');
    }
    redraw();
    // Told to forget it while it was on its way: what came may be from before.
    if (stale.current.has(id)) void read(id);
  }, []);

  // A new list from the server may bring the pane of its first row along.
  const latest = useRef(first);
  if (first && first !== latest.current) {
    latest.current = first;
    known.current.set(first.id, first);
  }

  useEffect(() => {
    for (const { id, seenThrough } of wanted) {
      const pane = known.current.get(id);
      const newest = seenThrough === undefined || pane?.seenThrough === seenThrough;
      const fresh = pane && newest && !stale.current.has(id);
      if (!fresh && state.current.get(id) !== 'failed') void read(id);
    }
  }, [wanted, read]);

  const forget = useCallback(
    (ids: readonly string[]) => {
      for (const id of ids) stale.current.add(id);
      for (const id of ids) if (known.current.has(id)) void read(id);
    },
    [read],
  );
  const selected = wanted[0]?.id;
  const retry = useCallback(() => {
    if (selected === undefined) return;
    state.current.delete(selected);
    redraw();
    void read(selected);
  }, [selected, read]);
  const pane = selected === undefined ? null : (known.current.get(selected) ?? null);
  return { pane, failed: pane === null && selected !== undefined && state.current.get(selected) === 'failed', retry, forget };
}
