/** Which rows go when a run is taken back, and their removal in short transactions. */
import type { Sql } from '../connection.server';
import { ENTITY, ROLE, TAKEN_BACK, type EntityName } from './provenance.server';

/** Rows per transaction: the write lock is held for a few milliseconds. */
const ROWS = 250;

/** A condition on `r`, a row of run @run: some import brought it in, and no other run that still stands holds it. */
export const IS_REMOVABLE = `EXISTS (SELECT 1 FROM ImportRun u CROSS JOIN ImportRunRow o ON o.importRunId = u.id
      WHERE o.entity = r.entity AND o.rowId = r.rowId AND o.role = ${ROLE.added})
    AND NOT EXISTS (SELECT 1 FROM ImportRun u CROSS JOIN ImportRunRow o ON o.importRunId = u.id
      WHERE u.id <> @run AND u.status NOT IN ${TAKEN_BACK} AND o.entity = r.entity AND o.rowId = r.rowId)`;

export interface Removal {
  entity: EntityName;
  /** SQL that selects row ids: only these are looked at. */
  among?: string;
  /** SQL on `r.rowId` for rows that stay all the same. */
  unless?: string;
  remove(rowId: number): void;
  /** At the end of each transaction. */
  afterBatch?(): void;
}

/**
 * Removes every removable row of one kind; what is removed, the run no longer holds.
 * @param pause called between transactions, so that others get the write lock
 * @returns how many
 */
export function removeAll(sql: Sql, importRunId: number, removal: Removal, pause: () => void): number {
  const { entity, among, unless = '0', remove, afterBatch } = removal;
  const scope = among === undefined ? '' : `AND r.rowId IN (${among})`;
  const next = sql.prepare<[{ run: number; after: number }], { rowId: number }>(
    `SELECT r.rowId FROM ImportRunRow r
     WHERE r.importRunId = @run AND r.entity = ${ENTITY[entity]} AND r.rowId > @after ${scope} AND ${IS_REMOVABLE} AND NOT (${unless})
     ORDER BY r.rowId LIMIT ${ROWS}`,
  );
  const letGo = sql.prepare('DELETE FROM ImportRunRow WHERE importRunId = ? AND entity = ? AND rowId = ?');
  let removed = 0;
  let after = 0;
  for (;;) {
    const rows = next.all({ run: importRunId, after });
    const last = rows.at(-1);
    if (!last) return removed;
    sql
      .transaction(() => {
        for (const { rowId } of rows) {
          remove(rowId);
          letGo.run(importRunId, ENTITY[entity], rowId);
        }
        afterBatch?.();
      })
      .immediate();
    after = last.rowId;
    removed += rows.length;
    pause();
  }
}

/** Rows a run that was taken back merely met, let go at once in so many. */
const FORGOTTEN_AT_ONCE = 5_000;

/**
 * Lets go of what a run met and refreshed, and of what goes with something else. What it added and somebody works on, it
 * goes on answering for.
 */
export function forgetMet(sql: Sql, importRunId: number, pause: () => void): void {
  const end = sql
    .prepare<[number, number, number], number>(
      `SELECT rowId FROM ImportRunRow WHERE importRunId = ? AND entity = ? AND rowId > ? ORDER BY rowId LIMIT 1 OFFSET ${FORGOTTEN_AT_ONCE}`,
    )
    .pluck();
  const forget = sql.prepare(
    `DELETE FROM ImportRunRow WHERE importRunId = ? AND entity = ? AND rowId > ? AND rowId <= ?
       AND (role <> ${ROLE.added} OR entity IN (${ENTITY.contactIdentity}, ${ENTITY.ownAccount}))`,
  );
  for (const entity of Object.values(ENTITY)) {
    for (let from: number | undefined = 0; from !== undefined; ) {
      const to: number | undefined = end.get(importRunId, entity, from);
      forget.run(importRunId, entity, from, to ?? Number.MAX_SAFE_INTEGER);
      from = to;
      pause();
    }
  }
}
