/** Says "seen" to what Today announces of somebody: it isn't said again until it changes. */
import { requireContact } from '../db/contacts.server';
import { announcementOf } from '../db/derive/contact-health.server';
import type { Sql } from '../db/connection.server';
import type { Tables } from '../db/rows.server';
import { GoneError, transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/**
 * The end of a rest is seen by ending the rest; what would be announced next is seen with it.
 * @throws GoneError where nobody is there, or nothing is announced of them
 */
export function acknowledgeAnnouncement(
  sql: Sql, actor: Actor, input: { contact: string; idempotencyKey?: string }, now: number,
): Done<null> {
  const { id, publicId, name } = requireContact(sql, input.contact);
  const sentence = `${firstName(name)}: noted until it changes`;
  const meta = {
    actor, verb: 'acknowledge-announcement', sentence, subject: publicId, now,
    ...(input.idempotencyKey ? { idempotencyKey: input.idempotencyKey } : {}),
  };
  return transact(sql, meta, (work) => {
    const present = announcementOf(work.sql, id, now);
    if (present === null) throw new GoneError(`There is nothing to note about ${firstName(name)} any more.`);
    const changes: Partial<Tables['Contact']> = present.asked ? { restedAt: null, askAgainAt: null } : {};
    if (present.what !== null) Object.assign(changes, { coolingSeenAt: present.lastSign, coolingSeenState: present.what });
    work.update('Contact', { id }, changes);
    work.touchContact(id);
    return null;
  });
}
