/** Different people: Kith does not ask again, whatever is imported later. */
import { findIdentity } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { identityIdsOf } from '../db/identity/merge.server';
import { refuse } from '../db/identity/refusals.server';
import { GoneError, transact, type Actor, type Done } from '../db/transact.server';

/**
 * @param pair public ids of two identities; said of one, it holds for everything its contact is known as
 * @throws GoneError where either is gone, or both are one person meanwhile
 */
export function dismissSuggestion(
  sql: Sql, actor: Actor, pair: { left: string; right: string; idempotencyKey?: string }, now: number,
): Done<null> {
  const [left, right] = [findIdentity(sql, pair.left), findIdentity(sql, pair.right)];
  if (!left || !right) throw new GoneError('One of the two is no longer there.');
  if (left.id === right.id || (left.contact && left.contact.publicId === right.contact?.publicId)) {
    throw new GoneError('They are one person meanwhile.');
  }
  const sides = [left, right].map(({ id, contact }) => (contact ? identitiesOf(sql, contact.publicId) : [id]));
  const sentence = `${nameOf(left)} and ${nameOf(right)} are different people`;
  const { idempotencyKey } = pair;
  return transact(sql, { actor, verb: 'dismiss-suggestion', sentence, now, ...(idempotencyKey ? { idempotencyKey } : {}) }, (work) => {
    refuse(work, actor, sides[0] ?? [], sides[1] ?? []);
    return null;
  });
}

function identitiesOf(sql: Sql, contact: string): number[] {
  const id = sql.prepare<[string], number>('SELECT id FROM Contact WHERE publicId = ?').pluck().get(contact);
  return id === undefined ? [] : identityIdsOf(sql, id);
}

function nameOf({ contact, displayName, handle, key }: NonNullable<ReturnType<typeof findIdentity>>): string {
  return contact?.name ?? displayName ?? handle ?? key;
}
