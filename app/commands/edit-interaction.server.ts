/** Corrects what was logged: its words, its time, what it was, and who did it. */
import { followInteraction, requireLogged, type LoggedInteraction } from '../db/logged-interactions.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done, type Work } from '../db/transact.server';
import type { InteractionKind, ParticipantRole, Precision } from '../domain/activity';
import { firstName } from '../domain/contacts/names';

export interface EditedInteraction {
  /** Public id. */
  interaction: string;
  /** Null: as it was. */
  deed: { kind: InteractionKind; direction: 'in' | 'out' } | null;
  /** Null: without words. */
  text: string | null;
  /** UTC milliseconds, an instant in the future is moved to now; null: as it was, to the millisecond. */
  when: { occurredAt: number; precision: Precision } | null;
}

/** @throws GoneError where it is gone or came out of an archive */
export function editInteraction(sql: Sql, actor: Actor, input: EditedInteraction, now: number): Done<null> {
  const logged = requireLogged(sql, input.interaction);
  const sentence = `Entry with ${firstName(logged.name)} changed`;
  const { kind, direction } = input.deed ?? logged;
  return transact(sql, { actor, verb: 'edit-interaction', sentence, subject: logged.publicId, now }, (work) => {
    work.update('Interaction', { id: logged.id }, {
      kind,
      direction,
      ...(input.when ? { occurredAt: Math.min(input.when.occurredAt, now), precision: input.when.precision } : {}),
      actedById: direction === 'out' ? actor.teammateId : null,
    });
    rewrite(work, logged, input.text);
    if (direction !== logged.direction) turnRound(work, logged.id);
    followInteraction(work, logged);
    return null;
  });
}

function rewrite(work: Work, logged: LoggedInteraction, text: string | null): void {
  const words = text?.trim() || null;
  if (words === logged.text) return;
  if (words === null) work.remove('InteractionBody', { interactionId: logged.id });
  else if (logged.text === null) work.insert('InteractionBody', { interactionId: logged.id, text: words, format: 'plain' });
  else work.update('InteractionBody', { interactionId: logged.id }, { text: words });
}

interface Part {
  identityId: number;
  role: ParticipantRole;
}

/** Who spoke becomes who was spoken to. */
function turnRound(work: Work, interactionId: number): void {
  const parts = work.sql
    .prepare<[number], Part>(`SELECT identityId, role FROM InteractionParticipant WHERE interactionId = ? AND role IN ('from', 'to')`)
    .all(interactionId);
  for (const part of parts) work.remove('InteractionParticipant', { interactionId, ...part });
  for (const { identityId, role } of parts) {
    work.insert('InteractionParticipant', { interactionId, identityId, role: role === 'from' ? 'to' : 'from' });
  }
}
