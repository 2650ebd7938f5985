/** The stage of people the user brought in, as far as events set it. */
import { stageAfterEvents, type Stage } from '../../domain/contacts/stages';
import type { Sql } from '../connection.server';

interface StageRow {
  stage: Stage;
  spoke: 0 | 1;
  setByUser: 0 | 1;
}

/** Words and meetings by their weights in ContactEvent; a click is no conversation. What the user set and took back does not count. */
const STAGE = `SELECT c.stage,
    EXISTS (SELECT 1 FROM ContactEvent e WHERE e.contactId = c.id AND e.countsForHealth = 1 AND e.direction < 3 AND e.weight >= 100) AS spoke,
    EXISTS (SELECT 1 FROM AuditEvent a JOIN JournalEntry j ON j.verb = a.verb AND j.at = a.at AND j.teammateId IS a.teammateId
            WHERE a.verb = 'set-stage' AND a.subject = c.publicId AND j.undoneAt IS NULL) AS setByUser
  FROM Contact c WHERE c.id = ? AND c.createdHow <> 'import' AND c.stage IN ('follower', 'in_conversation')`;

/**
 * Brings the stage in step with the log. It is derived like health, so no version is raised: undoing a command takes its
 * events away, and the stage follows them. Whom an import made, began with a word.
 */
export function followStage(sql: Sql, contactId: number): void {
  const row = sql.prepare<[number], StageRow>(STAGE).get(contactId);
  if (!row) return;
  const stage = stageAfterEvents(row.stage, { spoke: row.spoke === 1, setByUser: row.setByUser === 1 });
  if (stage !== row.stage) sql.prepare('UPDATE Contact SET stage = ? WHERE id = ?').run(stage, contactId);
}
