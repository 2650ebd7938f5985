import type { Queue } from './queue';
import type { RowView } from './types';

/** Rows read ahead, below and above the selected one. */
const AHEAD = 3;
const BEHIND = 1;

export interface Wanted {
  id: string;
  /** Their last word that the list knows of, UTC milliseconds; undefined where it is not in the list. */
  seenThrough?: number | null;
}

/**
 * What to have ready: the current conversation first, then those that the next keys lead to. Nothing while the current
 * row has no conversation.
 */
export function neighbours(rows: readonly RowView[], current: string | null, gone: Queue['gone']): Wanted[] {
  if (current === null) return [];
  const left = rows.filter((row) => row.conversation === current || !gone.has(row.id));
  const place = left.findIndex((row) => row.conversation === current);
  if (place < 0) return [{ id: current }];
  const around = [...left.slice(place, place + 1 + AHEAD), ...left.slice(Math.max(0, place - BEHIND), place)];
  return around.flatMap(({ conversation, seenThrough }) => (conversation === null ? [] : { id: conversation, seenThrough }));
}
