/**
 * Takes an import run back: removes what it brought, no other run holds and nobody has worked on; puts refreshed
 * names back; says what stayed and why. Idempotent, in short transactions, so that a crash in the middle is taken up
 * again.
 */
import { refreshHealth, healthContext } from '../derive/contact-health.server';
import { refreshConversation } from '../derive/conversation-state.server';
import type { Sql } from '../connection.server';
import { inBatches } from './batches';
import { ENTITY, ROLE } from './provenance.server';
import { restoreRefreshed } from './restore-refreshed.server';
import { prepareWorkedOn } from './worked-on.server';

export interface Stayed {
  name: string;
  reason: string;
}

export interface UndoneRun {
  removed: { people: number; audience: number; conversations: number; interactions: number; relations: number };
  stayed: Stayed[];
}

/** Names listed of what stayed; beyond this the number says it. */
const STAYED_LISTED = 200;

/** Of this run, brought in by some import, and held by no other run that still stands. */
const REMOVABLE = (entity: number) => `
  SELECT r.rowId AS id FROM ImportRunRow r
  WHERE r.importRunId = @run AND r.entity = ${entity} AND r.rowId > @after
    AND EXISTS (SELECT 1 FROM ImportRun u JOIN ImportRunRow o ON o.importRunId = u.id
                WHERE o.entity = ${entity} AND o.rowId = r.rowId AND o.role = ${ROLE.added})
    AND NOT EXISTS (SELECT 1 FROM ImportRun u JOIN ImportRunRow o ON o.importRunId = u.id
                    WHERE u.id <> @run AND u.status NOT IN ('undone', 'failed', 'stopped')
                      AND o.entity = ${entity} AND o.rowId = r.rowId)`;

/**
 * @param pause called between transactions, so that others get the write lock
 */
export function undoRun(sql: Sql, importRunId: number, now: number, pause: () => void): UndoneRun {
  const removed = { people: 0, audience: 0, conversations: 0, interactions: 0, relations: 0 };
  const workedOn = prepareWorkedOn(sql, importRunId);
  const account = sql
    .prepare<[number], { ownAccountId: number | null }>('SELECT ownAccountId FROM ImportRun WHERE id = ?')
    .get(importRunId)?.ownAccountId;
  const contacts = account == null ? [] : contactsOfAccount(sql, account);

  restoreRefreshed(sql, importRunId);
  const step = (entity: number, keep: string, remove: (id: number) => void): number =>
    inBatches(sql, `${REMOVABLE(entity)} AND NOT (${keep}) ORDER BY r.rowId LIMIT @limit`, { run: importRunId }, remove, pause);

  const dropEvents = sql.prepare('DELETE FROM ContactEvent WHERE interactionId = ?');
  const dropInteraction = sql.prepare('DELETE FROM Interaction WHERE id = ?');
  removed.interactions = step(
    ENTITY.interaction,
    `EXISTS (SELECT 1 FROM Interaction i JOIN temp.KeptConversation k ON k.id = i.conversationId WHERE i.id = r.rowId)`,
    (id) => {
      dropEvents.run(id);
      dropInteraction.run(id);
    },
  );
  const dropRelation = sql.prepare('DELETE FROM Relation WHERE id = ?');
  removed.relations = step(ENTITY.relation, '0', (id) => dropRelation.run(id));
  const dropConversation = sql.prepare('DELETE FROM Conversation WHERE id = ?');
  removed.conversations = step(
    ENTITY.conversation,
    'EXISTS (SELECT 1 FROM Interaction i WHERE i.conversationId = r.rowId) OR r.rowId IN (SELECT id FROM temp.KeptConversation)',
    (id) => dropConversation.run(id),
  );
  const dropContact = sql.prepare('DELETE FROM Contact WHERE id = ?');
  const dropContactEvents = sql.prepare('DELETE FROM ContactEvent WHERE contactId = ?');
  removed.people = step(ENTITY.contact, 'r.rowId IN (SELECT id FROM temp.KeptContact)', (id) => {
    dropContactEvents.run(id);
    dropContact.run(id);
  });
  const dropIdentity = sql.prepare('DELETE FROM Identity WHERE id = ?');
  const dropBond = sql.prepare('DELETE FROM OwnIdentity WHERE identityId = ?');
  if (account != null && !accountInUse(sql, account, importRunId)) {
    step(ENTITY.ownIdentity, '0', (id) => dropBond.run(id));
  }
  const identities = step(
    ENTITY.identity,
    `EXISTS (SELECT 1 FROM Identity n WHERE n.id = r.rowId AND n.contactId IS NOT NULL)
     OR EXISTS (SELECT 1 FROM InteractionParticipant p WHERE p.identityId = r.rowId)
     OR EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = r.rowId)
     OR EXISTS (SELECT 1 FROM ConversationParticipant p WHERE p.identityId = r.rowId)
     OR EXISTS (SELECT 1 FROM Relation e WHERE e.identityId = r.rowId)`,
    (id) => dropIdentity.run(id),
  );
  removed.audience = Math.max(0, identities - removed.people);
  finish(sql, importRunId, account ?? null);
  refreshWhatIsLeft(sql, importRunId, contacts, now, pause);
  const stayed = workedOn.stayed(STAYED_LISTED);
  workedOn.drop();
  return { removed, stayed };
}

