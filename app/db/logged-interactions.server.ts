/** Interactions written or logged in Kith, for the commands that change them. */
import type { Direction, InteractionKind, Precision } from '../domain/activity';
import { refreshEventsOf } from './derive/contact-events.server';
import type { Sql } from './connection.server';
import { GoneError, type Work } from './transact.server';

export interface LoggedInteraction {
  id: number;
  publicId: string;
  kind: InteractionKind;
  direction: Direction;
  origin: 'logged' | 'sent';
  occurredAt: number | null;
  precision: Precision;
  conversationId: number | null;
  text: string | null;
  /** The person it is about; 'somebody' where nobody is a contact. */
  name: string;
}

/** @throws GoneError where it was deleted, or came out of an archive: those are not the user's to change */
export function requireLogged(sql: Sql, publicId: string): LoggedInteraction {
  const row = sql
    .prepare<[string], Omit<LoggedInteraction, 'name'> & { name: string | null }>(
      `SELECT i.id, i.publicId, i.kind, i.direction, i.origin, i.occurredAt, i.precision, i.conversationId, b.text,
              (SELECT c.name FROM InteractionParticipant p JOIN Identity n ON n.id = p.identityId
               JOIN Contact c ON c.id = n.contactId WHERE p.interactionId = i.id LIMIT 1) AS name
       FROM Interaction i LEFT JOIN InteractionBody b ON b.interactionId = i.id
       WHERE i.publicId = ? AND i.deletedAt IS NULL AND i.origin IN ('logged', 'sent')`,
    )
    .get(publicId);
  if (!row) throw new GoneError('That entry is no longer there.');
  return { ...row, name: row.name ?? 'somebody' };
}

/** Events, health and turn after an interaction was changed or deleted. */
export function followInteraction(work: Work, interaction: { id: number; conversationId: number | null }): void {
  for (const contactId of refreshEventsOf(work.sql, interaction.id)) work.touchContact(contactId);
  if (interaction.conversationId !== null) work.touchConversation(interaction.conversationId);
}
