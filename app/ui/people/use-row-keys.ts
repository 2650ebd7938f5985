import { useState } from 'react';
import { useKeys } from '../keyboard/use-keys';

interface RowKeys {
  /** Ids of the rows, in order. */
  ids: readonly string[];
  /** A search: its first row is selected from the start, so that one key is enough. */
  found: boolean;
  onEnter: (id: string) => void;
  onWelcome: (id: string) => void;
}

/**
 * J, K, Enter and W on a list.
 * @returns the id of the selected row; null before the first key, except in a search
 */
export function useRowKeys({ ids, found, onEnter, onWelcome }: RowKeys): string | null {
  const [chosen, setChosen] = useState<string | null>(null);
  const present = chosen === null ? -1 : ids.indexOf(chosen);
  const index = present < 0 && found ? 0 : present;
  const selected = ids[index] ?? null;
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
