import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { requestKey } from '../../lib/request-key';
import type { DraftStore } from '../conversation/draft-store';
import { postTo, RequestFailed, type Fields } from '../conversation/talk-to-server';
import { undoneSentence, type UndoAnswer } from '../undo/use-undo';
import { announce } from '../primitives/live-region';
import { showToast } from '../primitives/toast';
import { comeBack, leave, move, openQueue, restore, select, settle, takeOrder, type Queue } from './queue';
import type { RowView } from './types';

interface Changed {
  done: { sentence: string; journalId: string | null } | null;
}

/** What the server takes back names the conversations and the people it was about. */
type UndoneAnswer = UndoAnswer & { undone: { conversations?: string[]; contacts?: string[] } | null };

const KEPT = 'Your words are kept.';

/** What is asked of the server about a row. */
export interface Request {
  /** Its id. */
  row: string;
  /** The conversation beside it; null where there is none. */
  conversation: string | null;
  /** Who is told, and what. */
  path: string;
  fields: Fields;
  /** The row goes at once, and comes back if it did not work. */
  leaves: boolean;
  /** The draft becomes what is sent. */
  spendsDraft: boolean;
  /** Made for the first attempt and kept for the next ones: however often it is asked, it happens once. */
  key: string;
}

interface Hooks {
  drafts: DraftStore;
  /** The conversations' panes have to be read again. */
  forget: (conversations: readonly string[]) => void;
}

/** The queue, kept in step with the server, and what can be done to its rows. */
export function useToday(rows: readonly RowView[], opened: string | null, { drafts, forget }: Hooks) {
  const order = useMemo(() => rows.map((row) => row.id), [rows]);
  const [queue, apply] = useReducer((present: Queue, step: (queue: Queue) => Queue) => step(present), null, () => openQueue(order, opened));
  useEffect(() => apply((present) => takeOrder(present, order)), [order]);
  const { revalidate } = useRevalidator();
  const underWay = useRef(new Set<Promise<unknown>>());
  const failed = useRef(new Map<string, Request>());

  const undo = useCallback(
    async (journalId: string | null) => {
      // Everything asked before must have happened before the last of it can be taken back.
      await Promise.allSettled([...underWay.current, drafts.flush()]);
      try {
        const { undone } = await postTo<UndoneAnswer>('/undo', { journal: journalId });
        const conversations = undone?.conversations ?? [];
        for (const conversation of conversations) drafts.spent(conversation);
        apply((present) => restore(present, [...conversations, ...(undone?.contacts ?? [])]));
        forget(conversations);
        revalidate();
        showToast({ message: undoneSentence(undone) });
      } catch (error) {
        showToast({ message: `That was not undone. ${reasonOf(error)}` });
      }
    },
    [drafts, forget, revalidate],
  );

  const ask = useCallback(
    async (request: Request) => {
      const { row, path, fields, leaves, spendsDraft, key } = request;
      const ofDraft = spendsDraft ? request.conversation : null;
      failed.current.delete(row);
      if (leaves) apply((present) => leave(present, row));
      if (ofDraft !== null) drafts.rest(ofDraft);
      const asking = postTo<Changed>(path, { ...fields, key });
      underWay.current.add(asking);
      try {
        const { done } = await asking;
        if (ofDraft !== null) drafts.spent(ofDraft);
        if (done) showToast({ message: done.sentence, ...(done.journalId ? { undo: () => void undo(done.journalId) } : {}) });
        apply((present) => settle(present, row));
      } catch (error) {
        failed.current.set(row, request);
        if (ofDraft !== null) drafts.failed(ofDraft);
        const why = `That did not work. ${reasonOf(error)} ${KEPT}`;
        apply((present) => comeBack(present, row, why));
        announce(why);
        if (!leaves) showToast({ message: why });
      } finally {
        underWay.current.delete(asking);
        if (request.conversation !== null) forget([request.conversation]);
        revalidate();
      }
    },
    [drafts, forget, revalidate, undo],
  );

  return {
    queue,
    undo,
    ask: useCallback((wish: Omit<Request, 'key'>) => ask({ ...wish, key: requestKey() }), [ask]),
    /** Asks once more what did not work. */
    retry: useCallback(
      (row: string) => {
        const request = failed.current.get(row);
        if (request) void ask(request);
      },
      [ask],
    ),
    select: useCallback((id: string) => apply((present) => select(present, id)), []),
    move: useCallback((step: 1 | -1) => apply((present) => move(present, step)), []),
  };
}

function reasonOf(error: unknown): string {
  return error instanceof RequestFailed ? error.message : '';
}
