/** Keeps half-written words. No journal: typing is not an action to take back. */
import { requireConversation } from '../db/conversations.server';
import { draftOf, putDraft, type DraftWords } from '../db/drafts.server';
import type { Sql } from '../db/connection.server';
import type { DraftMode } from '../domain/conversations/draft';

export interface SaveDraftInput {
  conversation: string;
  mode: DraftMode;
  /** Empty: nothing is being written any more. */
  text: string;
  /** When it was typed, by the browser's clock, UTC milliseconds. */
  typedAt: number;
}

export interface SavedDraft {
  /** Newer words that were there and stay; null where these were saved. */
  conflict: DraftWords | null;
}

/**
 * Words typed earlier never overwrite later ones: another tab or device may have gone on writing, or have sent them.
 * @param teammateId whose words they are
 * @throws GoneError
 */
export function saveDraft(sql: Sql, teammateId: number, input: SaveDraftInput, now: number): SavedDraft {
  return sql
    .transaction((): SavedDraft => {
      const { id } = requireConversation(sql, input.conversation);
      const place = { teammateId, conversationId: id };
      // A clock that runs ahead must not lock everybody else's words out.
      const updatedAt = Math.min(input.typedAt, now);
      const present = draftOf(sql, place);
      if (present && present.updatedAt > updatedAt && present.text !== input.text) return { conflict: present };
      if (present || input.text !== '') putDraft(sql, place, { mode: input.mode, text: input.text, updatedAt: Math.max(updatedAt, present?.updatedAt ?? 0) });
      return { conflict: null };
    })
    .immediate();
}
