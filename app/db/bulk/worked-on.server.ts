/** What the user has worked on since an import: undo leaves it, and says why. */
import type { Sql } from '../connection.server';
import { ENTITY } from './provenance.server';
import type { Stayed } from './undo-run.server';

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
      OR c.stage <> 'in_conversation'`,
  },
  { sentence: 'you added them yourself', condition: `c.createdHow <> 'import'` },
];

export interface WorkedOn {
  stayed(limit: number): Stayed[];
  drop(): void;
}

/** Fills temp.KeptConversation and temp.KeptContact (with a reason) for one run. */
export function prepareWorkedOn(sql: Sql, importRunId: number): WorkedOn {
  sql.exec(`
    DROP TABLE IF EXISTS temp.KeptConversation;
    DROP TABLE IF EXISTS temp.KeptContact;
    CREATE TEMP TABLE KeptConversation (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE KeptContact (id INTEGER PRIMARY KEY, reason TEXT NOT NULL);`);
  sql
    .prepare(
      `INSERT INTO temp.KeptConversation
       SELECT r.rowId FROM ImportRunRow r WHERE r.importRunId = ? AND r.entity = ${ENTITY.conversation}
         AND (EXISTS (SELECT 1 FROM Interaction i WHERE i.conversationId = r.rowId AND i.origin <> 'imported' AND i.deletedAt IS NULL)
           OR EXISTS (SELECT 1 FROM Draft d WHERE d.conversationId = r.rowId AND trim(d.text) <> ''))`,
    )
    .run(importRunId);
  const reason = `CASE ${REASONS.map((one) => `WHEN ${one.condition} THEN '${one.sentence}'`).join(' ')} END`;
  sql
    .prepare(
      `INSERT INTO temp.KeptContact SELECT id, reason FROM (
         SELECT c.id, ${reason} AS reason FROM ImportRunRow r JOIN Contact c ON c.id = r.rowId
         WHERE r.importRunId = ? AND r.entity = ${ENTITY.contact}) WHERE reason IS NOT NULL`,
    )
    .run(importRunId);
  keepTheirCompany(sql);
  return {
    stayed: (limit) =>
      sql
        .prepare<[number], Stayed>(
          'SELECT c.name, k.reason FROM temp.KeptContact k JOIN Contact c ON c.id = k.id ORDER BY c.name LIMIT ?',
        )
        .all(limit),
    drop: () => sql.exec('DROP TABLE IF EXISTS temp.KeptConversation; DROP TABLE IF EXISTS temp.KeptContact;'),
  };
}

/** Whoever speaks in a conversation that stays, stays with it. */
function keepTheirCompany(sql: Sql): void {
  sql.exec(
    `INSERT OR IGNORE INTO temp.KeptContact
     SELECT DISTINCT n.contactId, 'they are in a conversation you answered'
     FROM temp.KeptConversation k JOIN ConversationParticipant p ON p.conversationId = k.id
     JOIN Identity n ON n.id = p.identityId WHERE n.contactId IS NOT NULL`,
  );
}
