/** Closes every wait that is older than the horizon and shown there, in one go and with one undo. */
import type { Sql } from '../db/connection.server';
import { AT_REST } from '../db/keeping.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { horizonStart } from '../domain/conversations/rank';
import { counted } from '../lib/text';

/**
 * @param input how far back Today looks, in days
 * @returns how many were closed; they reopen one by one as somebody writes again
 */
export function closeOlderThreads(sql: Sql, actor: Actor, input: { horizonDays: number }, now: number): Done<number | null> {
  const waiting = sql
    .prepare<[{ horizon: number; now: number }], { id: number; lastInAt: number | null }>(
      `SELECT s.conversationId AS id, s.lastInAt FROM ConversationState s
       WHERE s.turn = 'yours' AND s.turnSince < @horizon AND s.contactId IS NOT NULL AND NOT ${AT_REST}`,
    )
    .all({ horizon: horizonStart(now, input.horizonDays), now });
  const sentence = `${counted(waiting.length, 'older thread', 'older threads')} closed`;
  return transact(sql, { actor, verb: 'close-older-threads', sentence, now }, (work) => {
    for (const { id, lastInAt } of waiting) {
      work.update('Conversation', { id }, { closedAt: now, closedThrough: lastInAt ?? now, closedBecause: 'older' });
      work.touchConversation(id);
    }
    return waiting.length;
  });
}
