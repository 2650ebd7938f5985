/** Says yes to "perhaps the same person". */
import { findIdentity } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { GoneError, type Actor, type Done } from '../db/transact.server';
import { mergeContacts } from './merge-contacts.server';

/**
 * @param pair public ids of the two identities that were suggested; their people become one
 * @returns the public id of whoever stays
 * @throws GoneError where either is gone or belongs to somebody else meanwhile
 */
export function acceptSuggestion(
  sql: Sql, actor: Actor, pair: { left: string; right: string; idempotencyKey?: string }, now: number,
): Done<string | null> {
  const [left, right] = [findIdentity(sql, pair.left), findIdentity(sql, pair.right)];
  const [one, other] = left?.contact ? [left, right] : [right, left];
  if (!one?.contact || !other) throw new GoneError('One of the two is no longer there.');
  const certainty = sql
    .prepare<[number, number], number>('SELECT certainty FROM SamePersonGuess WHERE leftId = ? AND rightId = ?')
    .pluck()
    .get(Math.min(one.id, other.id), Math.max(one.id, other.id));
  const { idempotencyKey } = pair;
  return mergeContacts(
    sql, actor,
    {
      contact: one.contact.publicId,
      with: other.contact ? { contact: other.contact.publicId } : { identity: other.publicId },
      how: 'suggestion',
      confidence: (certainty ?? 0) / 100,
      ...(idempotencyKey ? { idempotencyKey } : {}),
    },
    now,
  );
}
