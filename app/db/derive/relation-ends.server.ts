/**
 * Between which two dates a relation ended: derived from the lists of relations that imports held, so that a missing
 * part, an older archive brought in late, or an import taken back never leaves a loss that was not seen.
 */
import { ENTITY } from '../bulk/provenance.server';
import type { Sql } from '../connection.server';

/** Relations per transaction. */
const ROWS = 2_000;

/** Runs whose lists count. */
const STANDS = `u.status IN ('finishing', 'finished')`;

/**
 * The last list that held it, whole or not, and the first whole list after that, which did not. `@from` and `@to` bound
 * the relations looked at.
 */
const ENDS = `SELECT seen.id, seen.at AS endedAfter,
    (SELECT min(s.at) FROM RelationSnapshot s JOIN ImportRun u ON u.id = s.importRunId AND ${STANDS}
     WHERE s.ownAccountId = seen.ownAccountId AND s.kind = seen.kind AND s.platform = seen.platform AND s.complete = 1 AND s.at > seen.at) AS endedBefore
  FROM (
    SELECT r.id, r.ownAccountId, r.kind, n.platform, max(s.at) AS at
    FROM Relation r
    JOIN Identity n ON n.id = r.identityId
    JOIN RelationSnapshot s ON s.ownAccountId = r.ownAccountId AND s.kind = r.kind AND s.platform = n.platform
    JOIN ImportRun u ON u.id = s.importRunId AND ${STANDS}
    JOIN ImportRunRow h ON h.importRunId = s.importRunId AND h.entity = ${ENTITY.relation} AND h.rowId = r.id
    WHERE r.ownAccountId = @account AND r.id > @from AND r.id <= @to
    GROUP BY r.id
  ) seen`;

/** @param pause called between transactions, so that others get the write lock */
export function refreshRelationEnds(sql: Sql, ownAccountIds: readonly number[], pause: () => void): void {
  const hasLists = sql.prepare('SELECT 1 FROM RelationSnapshot WHERE ownAccountId = ? LIMIT 1');
  const end = sql
    .prepare<[number, number], number>(`SELECT id FROM Relation WHERE ownAccountId = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ${ROWS - 1}`)
    .pluck();
  const apply = sql.prepare(
    `UPDATE Relation SET endedAfter = CASE WHEN e.endedBefore IS NULL THEN NULL ELSE e.endedAfter END, endedBefore = e.endedBefore
     FROM (${ENDS}) e WHERE Relation.id = e.id AND Relation.endedBefore IS NOT e.endedBefore`,
  );
  for (const account of ownAccountIds) {
    if (hasLists.get(account) === undefined) continue;
    for (let from: number | undefined = 0; from !== undefined; ) {
      const to: number | undefined = end.get(account, from);
      const range = { account, from, to: to ?? Number.MAX_SAFE_INTEGER };
      sql.transaction(() => apply.run(range)).immediate();
      from = to;
      pause();
    }
  }
}
