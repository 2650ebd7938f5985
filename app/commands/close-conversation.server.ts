/** Says that a conversation needs no more from the user, until the other side writes again. */
import { requireConversation } from '../db/conversations.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

export interface CloseInput {
  conversation: string;
  because: 'done' | 'no_reply_needed';
  /** The last word of theirs that was on screen, UTC milliseconds: what came in meanwhile still waits. */
  seenThrough?: number | null;
  idempotencyKey?: string;
}

/**
 * A snooze is left as it is: what the user asked to see again is no pitch when they write the next time.
 * @throws GoneError
 */
export function closeConversation(sql: Sql, actor: Actor, input: CloseInput, now: number): Done<null> {
  const { id, publicId, name, lastInAt } = requireConversation(sql, input.conversation);
  return transact(
    sql,
    {
      actor,
      verb: 'close-conversation',
      sentence: `Done with ${firstName(name)}`,
      subject: publicId,
      now,
      ...(input.idempotencyKey ? { idempotencyKey: input.idempotencyKey } : {}),
    },
    (work) => {
      const closedThrough = Math.min(lastInAt ?? now, input.seenThrough ?? Infinity);
      work.update('Conversation', { id }, { closedAt: now, closedThrough, closedBecause: input.because });
      work.touchConversation(id);
      return null;
    },
  );
}
