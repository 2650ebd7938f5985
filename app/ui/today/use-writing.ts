import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { DraftMode } from '../../domain/conversations/draft';
import type { DraftStore } from '../conversation/draft-store';
import { afterWords, dropTypedAhead, keepTypedAhead, takeTypedAhead } from '../keyboard/typed-ahead';

/** Before the next key can come in; on the server there is nothing to do. */
const useBeforeKeys = typeof document === 'undefined' ? useEffect : useLayoutEffect;

interface WritingParts {
  drafts: DraftStore;
  text: RefObject<HTMLTextAreaElement>;
  /** The conversation on screen, or on its way there; null where there is none. */
  current: string | null;
  /** The one the user came to write in; null otherwise. */
  asked: string | null;
  /** It did not load. */
  failed: boolean;
  /** Who came to write has the composer now: the address need not say it again. */
  onArrived: () => void;
}

interface Wish {
  conversation: string;
  mode: Extract<DraftMode, 'write' | 'log'>;
}

/**
 * Puts the keys into the composer, now or as soon as it is there: while its conversation is read, or while the list
 * covers it where there is one column. Words typed until then stand in it; no letter of them does anything to anybody.
 * @returns begins to write, or to log, in the current conversation
 */
export function useWriting({ drafts, text, current, asked, failed, onArrived }: WritingParts): (wish: Wish) => void {
  const wish = useRef<Wish | null>(asked === null ? null : { conversation: asked, mode: 'write' });
  /** False while there is nothing to be written in. */
  const focus = (): boolean => {
    text.current?.focus();
    return text.current !== null && document.activeElement === text.current;
  };
  const ready = ({ conversation, mode }: Wish) => {
    const typed = takeTypedAhead();
    const before = drafts.draft(conversation);
    if (typed !== '') drafts.type(conversation, { mode, text: afterWords(before.text, typed) });
    else if (before.mode !== mode) drafts.type(conversation, { mode });
  };
  useBeforeKeys(() => {
    if (wish.current === null) return;
    const inVain = failed || current !== wish.current.conversation;
    if (!inVain && !focus()) return;
    ready(wish.current);
    wish.current = null;
    const end = text.current?.value.length ?? 0;
    if (!inVain) text.current?.setSelectionRange(end, end);
    if (asked !== null) onArrived();
  });
  useEffect(() => dropTypedAhead, []);
  return (wanted) => {
    if (focus()) {
      ready(wanted);
      return;
    }
    wish.current = wanted;
    keepTypedAhead();
  };
}
