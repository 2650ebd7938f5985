import type { Sql } from '../connection.server';

/** Rows per transaction: the write lock is held for a few milliseconds. */
const ROWS = 250;

/**
 * Walks the ids a query gives (`@after`, `@limit`, ascending) and does something to each, a batch per transaction.
 * @returns how many ids it met
 */
export function inBatches(
  sql: Sql,
  query: string,
  parameters: Record<string, number>,
  one: (id: number) => void,
  pause: () => void,
): number {
  const select = sql.prepare<[Record<string, number>], { id: number }>(query);
  let after = 0;
  let met = 0;
  for (;;) {
    const rows = select.all({ ...parameters, after, limit: ROWS });
    const last = rows.at(-1);
    if (!last) return met;
    sql
      .transaction(() => {
        for (const { id } of rows) one(id);
      })
      .immediate();
    after = last.id;
    met += rows.length;
    pause();
  }
}
