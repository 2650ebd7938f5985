/** Conversations, for commands. */
import { conversationTarget, type ConversationTarget } from './interactions.server';
import type { Sql } from './connection.server';
import { GoneError } from './transact.server';

/** @throws GoneError where there is no such conversation, or no more */
export function requireConversation(sql: Sql, publicId: string): ConversationTarget {
  const conversation = conversationTarget(sql, publicId);
  if (!conversation) throw new GoneError('That conversation is no longer there.');
  return conversation;
}
