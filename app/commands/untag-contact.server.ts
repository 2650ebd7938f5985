/** Takes a tag off somebody. */
import { requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { GoneError, transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/** @param input public ids. @throws GoneError */
export function untagContact(sql: Sql, actor: Actor, input: { contact: string; tag: string }, now: number): Done<null> {
  const contact = requireContact(sql, input.contact);
  const tag = sql.prepare<[string], { id: number; name: string }>('SELECT id, name FROM Tag WHERE publicId = ?').get(input.tag);
  if (!tag) throw new GoneError('That tag is no longer there.');
  const sentence = `${tag.name} taken off ${firstName(contact.name)}`;
  return transact(sql, { actor, verb: 'untag-contact', sentence, subject: contact.publicId, now }, (work) => {
    work.remove('ContactTag', { contactId: contact.id, tagId: tag.id });
    work.touchContact(contact.id);
    return null;
  });
}
