/** Says that somebody is away until a day: their silence is no silence, and nothing is announced. */
import { requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';
import { shortDay } from '../lib/dates';

export interface AwayInput {
  /** Public id. */
  contact: string;
  /** When they are back, UTC milliseconds in the future. */
  until: number;
  /** The workspace's, for the sentence. */
  timeZone: string;
}

/** Who is away already stays away since then. @throws GoneError; RangeError for a moment that is over */
export function setAway(sql: Sql, actor: Actor, { contact, until, timeZone }: AwayInput, now: number): Done<null> {
  const { id, publicId, name } = requireContact(sql, contact);
  if (until <= now) throw new RangeError('Somebody is away until a day to come.');
  const sentence = `${firstName(name)} is away until ${shortDay(until, timeZone, now)}`;
  return transact(sql, { actor, verb: 'set-away', sentence, subject: publicId, now }, (work) => {
    const since = work.sql
      .prepare<[number, number], number | null>('SELECT awayFrom FROM Contact WHERE id = ? AND awayUntil > ?')
      .pluck()
      .get(id, now);
    work.update('Contact', { id }, { awayFrom: since ?? now, awayUntil: until });
    work.touchContact(id);
    return null;
  });
}
