/** Whether an import brought anything that what is derived could follow from: the same archive once more does not. */
import type { Sql } from '../connection.server';
import { ROLE, TAKEN_BACK } from './provenance.server';

/**
 * What an account's sources can see, as far as anything is derived from it, in a form to compare.
 * @param except a run whose own word does not count
 */
export function sightOf(sql: Sql, ownAccountId: number, except: number | null = null): string {
  const rows = sql
    .prepare<[number, number | null], unknown[]>(
      `SELECT kind, direction, min("from"), max("to" IS NULL), max("to") FROM Coverage
       WHERE ownAccountId = ? AND importRunId IS NOT ? GROUP BY kind, direction ORDER BY kind, direction`,
    )
    .raw()
    .all(ownAccountId, except);
  return JSON.stringify(rows);
}

/**
 * True where everything that the run read was there before and derived: a run that was interrupted or is under way may
 * have written rows of which nothing was derived yet.
 * @param before `sightOf` all other runs
 */
export function isAsBefore(sql: Sql, { importRunId, ownAccountId }: { importRunId: number; ownAccountId: number }, before: string): boolean {
  const brought = sql.prepare(`SELECT 1 FROM ImportRunRow WHERE importRunId = ? AND role <> ${ROLE.met} LIMIT 1`).get(importRunId);
  const isAlone = sql
    .prepare(`SELECT 1 FROM ImportRun WHERE ownAccountId = ? AND id <> ? AND status <> 'finished' AND status NOT IN ${TAKEN_BACK} LIMIT 1`)
    .get(ownAccountId, importRunId) === undefined;
  return brought === undefined && isAlone && sightOf(sql, ownAccountId) === before;
}
