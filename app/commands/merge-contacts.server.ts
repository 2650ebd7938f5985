/** One person, not two: joins two contacts, or a profile of the audience and a contact. */
import { attachIdentity, findIdentity, requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { identityIdsOf, mergeContact } from '../db/identity/merge.server';
import { allow } from '../db/identity/refusals.server';
import { GoneError, transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';
import { staysOf } from '../domain/identity/survivor';

export interface Merge {
  /** Public ids: a contact, and another contact or an identity that has none. */
  contact: string;
  with: { contact: string } | { identity: string };
  /** suggestion: Kith had asked. */
  how: 'suggestion' | 'by_hand';
  /** How sure the suggestion was, 0 to 1. */
  confidence?: number;
  idempotencyKey?: string;
}

/**
 * @returns the public id of whoever stays; the other's address leads there
 * @throws GoneError where either is gone or has been joined with somebody else meanwhile
 */
export function mergeContacts(sql: Sql, actor: Actor, merge: Merge, now: number): Done<string | null> {
  return 'contact' in merge.with ? mergeTwo(sql, actor, merge, merge.with.contact, now) : attach(sql, actor, merge, merge.with.identity, now);
}

function mergeTwo(sql: Sql, actor: Actor, { contact, how, confidence = 1, idempotencyKey }: Merge, other: string, now: number): Done<string | null> {
  const [a, b] = [requireContact(sql, contact), requireContact(sql, other)];
  if (a.id === b.id) throw new GoneError('They are one person already.');
  const basis = sql.prepare<[number], string>('SELECT nameBasis FROM Contact WHERE id = ?').pluck();
  const named = (one: typeof a) => ({ ...one, nameBasis: basis.get(one.id) ?? 'source' });
  const { stays, goes } = staysOf(named(a), named(b));
  const sentence = `${stays.name} and ${goes.name} are one person`;
  const meta = { actor, verb: 'merge-contacts', sentence, subject: stays.publicId, now, ...(idempotencyKey ? { idempotencyKey } : {}) };
  return transact(sql, meta, (work) => {
    allow(work, identityIdsOf(sql, stays.id), identityIdsOf(sql, goes.id));
    mergeContact(work, actor, { stays: stays.id, goes: goes.id, how, confidence, importRunId: null });
    return stays.publicId;
  });
}

function attach(sql: Sql, actor: Actor, { contact, how, confidence = 1, idempotencyKey }: Merge, profile: string, now: number): Done<string | null> {
  const person = requireContact(sql, contact);
  const identity = findIdentity(sql, profile);
  if (!identity || identity.own || identity.contact) throw new GoneError('That profile is no longer free.');
  const sentence = `${identity.displayName ?? identity.handle ?? identity.key} is ${firstName(person.name)}`;
  const meta = { actor, verb: 'attach-identity', sentence, subject: person.publicId, now, ...(idempotencyKey ? { idempotencyKey } : {}) };
  return transact(sql, meta, (work) => {
    allow(work, identityIdsOf(sql, person.id), [identity.id]);
    attachIdentity(work, actor, { identityId: identity.id, contactId: person.id, how, confidence });
    return person.publicId;
  });
}
