import { useFetcher, useSubmit } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import { counted } from '../../lib/text';
import { showToast } from '../primitives/toast';

/** What undoing answers; null where there was nothing left to take back. */
export interface UndoAnswer {
  undone: { sentence: string; partly: boolean; gone: string[] } | null;
}

/** What changing something answers. */
export interface ChangeAnswer {
  /** A sentence for the toast, and what undo takes; null where nothing was changed. */
  done: { sentence: string; journalId: string | null } | null;
  /** A sentence: why it was not done. */
  problem: string | null;
}

const ACTION = '/undo';
const FETCHER = 'undo';

/** Takes back one change; null takes the newest of this teammate. Works after the asking component has gone. */
export function useUndo(): (journalId: string | null) => void {
  const submit = useSubmit();
  return useCallback(
    (journalId) => submit({ journal: journalId ?? '' }, { method: 'post', action: ACTION, navigate: false, fetcherKey: FETCHER }),
    [submit],
  );
}

/** What was taken back, and who went with it, in a sentence. */
export function undoneSentence(undone: UndoAnswer['undone']): string {
  if (!undone) return 'Nothing left to undo';
  const { sentence, partly, gone } = undone;
  const words = partly ? `Undone, but for what was changed since: ${sentence}` : `Undone: ${sentence}`;
  const [name] = gone;
  if (name === undefined) return words;
  const who = gone.length === 1 ? name : `${name} and ${counted(gone.length - 1, 'other', 'others')}`;
  return `${words}. ${who} went with the import you had taken back.`;
}

/** Says what was taken back. Stands once, in the frame of the app. */
export function useUndoAnswers(): void {
  const { data } = useFetcher<UndoAnswer>({ key: FETCHER });
  useEffect(() => {
    if (data) showToast({ message: undoneSentence(data.undone) });
  }, [data]);
}

/**
 * A fetcher for changes: it shows what was done with its Undo, or why it was not done.
 * @param onDone called once for each change that was made
 */
export function useChange(onDone?: () => void) {
  const fetcher = useFetcher<ChangeAnswer>();
  const undo = useUndo();
  const newest = useRef({ undo, onDone });
  useEffect(() => {
    newest.current = { undo, onDone };
  });
  const { data } = fetcher;
  useEffect(() => {
    if (!data) return;
    if (data.problem !== null) showToast({ message: data.problem });
    if (data.done === null) return;
    const { sentence, journalId } = data.done;
    showToast(journalId === null ? { message: sentence } : { message: sentence, undo: () => newest.current.undo(journalId) });
    newest.current.onDone?.();
  }, [data]);
  return fetcher;
}
