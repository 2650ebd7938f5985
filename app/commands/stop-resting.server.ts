/** Ends somebody's rest: nudges are for them, too. */
import { requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/** What waited before comes back to Today. @param input public id. @throws GoneError */
export function stopResting(sql: Sql, actor: Actor, input: { contact: string }, now: number): Done<null> {
  const { id, publicId, name } = requireContact(sql, input.contact);
  const meta = { actor, verb: 'stop-resting', sentence: `${firstName(name)} stopped resting`, subject: publicId, now };
  return transact(sql, meta, (work) => {
    work.update('Contact', { id }, { restedAt: null, askAgainAt: null });
    work.touchContact(id);
    return null;
  });
}
