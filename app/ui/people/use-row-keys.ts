import { useState } from 'react';
import { useKeys } from '../keyboard/use-keys';

interface RowKeys {
  /** Ids of the rows, in order. */
  ids: readonly string[];
  onEnter: (id: string) => void;
  onWelcome: (id: string) => void;
}

/**
 * J, K, Enter and W on a list.
 * @returns the id of the selected row; null before the first key
 */
export function useRowKeys({ ids, onEnter, onWelcome }: RowKeys): string | null {
  const [chosen, setChosen] = useState<string | null>(null);
  const index = chosen === null ? -1 : ids.indexOf(chosen);
  const selected = index < 0 ? null : chosen;
  function move(step: 1 | -1) {
    const next = ids[Math.min(ids.length - 1, Math.max(0, index < 0 ? 0 : index + step))];
    if (next === undefined) return;
    setChosen(next);
    document.getElementById(`row-${next}`)?.scrollIntoView({ block: 'nearest' });
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => selected !== null && onEnter(selected),
    w: () => selected !== null && onWelcome(selected),
  });
  return selected;
}
