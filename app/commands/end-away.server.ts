/** Says that somebody is back, sooner than was thought. */
import { requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/** The time away ends at this moment; nudges wait for their usual gap from it. @param input public id. @throws GoneError */
export function endAway(sql: Sql, actor: Actor, input: { contact: string }, now: number): Done<null> {
  const { id, publicId, name } = requireContact(sql, input.contact);
  return transact(sql, { actor, verb: 'end-away', sentence: `${firstName(name)} is back`, subject: publicId, now }, (work) => {
    work.update('Contact', { id }, { awayUntil: now });
    work.touchContact(id);
    return null;
  });
}
