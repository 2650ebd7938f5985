import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useState } from 'react';
import type { CertaintyWord } from '../../domain/identity/suggest';
import type { Platform } from '../../domain/activity';
import { requestKey } from '../../lib/request-key';
import { postTo, RequestFailed } from '../conversation/talk-to-server';
import { useKeys } from '../keyboard/use-keys';
import { announce } from '../primitives/live-region';
import { showToast } from '../primitives/toast';
import { useUndo } from '../undo/use-undo';

export interface SamePersonSideView {
  contact: string | null;
  identity: string;
  name: string;
  platforms: readonly Platform[];
  detail: string | null;
}

export interface SamePersonPairView {
  id: string;
  certainty: CertaintyWord;
  reasons: readonly string[];
  against: readonly string[];
  left: SamePersonSideView;
  right: SamePersonSideView;
}

interface Answer {
  done: { sentence: string; journalId: string | null } | null;
}

const spoken = ({ left, right, certainty }: SamePersonPairView) => `${left.name} and ${right.name}. ${certainty}`;

/** The questions that are left, which of them is selected, and the answers: a question goes at once, and comes back if it fails. */
export function useSamePerson(pairs: readonly SamePersonPairView[], total: number) {
  const { revalidate } = useRevalidator();
  const undo = useUndo();
  // What was answered is gone until the server's own list is without it.
  const [gone, setGone] = useState<ReadonlyMap<string, 'asked' | 'answered'>>(new Map());
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    setGone((present) => new Map([...present].filter(([, how]) => how === 'asked')));
  }, [pairs]);
  const shown = pairs.filter(({ id }) => !gone.has(id));
  const index = Math.max(0, shown.findIndex(({ id }) => id === chosen));
  const selected = shown[index] ?? null;

  const mark = useCallback((id: string, how: 'asked' | 'answered' | null) => {
    setGone((present) => {
      const next = new Map(present);
      if (how === null) next.delete(id);
      else next.set(id, how);
      return next;
    });
  }, []);

  const answer = useCallback(
    async (pair: SamePersonPairView, what: 'same' | 'different') => {
      mark(pair.id, 'asked');
      try {
        const fields = { do: what, left: pair.left.identity, right: pair.right.identity, key: requestKey() };
        const { done } = await postTo<Answer>('/people/same/answer', fields, true);
        const journalId = done?.journalId ?? null;
        if (done) showToast(journalId === null ? { message: done.sentence } : { message: done.sentence, undo: () => undo(journalId) });
        mark(pair.id, 'answered');
      } catch (error) {
        mark(pair.id, null);
        showToast({ message: `That did not work. ${error instanceof RequestFailed ? error.message : ''}` });
      }
      revalidate();
    },
    [mark, revalidate, undo],
  );

  const leave = (pair: SamePersonPairView, what: 'same' | 'different') => {
    const at = shown.findIndex(({ id }) => id === pair.id);
    const next = shown[at + 1] ?? shown[at - 1];
    setChosen(next?.id ?? null);
    announce(next ? `Next: ${spoken(next)}` : 'That was the last one');
    void answer(pair, what);
  };
  const move = (step: 1 | -1) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, index + step))];
    if (!next) return;
    setChosen(next.id);
    announce(spoken(next));
    document.getElementById(`same-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    m: () => selected && leave(selected, 'same'),
    d: () => selected && leave(selected, 'different'),
  }, { enabled: shown.length > 0 });
  return { shown, selected: selected?.id ?? null, place: index + 1, left: total - (pairs.length - shown.length), choose: setChosen, leave };
}
