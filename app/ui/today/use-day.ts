import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Sending } from '../conversation/composer';
import type { Snoozing } from '../conversation/snooze-menu';
import type { Fields } from '../conversation/talk-to-server';
import type { PaneView } from '../conversation/types';
import { useDraftStore } from '../conversation/use-drafts';
import type { Resting } from '../keeping/rest-menu';
import { announce } from '../primitives/live-region';
import { neighbours } from './neighbours';
import { visible } from './queue';
import type { DayView, RowView } from './types';
import { inOneColumn, useOpened } from './use-opened';
import { usePanes } from './use-panes';
import { useToday } from './use-today';

/** What something is done to: a row, or a conversation that was opened from elsewhere and has none. */
export interface Place {
  row: RowView | null;
  /** Of the row; the conversation's where there is no row. */
  id: string;
  conversation: string | null;
  /** Their last word on screen, UTC milliseconds. */
  seenThrough: number | null;
}

export function placeOf(row: RowView): Place {
  const { id, conversation, seenThrough } = row;
  return { row, id, conversation, seenThrough };
}

/** The element that holds the keyboard's focus while rows come and go. */
export const QUEUE_ID = 'queue';

/** The day's list, the conversation beside it, and everything that can be done on both. */
export function useDay(day: DayView, first: PaneView | null) {
  const { opened, toWrite, show } = useOpened();
  const rows = useMemo(() => day.groups.flatMap((group) => group.rows), [day.groups]);
  const drafts = useDraftStore();
  const forgetPanes = useRef<(ids: readonly string[]) => void>(() => undefined);
  const forget = useCallback((ids: readonly string[]) => forgetPanes.current(ids), []);
  const byId = useRef(new Map<string, RowView>());
  for (const row of rows) byId.current.set(row.id, row);
  const [start] = useState(() => (opened === null ? null : (rows.find((row) => row.conversation === opened)?.id ?? opened)));
  const today = useToday(rows, start, { drafts, forget });
  const { queue, ask } = today;
  // Opened from elsewhere, a conversation may wait for nobody: it stands beside the list without being in it.
  const [outside, setOutside] = useState(() => (start !== null && !queue.order.includes(start) ? start : null));
  const row = (outside === null && queue.selected !== null ? byId.current.get(queue.selected) : null) ?? null;
  const current = outside ?? (row ? row.conversation : queue.selected);
  const wanted = useMemo(() => neighbours(rows, current, queue.gone), [rows, current, queue.gone]);
  const panes = usePanes(wanted, first);
  useEffect(() => {
    forgetPanes.current = panes.forget;
  });
  const id = outside ?? queue.selected;
  const place: Place | null = id === null ? null : { row, id, conversation: current, seenThrough: row?.seenThrough ?? panes.pane?.seenThrough ?? null };

  // In one column, the conversation after the one that was answered opens in its stead.
  const selected = useRef(queue.selected);
  useEffect(() => {
    if (selected.current === queue.selected) return;
    selected.current = queue.selected;
    if (opened !== null && inOneColumn()) show(queue.selected === null ? null : (byId.current.get(queue.selected)?.conversation ?? null), true);
  }, [queue.selected, opened, show]);

  const shown = visible(queue);
  const rowAt = (index: number) => rows.find((one) => one.id === shown[index]);
  const leave = ({ id: row, conversation }: Place, path: string, fields: Fields, spendsDraft = false) => {
    const index = shown.indexOf(row);
    const next = rowAt(index + 1) ?? rowAt(index - 1);
    announce(next ? `Next: ${next.name}, ${next.waiting}` : 'That was the last one');
    setOutside(null);
    document.getElementById(QUEUE_ID)?.focus({ preventScroll: true });
    void ask({ row, conversation, path, fields, leaves: true, spendsDraft });
  };

  return {
    queue, rows, shown, place, drafts, panes, opened, toWrite, outside, show,
    undo: today.undo,
    retry: today.retry,
    select: (one: RowView) => {
      setOutside(null);
      today.select(one.id);
      if (inOneColumn() && one.conversation !== null) show(one.conversation);
    },
    back: () => {
      setOutside(null);
      show(null);
    },
    moveBy: (step: 1 | -1) => {
      const next = rowAt(Math.max(0, (queue.selected === null ? -1 : shown.indexOf(queue.selected)) + step));
      if (next) announce(`${next.name}, ${next.waiting}`);
      setOutside(null);
      today.move(step);
    },
    /** Of somebody who has gone quiet: it was seen, and nothing is closed. */
    done: (at: Place) => {
      if (at.row?.about === 'quiet') leave(at, quietOf(at.row), { do: 'seen' });
      else leave(at, conversationOf(at), { do: 'close', seenThrough: at.seenThrough });
    },
    snooze: (at: Place, snoozing: Snoozing) =>
      leave(at, conversationOf(at), {
        do: 'snooze', until: snoozing.key, date: 'date' in snoozing ? snoozing.date : null, seenThrough: at.seenThrough,
      }),
    rest: (at: Place, { contact }: RowView, resting: Resting) =>
      leave(at, quietOf({ contact }), { do: 'rest', until: resting.until, date: 'date' in resting ? resting.date : null }),
    send: (at: Place, sending: Sending) => {
      const path = conversationOf(at);
      if (sending.do === 'elsewhere') leave(at, path, { ...sending });
      // What they said, or what the user said earlier, need not end the wait: the list tells.
      else if (sending.do === 'log' && sending.as === 'you_said' && sending.date === null) leave(at, path, { ...sending }, true);
      else void ask({ row: at.id, conversation: at.conversation, path, fields: { ...sending }, leaves: false, spendsDraft: true });
    },
  };
}

const conversationOf = ({ conversation, id }: Place): string => `/conversations/${conversation ?? id}`;
const quietOf = ({ contact }: Pick<RowView, 'contact'>): string => `/people/${contact}/quiet`;
