import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Sending } from '../conversation/composer';
import type { Snoozing } from '../conversation/snooze-menu';
import type { Fields } from '../conversation/talk-to-server';
import type { PaneView } from '../conversation/types';
import { useDraftStore } from '../conversation/use-drafts';
import { announce } from '../primitives/live-region';
import { neighbours } from './neighbours';
import { visible } from './queue';
import type { DayView, RowView } from './types';
import { inOneColumn, useOpened } from './use-opened';
import { usePanes } from './use-panes';
import { useToday } from './use-today';

/** A conversation that something is done to: its id, and their last word on screen (UTC milliseconds). */
export type Place = Pick<RowView, 'conversation' | 'seenThrough'>;

/** The element that holds the keyboard's focus while rows come and go. */
export const QUEUE_ID = 'queue';

/** The day's list, the conversation beside it, and everything that can be done on both. */
export function useDay(day: DayView, first: PaneView | null) {
  const { opened, toWrite, show } = useOpened();
  const rows = useMemo(() => day.groups.flatMap((group) => group.rows), [day.groups]);
  const drafts = useDraftStore();
  const forgetPanes = useRef<(ids: readonly string[]) => void>(() => undefined);
  const forget = useCallback((ids: readonly string[]) => forgetPanes.current(ids), []);
  const today = useToday(rows, opened, { drafts, forget });
  const { queue, ask } = today;
  // Opened from elsewhere, a conversation may wait for nobody: it stands beside the list without being in it.
  const [outside, setOutside] = useState(() => (opened !== null && !queue.order.includes(opened) ? opened : null));
  const current = outside ?? queue.selected;
  const wanted = useMemo(() => neighbours(rows, current, queue.gone), [rows, current, queue.gone]);
  const panes = usePanes(wanted, first);
  useEffect(() => {
    forgetPanes.current = panes.forget;
  });
  const row = rows.find((one) => one.conversation === current) ?? null;
  const place: Place | null = current === null ? null : { conversation: current, seenThrough: row?.seenThrough ?? panes.pane?.seenThrough ?? null };

  // In one column, the conversation after the one that was answered opens in its stead.
  const selected = useRef(queue.selected);
  useEffect(() => {
    if (selected.current === queue.selected) return;
    selected.current = queue.selected;
    if (opened !== null && inOneColumn()) show(queue.selected, true);
  }, [queue.selected, opened, show]);

  const shown = visible(queue);
  const rowAt = (index: number) => rows.find((one) => one.conversation === shown[index]);
  const leave = (conversation: string, fields: Fields, spendsDraft = false) => {
    const index = shown.indexOf(conversation);
    const next = rowAt(index + 1) ?? rowAt(index - 1);
    announce(next ? `Next: ${next.name}, waiting ${next.wait}` : 'That was the last one');
    setOutside(null);
    document.getElementById(QUEUE_ID)?.focus({ preventScroll: true });
    void ask({ conversation, fields, leaves: true, spendsDraft });
  };
  const stay = (conversation: string, fields: Fields) => void ask({ conversation, fields, leaves: false, spendsDraft: true });

  return {
    queue, rows, shown, row, place, drafts, panes, opened, toWrite, outside, show,
    undo: today.undo,
    retry: today.retry,
    select: (conversation: string) => {
      setOutside(null);
      today.select(conversation);
      if (inOneColumn()) show(conversation);
    },
    back: () => {
      setOutside(null);
      show(null);
    },
    moveBy: (step: 1 | -1) => {
      const next = rowAt(Math.max(0, (queue.selected === null ? -1 : shown.indexOf(queue.selected)) + step));
      if (next) announce(`${next.name}, waiting ${next.wait}`);
      setOutside(null);
      today.move(step);
    },
    done: ({ conversation, seenThrough }: Place) => leave(conversation, { do: 'close', seenThrough }),
    snooze: ({ conversation, seenThrough }: Place, snoozing: Snoozing) =>
      leave(conversation, { do: 'snooze', until: snoozing.key, date: 'date' in snoozing ? snoozing.date : null, seenThrough }),
    send: ({ conversation }: Place, sending: Sending) => {
      if (sending.do === 'elsewhere') leave(conversation, { ...sending });
      // What they said, or what the user said earlier, need not end the wait: the list tells.
      else if (sending.do === 'log' && sending.as === 'you_said' && sending.date === null) leave(conversation, { ...sending }, true);
      else stay(conversation, { ...sending });
    },
  };
}
