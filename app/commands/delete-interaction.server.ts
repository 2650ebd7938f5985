/** Deletes what was logged by hand. The row stays hidden, so that undo brings it back whole. */
import { followInteraction, requireLogged } from '../db/logged-interactions.server';
import type { Sql } from '../db/connection.server';
import { GoneError, transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/**
 * @param input the interaction's public id
 * @throws GoneError where it is gone, was sent, or came out of an archive: those did happen
 */
export function deleteInteraction(sql: Sql, actor: Actor, input: { interaction: string }, now: number): Done<null> {
  const logged = requireLogged(sql, input.interaction);
  if (logged.origin !== 'logged') throw new GoneError('What was sent cannot be deleted here.');
  const sentence = `Entry with ${firstName(logged.name)} deleted`;
  return transact(sql, { actor, verb: 'delete-interaction', sentence, subject: logged.publicId, now }, (work) => {
    work.update('Interaction', { id: logged.id }, { deletedAt: now });
    followInteraction(work, logged);
    return null;
  });
}
