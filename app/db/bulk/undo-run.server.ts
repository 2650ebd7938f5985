/**
 * Takes an import run back: removes what it brought, no other run holds and nobody has worked on; puts refreshed
 * names back; says what stayed and why. Idempotent, in short transactions, so that a crash in the middle is taken up
 * again.
 */
import type { UndoResult } from '../../domain/imports/run';
import { refreshEventsOfConversation } from '../derive/contact-events.server';
import { healthContext, refreshHealth } from '../derive/contact-health.server';
import { refreshAccount } from '../derive/refresh-account.server';
import type { Sql } from '../connection.server';
import { memberOf, MEMBER_SQL, TAKEN_BACK } from './provenance.server';
import { forgetMet, removeAll, type Removal } from './removable.server';
import { restoreRefreshed } from './restore-refreshed.server';
import { prepareWorkedOn } from './worked-on.server';

/** Names listed of what stayed; beyond this the number says it. */
const STAYED_LISTED = 200;

type Step = (removal: Removal) => number;

/** @param pause called between transactions, so that others get the write lock */
export function undoRun(sql: Sql, importRunId: number, now: number, pause: () => void): UndoResult {
  const ownAccountId = accountOf(sql, importRunId);
  const workedOn = prepareWorkedOn(sql, importRunId);
  restoreRefreshed(sql, importRunId, pause);
  const step: Step = (removal) => removeAll(sql, importRunId, removal, pause);
  const interactions = removeInteractions(sql, step, now);
  const relations = step({ entity: 'relation', remove: remover(sql, 'DELETE FROM Relation WHERE id = ?') });
  const conversations = removeConversations(sql, step);
  const people = removeContacts(sql, step);
  const audience = removeIdentities(sql, step) - people;
  sql.transaction(() => finish(sql, importRunId, ownAccountId)).immediate();
  if (ownAccountId !== null) refreshAccount(sql, ownAccountId, now, pause);
  const stayed = workedOn.stayed(STAYED_LISTED);
  workedOn.drop();
  forgetMet(sql, importRunId, pause);
  return { removed: { people, audience: Math.max(0, audience), conversations, interactions, relations }, stayed };
}

function accountOf(sql: Sql, importRunId: number): number | null {
  return sql.prepare<[number], number | null>('SELECT ownAccountId FROM ImportRun WHERE id = ?').pluck().get(importRunId) ?? null;
}

function remover(sql: Sql, statement: string): (rowId: number) => void {
  const prepared = sql.prepare(statement);
  return (rowId) => void prepared.run(rowId);
}

/** Health follows in the same transaction: after a crash nobody would know any more whose words went. */
function removeInteractions(sql: Sql, step: Step, now: number): number {
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
function removeConversations(sql: Sql, step: Step): number {
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

function removeContacts(sql: Sql, step: Step): number {
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
function removeIdentities(sql: Sql, step: Step): number {
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

/** Coverage, rejected rows and, where nothing is left on it, the own account go too. */
function finish(sql: Sql, importRunId: number, ownAccountId: number | null): void {
  sql.prepare('DELETE FROM Coverage WHERE importRunId = ?').run(importRunId);
  sql.prepare('DELETE FROM ImportReject WHERE importRunId = ?').run(importRunId);
  if (ownAccountId === null || isInUse(sql, ownAccountId, importRunId)) return;
  sql.prepare(`DELETE FROM OwnAccount WHERE id = ? AND access = 'archive'`).run(ownAccountId);
}

function isInUse(sql: Sql, ownAccountId: number, importRunId: number): boolean {
  return (
    sql
      .prepare(
        `SELECT 1 FROM Conversation WHERE ownAccountId = @account UNION ALL SELECT 1 FROM Interaction WHERE ownAccountId = @account
         UNION ALL SELECT 1 FROM Relation WHERE ownAccountId = @account
         UNION ALL SELECT 1 FROM ImportRun WHERE ownAccountId = @account AND id <> @run AND status NOT IN ${TAKEN_BACK} LIMIT 1`,
      )
      .get({ account: ownAccountId, run: importRunId }) !== undefined
  );
}
