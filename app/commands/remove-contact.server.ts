/** Takes back that somebody was added or welcomed: they are hidden, and their profiles are audience again. */
import { followIdentity, requireContact, type KeptContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { GoneError, transact, type Actor, type Done, type Work } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/**
 * Whether a contact can be removed: made by hand, and nothing was ever said or logged. Everybody else has a history
 * that the next import would bring back.
 */
export function isRemovable(sql: Sql, contact: Pick<KeptContact, 'id' | 'createdHow'>): boolean {
  if (contact.createdHow === 'import') return false;
  return sql.prepare('SELECT 1 FROM ContactEvent WHERE contactId = ? LIMIT 1').get(contact.id) === undefined;
}

/** @throws GoneError where the contact is gone or cannot be removed */
export function removeContact(sql: Sql, actor: Actor, input: { contact: string }, now: number): Done<null> {
  const contact = requireContact(sql, input.contact);
  if (!isRemovable(sql, contact)) throw new GoneError('Something was said between you, so this person stays.');
  const sentence = `${firstName(contact.name)} removed`;
  return transact(sql, { actor, verb: 'remove-contact', sentence, subject: contact.publicId, now }, (work) => {
    for (const identity of identitiesOf(work, contact.id)) letGo(work, contact.id, identity);
    work.update('Contact', { id: contact.id }, { deletedAt: now });
    work.touchContact(contact.id);
    return null;
  });
}

interface HeldIdentity {
  id: number;
  /** An archive, a relation or a conversation knows it too. */
  knownElsewhere: 0 | 1;
}

function identitiesOf(work: Work, contactId: number): HeldIdentity[] {
  return work.sql
    .prepare<[number], HeldIdentity>(
      `SELECT n.id, EXISTS (SELECT 1 FROM Relation r WHERE r.identityId = n.id)
           OR EXISTS (SELECT 1 FROM ConversationParticipant p WHERE p.identityId = n.id)
           OR EXISTS (SELECT 1 FROM InteractionParticipant p WHERE p.identityId = n.id)
           OR n.evidence IN ('export', 'stub') AS knownElsewhere
       FROM Identity n WHERE n.contactId = ?`,
    )
    .all(contactId);
}

function letGo(work: Work, contactId: number, { id, knownElsewhere }: HeldIdentity): void {
  const links = work.sql
    .prepare<[number, number], { id: number }>(
      'SELECT id FROM ContactIdentity WHERE contactId = ? AND identityId = ? AND detachedAt IS NULL',
    )
    .all(contactId, id);
  if (knownElsewhere === 1) {
    for (const link of links) work.update('ContactIdentity', { id: link.id }, { detachedAt: work.now });
    work.update('Identity', { id }, { contactId: null });
    followIdentity(work, id);
    return;
  }
  for (const link of links) work.remove('ContactIdentity', { id: link.id });
  work.remove('Identity', { id });
}
