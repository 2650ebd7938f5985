import type { Sql } from '../connection.server';

/**
 * Does something to each row, `size` rows per transaction.
 * @param pause called between transactions, so that others get the write lock
 */
export function inChunks<Row>(sql: Sql, rows: readonly Row[], size: number, pause: () => void, one: (row: Row) => void): void {
  for (let from = 0; from < rows.length; from += size) {
    sql.transaction(() => rows.slice(from, from + size).forEach((row) => one(row))).immediate();
    pause();
  }
}
