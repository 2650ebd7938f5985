/** The rows of a run that go when it is taken back, kind after kind, in the order in which one stands on the other. */
import type { UndoResult } from '../../domain/imports/run';
import { interactionsOfIdentity, refreshEventsOf, refreshEventsOfConversation } from '../derive/contact-events.server';
import { healthContext, refreshHealth } from '../derive/contact-health.server';
import type { Sql } from '../connection.server';
import { memberOf, MEMBER_SQL } from './provenance.server';
import type { Removal } from './removable.server';

/** Removes what is removable of one kind. @returns how many rows */
export type RemovalStep = (removal: Removal) => number;

/**
 * Removes what nobody holds and nobody has worked on; temp.KeptConversation and temp.KeptContact say what somebody has
 * (see worked-on.server.ts).
 */
export function removeRows(sql: Sql, step: RemovalStep, now: number): UndoResult['removed'] {
  const interactions = removeInteractions(sql, step, now);
  const relations = step({ entity: 'relation', remove: remover(sql, 'DELETE FROM Relation WHERE id = ?') });
  const conversations = removeConversations(sql, step);
  detachJoined(sql, step, now);
  const people = removeContacts(sql, step);
  const audience = Math.max(0, removeIdentities(sql, step) - people);
  return { people, audience, conversations, interactions, relations };
}

function remover(sql: Sql, statement: string): (rowId: number) => void {
  const prepared = sql.prepare(statement);
  return (rowId) => void prepared.run(rowId);
}

/** Health follows in the same transaction: after a crash nobody would know any more whose words went. */
function removeInteractions(sql: Sql, step: RemovalStep, now: number): number {
  const context = healthContext(sql);
  const dropEvents = sql.prepare<[number], { contactId: number }>('DELETE FROM ContactEvent WHERE interactionId = ? RETURNING contactId');
  const drop = remover(sql, 'DELETE FROM Interaction WHERE id = ?');
  const contacts = new Set<number>();
  return step({
    entity: 'interaction',
    unless: 'EXISTS (SELECT 1 FROM Interaction i JOIN temp.KeptConversation k ON k.id = i.conversationId WHERE i.id = r.rowId)',
    remove(rowId) {
      for (const { contactId } of dropEvents.all(rowId)) contacts.add(contactId);
      drop(rowId);
    },
    afterBatch() {
      for (const contactId of contacts) refreshHealth(sql, contactId, context, now);
      contacts.clear();
    },
  });
}

/** Whole conversations first; then whoever only this run placed in one that stays. */
function removeConversations(sql: Sql, step: RemovalStep): number {
  const removed = step({
    entity: 'conversation',
    unless: 'EXISTS (SELECT 1 FROM Interaction i WHERE i.conversationId = r.rowId) OR r.rowId IN (SELECT id FROM temp.KeptConversation)',
    remove: remover(sql, 'DELETE FROM Conversation WHERE id = ?'),
  });
  const leave = sql.prepare('DELETE FROM ConversationParticipant WHERE conversationId = ? AND identityId = ?');
  step({
    entity: 'member',
    unless: `${MEMBER_SQL.conversationId} IN (SELECT id FROM temp.KeptConversation)
      OR EXISTS (SELECT 1 FROM Interaction i JOIN InteractionParticipant p ON p.interactionId = i.id
                 WHERE i.conversationId = ${MEMBER_SQL.conversationId} AND p.identityId = ${MEMBER_SQL.identityId})`,
    remove(rowId) {
      const { conversationId, identityId } = memberOf(rowId);
      if (leave.run(conversationId, identityId).changes === 1) refreshEventsOfConversation(sql, conversationId);
    },
  });
  return removed;
}

/** An identity that the run gave to a contact which stays is audience again, or goes. */
function detachJoined(sql: Sql, step: RemovalStep, now: number): void {
  const context = healthContext(sql);
  const drop = sql.prepare<[number], { contactId: number; identityId: number }>(
    'DELETE FROM ContactIdentity WHERE id = ? RETURNING contactId, identityId',
  );
  const detach = sql.prepare('UPDATE Identity SET contactId = NULL WHERE id = ? AND contactId = ?');
  const contacts = new Set<number>();
  step({
    entity: 'contactIdentity',
    unless: `EXISTS (SELECT 1 FROM ContactIdentity l WHERE l.id = r.rowId AND l.how <> 'same_row')`,
    remove(rowId) {
      const link = drop.get(rowId);
      if (!link || detach.run(link.identityId, link.contactId).changes === 0) return;
      for (const interactionId of interactionsOfIdentity(sql, link.identityId)) {
        for (const contactId of refreshEventsOf(sql, interactionId)) contacts.add(contactId);
      }
    },
    afterBatch() {
      for (const contactId of contacts) refreshHealth(sql, contactId, context, now);
      contacts.clear();
    },
  });
}

function removeContacts(sql: Sql, step: RemovalStep): number {
  const dropEvents = remover(sql, 'DELETE FROM ContactEvent WHERE contactId = ?');
  const drop = remover(sql, 'DELETE FROM Contact WHERE id = ?');
  return step({
    entity: 'contact',
    unless: 'r.rowId IN (SELECT id FROM temp.KeptContact)',
    remove(rowId) {
      dropEvents(rowId);
      drop(rowId);
    },
  });
}

/** @returns how many of others; the user's own are not counted */
function removeIdentities(sql: Sql, step: RemovalStep): number {
  const own = step({
    entity: 'ownIdentity',
    unless: 'EXISTS (SELECT 1 FROM InteractionParticipant p WHERE p.identityId = r.rowId)',
    remove: remover(sql, 'DELETE FROM OwnIdentity WHERE identityId = ?'),
  });
  const removed = step({
    entity: 'identity',
    unless: `EXISTS (SELECT 1 FROM Identity n WHERE n.id = r.rowId AND n.contactId IS NOT NULL)
      OR EXISTS (SELECT 1 FROM InteractionParticipant p WHERE p.identityId = r.rowId)
      OR EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = r.rowId)
      OR EXISTS (SELECT 1 FROM ConversationParticipant p WHERE p.identityId = r.rowId)
      OR EXISTS (SELECT 1 FROM Relation e WHERE e.identityId = r.rowId)`,
    remove: remover(sql, 'DELETE FROM Identity WHERE id = ?'),
  });
  return removed - own;
}
