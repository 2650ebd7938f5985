/** The user has answered already, somewhere Kith does not see: logged without words, so that rhythm and turn are right. */
import type { Sql } from '../db/connection.server';
import type { Actor, Done } from '../db/transact.server';
import { logInteraction } from './log-interaction.server';

/** @returns the public id of what was logged; null where the key had been seen. @throws GoneError */
export function answeredElsewhere(
  sql: Sql,
  actor: Actor,
  input: { conversation: string; idempotencyKey: string },
  now: number,
): Done<string | null> {
  return logInteraction(
    sql,
    actor,
    {
      place: { conversation: input.conversation },
      kind: 'message',
      direction: 'out',
      text: null,
      occurredAt: now,
      precision: 'minute',
      idempotencyKey: input.idempotencyKey,
    },
    now,
  );
}
