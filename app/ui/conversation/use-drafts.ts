import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Draft } from '../../domain/conversations/draft';
import { DraftStore, draftFrom } from './draft-store';
import { postTo } from './talk-to-server';
import type { PaneView } from './types';

/** A pause in typing. */
const PAUSE_MS = 600;

function browserStore(): DraftStore {
  return new DraftStore({
    shelf: typeof localStorage === 'undefined' ? null : localStorage,
    save: async (conversation, { mode, text, updatedAt }, leaving) => {
      const { conflict } = await postTo<{ conflict: PaneView['draft'] }>(
        `/conversations/${conversation}/draft`,
        { mode, text, typedAt: updatedAt },
        leaving,
      );
      return { conflict: draftFrom(conflict) };
    },
    now: Date.now,
    later: (work) => {
      const timer = setTimeout(work, PAUSE_MS);
      return () => clearTimeout(timer);
    },
  });
}

/** The drafts of this page; saved when it is hidden or goes away. */
export function useDraftStore(): DraftStore {
  const [store] = useState(browserStore);
  useEffect(() => {
    const leave = () => void store.flush(true);
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [store]);
  return store;
}

/** Before the next key can come in; on the server there is nothing to do. */
const useBeforeKeys = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** What is being written in a conversation. Before scripts run it is what the server has. */
export function useDraft(store: DraftStore, { id, draft: stored }: Pick<PaneView, 'id' | 'draft'>): { draft: Draft; conflict: Draft | null } {
  const first = draftFrom(stored) ?? store.draft('');
  const [opened, setOpened] = useState(false);
  useBeforeKeys(() => {
    store.open(id, draftFrom(stored));
    setOpened(true);
  }, [store, id, stored]);
  const draft = useSyncExternalStore(store.subscribe, () => store.draft(id), () => first);
  const conflict = useSyncExternalStore(store.subscribe, () => store.conflict(id), () => null);
  return { draft: opened ? draft : first, conflict };
}
