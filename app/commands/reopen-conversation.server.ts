/** Puts a conversation back where the user sees it: closed or snoozed before, or taken for a pitch by a stranger. */
import { requireConversation } from '../db/conversations.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/**
 * A snooze that ends now stands for "show it again": it also says that this is no pitch, now and when they write again.
 * @throws GoneError
 */
export function reopenConversation(sql: Sql, actor: Actor, input: { conversation: string }, now: number): Done<null> {
  const { id, publicId, name, lastInAt } = requireConversation(sql, input.conversation);
  const sentence = `${firstName(name)} is back on Today`;
  return transact(sql, { actor, verb: 'reopen-conversation', sentence, subject: publicId, now }, (work) => {
    work.update(
      'Conversation',
      { id },
      { closedAt: null, closedThrough: null, closedBecause: null, snoozeMode: 'date', snoozedUntil: now, snoozedThrough: lastInAt },
    );
    work.touchConversation(id);
    return null;
  });
}
