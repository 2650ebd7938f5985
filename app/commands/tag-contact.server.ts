/** Gives somebody a tag; makes the tag where it is new. */
import { requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done, type Work } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/** Tags are one word to the user whatever their case: "VIP" and "vip" are the same. */
export function tagKey(name: string): string {
  return cleanTag(name).toLowerCase();
}

/** Without white space around it and with single spaces inside. */
export function cleanTag(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * @returns the tag's public id; one they have already stays as it is
 * @throws GoneError
 */
export function tagContact(sql: Sql, actor: Actor, input: { contact: string; name: string }, now: number): Done<string | null> {
  const contact = requireContact(sql, input.contact);
  const sentence = `${firstName(contact.name)} tagged ${cleanTag(input.name)}`;
  return transact(sql, { actor, verb: 'tag-contact', sentence, subject: contact.publicId, now }, (work) =>
    giveTag(work, actor, contact.id, input.name),
  );
}

/** The tag under its key, made where nobody has it; on the contact once. Returns the tag's public id. */
export function giveTag(work: Work, actor: Actor, contactId: number, name: string): string {
  const tag = findTag(work.sql, name) ?? makeTag(work, name);
  const has = work.sql.prepare('SELECT 1 FROM ContactTag WHERE contactId = ? AND tagId = ?').get(contactId, tag.id);
  if (has === undefined) work.insert('ContactTag', { contactId, tagId: tag.id, addedAt: work.now, addedById: actor.teammateId });
  // A tag may say how often to be in touch.
  work.touchContact(contactId);
  return tag.publicId;
}

interface TagRow {
  id: number;
  publicId: string;
  name: string;
}

// Compared here, because SQLite knows upper and lower case only of ASCII.
function findTag(sql: Sql, name: string): TagRow | undefined {
  const key = tagKey(name);
  return sql.prepare<[], TagRow>('SELECT id, publicId, name FROM Tag').all().find((tag) => tagKey(tag.name) === key);
}

function makeTag(work: Work, name: string): TagRow {
  const id = work.insert('Tag', { name: cleanTag(name) });
  const made = work.sql.prepare<[number], TagRow>('SELECT id, publicId, name FROM Tag WHERE id = ?').get(id);
  if (!made) throw new Error('A tag vanished while it was made.');
  return made;
}
