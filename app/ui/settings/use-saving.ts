import type { SubmissionResult } from '@conform-to/react';
import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import { showToast } from '../primitives/toast';

/** What saving a part of the settings answers. */
export interface SavingAnswer {
  /** What is wrong with the form; null when it was saved. */
  reply: SubmissionResult | null;
  saved: { sentence: string; journalId: string | null } | null;
}

/** A form of the settings that says so when it was saved. */
export function useSaving() {
  const fetcher = useFetcher<SavingAnswer>();
  const saved = fetcher.data?.saved;
  useEffect(() => {
    if (saved) showToast({ message: saved.sentence });
  }, [saved]);
  return { Form: fetcher.Form, busy: fetcher.state !== 'idle', lastResult: fetcher.data?.reply ?? null, saved: saved ?? null };
}
