/** Brings everybody up to date whom the gaps of a tag or a stage concern: a handful or thousands. */
import type { Stage } from '../../domain/contacts/stages';
import type { Sql } from '../connection.server';
import { enqueue } from '../job-queue.server';
import { readAgain } from './contact-health.server';

/** Whose gaps changed. */
export type GapHolder = { tagId: number } | { stage: Stage };

/** As many are read again at once; the sweep visits more in steps of as many. */
const AT_ONCE = 200;

/**
 * Within the caller's transaction where they are few; otherwise they are marked as due, and the sweep visits them in
 * short transactions of its own, so that no page waits.
 */
export function followGaps(sql: Sql, holder: GapHolder, now: number): void {
  const concerned =
    'tagId' in holder
      ? sql.prepare<[number], { id: number }>('SELECT contactId AS id FROM ContactTag WHERE tagId = ?').all(holder.tagId)
      : sql.prepare<[Stage], { id: number }>('SELECT id FROM Contact WHERE stage = ? AND deletedAt IS NULL').all(holder.stage);
  const ids = concerned.map(({ id }) => id);
  if (ids.length <= AT_ONCE) return readAgain(sql, ids, now);
  sql
    .prepare('UPDATE ContactHealth SET nextChangeAt = ? WHERE contactId IN (SELECT value FROM json_each(?))')
    .run(now, JSON.stringify(ids));
  enqueue(sql, 'sweep', {}, { now, idempotencyKey: 'follow-gaps' });
}
