/** Makes a person of somebody who was audience, with everything that was ever said between the two. */
import { attachIdentity, findIdentity, type AttachableIdentity } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { GoneError, transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';
import { FIRST_STAGE } from '../domain/contacts/stages';
import { newPublicId } from '../lib/ids.server';

/**
 * Name and headline stay their source's, so later imports keep them fresh.
 * @param identity public id
 * @returns the contact's public id; for one who is a person already, theirs, and nothing is written
 * @throws GoneError for one of the user's own, or where it is gone
 */
export function welcomeIdentity(sql: Sql, actor: Actor, input: { identity: string }, now: number): Done<string | null> {
  const identity = findIdentity(sql, input.identity);
  if (!identity || identity.own) throw new GoneError('That profile is no longer there.');
  const name = nameOf(identity);
  const sentence = `${firstName(name)} welcomed`;
  if (identity.contact) return { result: identity.contact.publicId, journalId: null, sentence };
  const contact = newPublicId();
  return transact(sql, { actor, verb: 'welcome-identity', sentence, subject: contact, now }, (work) => {
    const contactId = work.insert('Contact', {
      publicId: contact, name, nameBasis: 'source', headlineBasis: 'source', stage: FIRST_STAGE,
      headline: [identity.title, identity.company].filter(Boolean).join(', ') || null, createdAt: now, createdHow: 'welcomed',
    });
    attachIdentity(work, actor, { identityId: identity.id, contactId, how: 'by_hand' });
    return contact;
  });
}

function nameOf(identity: AttachableIdentity): string {
  return identity.displayName ?? identity.handle ?? identity.email ?? identity.key;
}
