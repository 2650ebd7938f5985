/** Puts a conversation out of sight until a moment, until their rhythm says, or until they write again. */
import { requireConversation } from '../db/conversations.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';
import { shortDay, startOfDay } from '../lib/dates';

export interface SnoozeInput {
  conversation: string;
  /** What ends it; UTC milliseconds in the future. Whatever was chosen, it ends when they write. */
  snooze: { mode: 'date' | 'rhythm'; until: number } | { mode: 'they_write' };
  /** The last word of theirs that was on screen, UTC milliseconds. */
  seenThrough?: number | null;
  idempotencyKey?: string;
  /** The workspace's, for the sentence. */
  timeZone: string;
}

/** @throws GoneError; RangeError for a moment that is over */
export function snoozeConversation(sql: Sql, actor: Actor, input: SnoozeInput, now: number): Done<null> {
  const { id, publicId, name, lastInAt } = requireConversation(sql, input.conversation);
  const until = input.snooze.mode === 'they_write' ? null : input.snooze.until;
  if (until !== null && until <= now) throw new RangeError('A snooze ends in the future.');
  return transact(
    sql,
    {
      actor,
      verb: 'snooze-conversation',
      sentence: `${firstName(name)} snoozed until ${untilWords(until, input.timeZone, now)}`,
      subject: publicId,
      now,
      ...(input.idempotencyKey ? { idempotencyKey: input.idempotencyKey } : {}),
    },
    (work) => {
      const snoozedThrough = Math.min(lastInAt ?? now, input.seenThrough ?? Infinity);
      work.update('Conversation', { id }, { snoozeMode: input.snooze.mode, snoozedUntil: until, snoozedThrough });
      work.touchConversation(id);
      return null;
    },
  );
}

function untilWords(until: number | null, zone: string, now: number): string {
  if (until === null) return 'they write again';
  if (until < startOfDay(now, zone, 1)) return 'this afternoon';
  return until < startOfDay(now, zone, 2) ? 'tomorrow' : shortDay(until, zone, now);
}
