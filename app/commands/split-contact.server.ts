/** Two people, not one: takes an identity off a contact, however it came there, and remembers that they are different. */
import { activeLink, attachIdentity, findIdentity, followIdentity, requireContact, type AttachableIdentity } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { identityIdsOf, touchBoth } from '../db/identity/merge.server';
import { refuse } from '../db/identity/refusals.server';
import { mergeThatBrought, separateContact, type StoredMerge } from '../db/identity/separate.server';
import { GoneError, transact, type Actor, type Done, type Work } from '../db/transact.server';
import { newPublicId } from '../lib/ids.server';

/**
 * Where the identity came with a merge, whoever was merged comes back whole. Otherwise it becomes a contact of its own where
 * anything was said over it, and audience where not.
 * @param input public ids
 * @returns the public id of the other person; null where it is audience
 * @throws GoneError where either is gone, or nothing of the contact would be left
 */
export function splitContact(sql: Sql, actor: Actor, input: { contact: string; identity: string }, now: number): Done<string | null> {
  const contact = requireContact(sql, input.contact);
  const identity = findIdentity(sql, input.identity);
  if (!identity || identity.contact?.publicId !== contact.publicId) throw new GoneError('That is no longer theirs.');
  const held = identityIdsOf(sql, contact.id);
  if (held.length < 2) throw new GoneError('This is all they are known by.');
  const name = identity.displayName ?? identity.handle ?? identity.key;
  const meta = { actor, verb: 'split-contact', sentence: `${name} is somebody else`, subject: contact.publicId, now };
  return transact(sql, meta, (work) => {
    const merge = mergeThatBrought(sql, contact.id, identity.id);
    const other = merge ? comeBack(work, merge) : takeOff(work, actor, contact.id, identity);
    const stayed = new Set(identityIdsOf(sql, contact.id));
    refuse(work, actor, [...stayed], held.filter((id) => !stayed.has(id)));
    return other;
  });
}

/** @returns the public id of whoever comes back */
function comeBack(work: Work, merge: StoredMerge): string {
  if (!separateContact(work, merge)) throw new GoneError('There is nobody left to come back.');
  work.update('ContactMerge', { id: merge.id }, { separatedAt: work.now });
  return work.sql.prepare<[number], string>('SELECT publicId FROM Contact WHERE id = ?').pluck().get(merge.mergedId) ?? '';
}

function takeOff(work: Work, actor: Actor, contactId: number, identity: AttachableIdentity): string | null {
  const link = activeLink(work.sql, contactId, identity.id);
  if (link !== null) work.update('ContactIdentity', { id: link }, { detachedAt: work.now });
  const spoke = work.sql.prepare<[number]>('SELECT 1 FROM InteractionParticipant WHERE identityId = ? LIMIT 1').get(identity.id) !== undefined;
  touchBoth(work, contactId, contactId);
  if (!spoke) {
    work.update('Identity', { id: identity.id }, { contactId: null });
    followIdentity(work, identity.id);
    return null;
  }
  const publicId = newPublicId();
  const other = work.insert('Contact', {
    publicId, name: identity.displayName ?? identity.handle ?? identity.email ?? identity.key, nameBasis: 'source',
    headline: [identity.title, identity.company].filter(Boolean).join(', ') || null, headlineBasis: 'source',
    stage: 'in_conversation', createdAt: work.now, createdHow: 'import',
  });
  attachIdentity(work, actor, { identityId: identity.id, contactId: other, how: 'by_hand' });
  return publicId;
}