function contactsOfAccount(sql: Sql, ownAccountId: number): number[] {
  return sql
    .prepare<[number], { contactId: number }>('SELECT DISTINCT contactId FROM ContactEvent WHERE ownAccountId = ?')
    .all(ownAccountId)
    .map((row) => row.contactId);
}

function accountInUse(sql: Sql, ownAccountId: number, importRunId: number): boolean {
  return (
    sql
      .prepare(
        `SELECT 1 FROM Conversation WHERE ownAccountId = @account UNION ALL SELECT 1 FROM Interaction WHERE ownAccountId = @account
         UNION ALL SELECT 1 FROM Relation WHERE ownAccountId = @account
         UNION ALL SELECT 1 FROM ImportRun WHERE ownAccountId = @account AND id <> @run AND status NOT IN ('undone', 'failed', 'stopped') LIMIT 1`,
      )
      .get({ account: ownAccountId, run: importRunId }) !== undefined
  );
}

/** Coverage, rejected rows and, where nothing is left on it, the own account go too. */
function finish(sql: Sql, importRunId: number, ownAccountId: number | null): void {
  sql
    .transaction(() => {
      sql.prepare('DELETE FROM Coverage WHERE importRunId = ?').run(importRunId);
      sql.prepare('DELETE FROM ImportReject WHERE importRunId = ?').run(importRunId);
      if (ownAccountId !== null && !accountInUse(sql, ownAccountId, importRunId)) {
        sql.prepare(`DELETE FROM OwnAccount WHERE id = ? AND access = 'archive'`).run(ownAccountId);
      }
    })
    .immediate();
}

function refreshWhatIsLeft(sql: Sql, importRunId: number, contacts: number[], now: number, pause: () => void): void {
  const conversations = sql
    .prepare<[number], { id: number }>(
      `SELECT c.id FROM ImportRunRow r JOIN Conversation c ON c.id = r.rowId WHERE r.importRunId = ? AND r.entity = ${ENTITY.conversation}`,
    )
    .all(importRunId);
  const context = healthContext(sql);
  const exists = sql.prepare('SELECT 1 FROM Contact WHERE id = ?');
  const chunk = 100;
  for (let from = 0; from < conversations.length; from += chunk) {
    sql.transaction(() => {
      for (const { id } of conversations.slice(from, from + chunk)) refreshConversation(sql, id, now);
    }).immediate();
    pause();
  }
  for (let from = 0; from < contacts.length; from += chunk) {
    sql.transaction(() => {
      for (const id of contacts.slice(from, from + chunk)) if (exists.get(id)) refreshHealth(sql, id, context, now);
    }).immediate();
    pause();
  }
}
