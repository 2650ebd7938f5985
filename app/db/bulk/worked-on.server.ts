/** What the user has worked on since an import: undo leaves it, and says why. */
import type { UndoResult } from '../../domain/imports/run';
import type { Sql } from '../connection.server';
import { ENTITY, ROLE } from './provenance.server';
import { IS_REMOVABLE } from './removable.server';

type Stayed = UndoResult['stayed'];

/** Each reason a person stays, in the order in which it is given. */
const REASONS: { sentence: string; condition: string }[] = [
  {
    sentence: 'you answered or logged something with them',
    condition: `EXISTS (SELECT 1 FROM ContactEvent e JOIN Interaction i ON i.id = e.interactionId
      WHERE e.contactId = c.id AND i.origin <> 'imported' AND i.deletedAt IS NULL)`,
  },
  {
    sentence: 'you began a reply to them',
    condition: `EXISTS (SELECT 1 FROM ConversationState s JOIN Draft d ON d.conversationId = s.conversationId
      WHERE s.contactId = c.id AND trim(d.text) <> '')`,
  },
  { sentence: 'you wrote a note about them', condition: 'EXISTS (SELECT 1 FROM Note n WHERE n.contactId = c.id AND n.deletedAt IS NULL)' },
  { sentence: 'you tagged them', condition: 'EXISTS (SELECT 1 FROM ContactTag t WHERE t.contactId = c.id)' },
  {
    sentence: 'you merged them with somebody',
    condition: 'c.mergedIntoId IS NOT NULL OR EXISTS (SELECT 1 FROM Contact m WHERE m.mergedIntoId = c.id)',
  },
  {
    sentence: 'you changed what stands on their page',
    condition: `c.nameBasis = 'user' OR c.headlineBasis = 'user' OR c.howMet IS NOT NULL OR c.ownerId IS NOT NULL
      OR c.stage NOT IN ('in_conversation', iif(c.createdHow = 'listed', 'follower', 'in_conversation'))`,
  },
  {
    sentence: 'you said how to keep in touch with them',
    condition: 'coalesce(c.idealGapDays, c.longestGapDays, c.restedAt, c.awayUntil) IS NOT NULL',
  },
  { sentence: 'you added them yourself', condition: `c.createdHow IN ('by_hand', 'welcomed')` },
];
const IN_COMPANY = 'they are in a conversation you answered';

export interface WorkedOn {
  /** Who would have gone and stays, by name. */
  stayed(limit: number): Stayed;
  drop(): void;
}

/** SQL that selects the ids that are looked at. */
export interface Among {
  conversations: string;
  contacts: string;
}

/** Fills temp.KeptConversation, and temp.KeptContact with a reason, for one run: for all of it, or `among` some. */
export function prepareWorkedOn(sql: Sql, importRunId: number, among?: Among): WorkedOn {
  const drop = () => void sql.exec('DROP TABLE IF EXISTS temp.KeptConversation; DROP TABLE IF EXISTS temp.KeptContact;');
  drop();
  sql.exec(`
    CREATE TEMP TABLE KeptConversation (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE KeptContact (id INTEGER PRIMARY KEY, reason TEXT NOT NULL);`);
  keepConversations(sql, importRunId, among);
  keepContacts(sql, importRunId, among);
  return { stayed: (limit) => whoStayed(sql, importRunId, limit), drop };
}

/** Those in which the user wrote, or began to, after this run had brought something of it. */
function keepConversations(sql: Sql, importRunId: number, among?: Among): void {
  const only = (column: string) => (among ? `AND ${column} IN (${among.conversations})` : '');
  const words = sql
    .prepare<[number], { conversationId: number; id: number }>(
      `SELECT i.conversationId, max(i.id) AS id FROM Interaction i
       WHERE i.origin <> 'imported' AND i.deletedAt IS NULL AND i.conversationId IS NOT NULL ${only('i.conversationId')} GROUP BY i.conversationId
       UNION ALL
       SELECT d.conversationId, ${Number.MAX_SAFE_INTEGER} FROM Draft d JOIN ImportRun u ON u.id = ?
       WHERE trim(d.text) <> '' AND d.updatedAt >= u.createdAt ${only('d.conversationId')}`,
    )
    .all(importRunId);
  const brought = sql.prepare(
    `SELECT 1 FROM ImportRunRow r WHERE r.importRunId = @run AND r.entity = ${ENTITY.conversation} AND r.rowId = @conversationId AND r.role = ${ROLE.added}
     UNION ALL
     SELECT 1 FROM Interaction m JOIN ImportRunRow r ON r.importRunId = @run AND r.entity = ${ENTITY.interaction} AND r.rowId = m.id
     WHERE m.conversationId = @conversationId AND m.id < @id AND r.role = ${ROLE.added} LIMIT 1`,
  );
  const keep = sql.prepare('INSERT OR IGNORE INTO temp.KeptConversation VALUES (?)');
  for (const { conversationId, id } of words) {
    if (brought.get({ run: importRunId, conversationId, id })) keep.run(conversationId);
  }
}

function keepContacts(sql: Sql, importRunId: number, among?: Among): void {
  const only = among ? `AND r.rowId IN (${among.contacts})` : '';
  const reason = `CASE ${REASONS.map((one) => `WHEN ${one.condition} THEN '${one.sentence}'`).join(' ')} END`;
  sql
    .prepare(
      `INSERT INTO temp.KeptContact SELECT id, reason FROM (
         SELECT c.id, ${reason} AS reason FROM ImportRunRow r JOIN Contact c ON c.id = r.rowId
         WHERE r.importRunId = ? AND r.entity = ${ENTITY.contact} ${only}) WHERE reason IS NOT NULL`,
    )
    .run(importRunId);
  sql.exec(
    `INSERT OR IGNORE INTO temp.KeptContact
     SELECT DISTINCT n.contactId, '${IN_COMPANY}'
     FROM temp.KeptConversation k JOIN ConversationParticipant p ON p.conversationId = k.id
     JOIN Identity n ON n.id = p.identityId WHERE n.contactId IS NOT NULL`,
  );
}

function whoStayed(sql: Sql, importRunId: number, limit: number): Stayed {
  return sql
    .prepare<[{ run: number; limit: number }], Stayed[number]>(
      `SELECT c.name, k.reason FROM temp.KeptContact k JOIN Contact c ON c.id = k.id
       JOIN ImportRunRow r ON r.importRunId = @run AND r.entity = ${ENTITY.contact} AND r.rowId = k.id
       WHERE ${IS_REMOVABLE} ORDER BY c.name LIMIT @limit`,
    )
    .all({ run: importRunId, limit });
}
