/** Keeps ContactEvent, the narrow log per contact, in step with interactions, participants and identities. */
import { contactEventsOf, type ContactEvent } from '../../domain/contacts/events';
import type { ConversationKind, Direction, InteractionKind, ParticipantRole } from '../../domain/activity';
import type { Sql } from '../connection.server';

const DIRECTION_CODE = { in: 1, out: 2, other: 3 } as const satisfies Record<Direction, number>;

interface InteractionRow {
  id: number;
  kind: InteractionKind;
  direction: Direction;
  occurredAt: number | null;
  deletedAt: number | null;
  ownAccountId: number;
  conversationKind: ConversationKind | null;
  people: number | null;
  hasWords: 0 | 1;
}

interface ParticipantRow {
  contactId: number | null;
  role: ParticipantRole;
  own: 0 | 1;
}

/** Writes event rows as they come. */
export function insertEvents(sql: Sql, interactionId: number, ownAccountId: number, events: ContactEvent[]): void {
  if (events.length === 0) return;
  const insert = sql.prepare(
    `INSERT OR REPLACE INTO ContactEvent (contactId, occurredAt, interactionId, direction, weight, countsForHealth, ownAccountId)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const event of events) {
    insert.run(
      event.contactId, event.occurredAt, interactionId, DIRECTION_CODE[event.direction], event.weight,
      event.countsForHealth ? 1 : 0, ownAccountId,
    );
  }
}

/**
 * Rebuilds the events of one interaction after it was written, edited, deleted or attached to somebody else.
 * @returns the contacts it belongs or belonged to
 */
export function refreshEventsOf(sql: Sql, interactionId: number): Set<number> {
  const removed = sql
    .prepare<[number], { contactId: number }>('DELETE FROM ContactEvent WHERE interactionId = ? RETURNING contactId')
    .all(interactionId);
  const touched = new Set(removed.map((row) => row.contactId));
  const interaction = sql
    .prepare<[number], InteractionRow>(
      `SELECT i.id, i.kind, i.direction, i.occurredAt, i.deletedAt, i.ownAccountId, c.kind AS conversationKind,
              (SELECT count(*) FROM ConversationParticipant p WHERE p.conversationId = c.id) AS people,
              i.attachments > 0 OR EXISTS (SELECT 1 FROM InteractionBody b WHERE b.interactionId = i.id AND b.text <> '') AS hasWords
       FROM Interaction i LEFT JOIN Conversation c ON c.id = i.conversationId WHERE i.id = ?`,
    )
    .get(interactionId);
  if (!interaction || interaction.deletedAt !== null) return touched;
  const participants = sql
    .prepare<[number], ParticipantRow>(
      `SELECT n.contactId, p.role, EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = p.identityId) AS own
       FROM InteractionParticipant p JOIN Identity n ON n.id = p.identityId WHERE p.interactionId = ?`,
    )
    .all(interactionId);
  const events = contactEventsOf({
    kind: interaction.kind,
    direction: interaction.direction,
    occurredAt: interaction.occurredAt,
    conversationKind: interaction.conversationKind,
    people: interaction.conversationKind === null ? null : interaction.people,
    addressesUser: participants.some((one) => one.own === 1 && (one.role === 'to' || one.role === 'mentioned')),
    hasWords: interaction.hasWords === 1,
    participants: participants.filter((one) => one.own === 0),
  });
  insertEvents(sql, interactionId, interaction.ownAccountId, events);
  for (const event of events) touched.add(event.contactId);
  return touched;
}

/** Every interaction an identity takes part in, for when it gets, loses or changes its contact. */
export function interactionsOfIdentity(sql: Sql, identityId: number): number[] {
  return sql
    .prepare<[number], { interactionId: number }>(
      'SELECT DISTINCT interactionId FROM InteractionParticipant WHERE identityId = ?',
    )
    .all(identityId)
    .map((row) => row.interactionId);
}

/** Rebuilds the events of everything said in a conversation, for when its kind or its size has changed. */
export function refreshEventsOfConversation(sql: Sql, conversationId: number): void {
  const interactions = sql
    .prepare<[number], { id: number }>('SELECT id FROM Interaction WHERE conversationId = ?')
    .all(conversationId);
  for (const { id } of interactions) refreshEventsOf(sql, id);
}
