import type { SubmissionResult } from '@conform-to/react';
import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { showToast } from '../primitives/toast';
import { useUndo } from '../undo/use-undo';

/** What saving a part of the settings answers. */
export interface SavingAnswer {
  /** What is wrong with the form; null when it was saved. */
  reply: SubmissionResult | null;
  saved: { sentence: string; journalId: string | null } | null;
}

/** A form of the settings that says so when it was saved, with Undo where there is one. */
export function useSaving() {
  const fetcher = useFetcher<SavingAnswer>();
  const undo = useUndo();
  const newestUndo = useRef(undo);
  useEffect(() => {
    newestUndo.current = undo;
  });
  const saved = fetcher.data?.saved;
  useEffect(() => {
    if (!saved) return;
    const { sentence, journalId } = saved;
    const undoThis = journalId === null ? undefined : () => newestUndo.current(journalId);
    showToast({ message: sentence, undo: undoThis });
  }, [saved]);
  return { Form: fetcher.Form, busy: fetcher.state !== 'idle', lastResult: fetcher.data?.reply ?? null, saved: saved ?? null };
}
