/** Takes somebody off every nudge, for a time or until the user says otherwise. */
import { requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';
import { shortDay } from '../lib/dates';

export interface RestInput {
  /** Public id. */
  contact: string;
  /** When to ask again, UTC milliseconds in the future; null: when the user says so. */
  askAgainAt: number | null;
  /** The workspace's, for the sentence. */
  timeZone: string;
  /** A second call with the same key does nothing. */
  idempotencyKey?: string;
}

/**
 * What waited in their conversations leaves Today; a word of theirs brings them back to it.
 * @throws GoneError; RangeError for a moment that is over
 */
export function letRest(sql: Sql, actor: Actor, { contact, askAgainAt, timeZone, idempotencyKey }: RestInput, now: number): Done<null> {
  const { id, publicId, name } = requireContact(sql, contact);
  if (askAgainAt !== null && askAgainAt <= now) throw new RangeError('A rest ends in the future.');
  const until = askAgainAt === null ? 'you say otherwise' : shortDay(askAgainAt, timeZone, now);
  const sentence = `${firstName(name)} rests until ${until}`;
  const meta = { actor, verb: 'let-rest', sentence, subject: publicId, now, ...(idempotencyKey ? { idempotencyKey } : {}) };
  return transact(sql, meta, (work) => {
    work.update('Contact', { id }, { restedAt: now, askAgainAt });
    work.touchContact(id);
    return null;
  });
}
