/**
 * What deleting leaves in the file. Rows that go are overwritten at once (`overwriting`); but copies of them can lie where
 * SQLite moved rows about, or in what was changed before. Only writing the file anew is sure to leave them behind.
 */
import type { Sql } from '../connection.server';

const TEXT_INDEXES = ['IdentityText', 'ContactText'] as const;

/** While `work` runs, SQLite fills with zeros what it deletes. */
export function overwriting<T>(sql: Sql, work: () => T): T {
  sql.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    sql.pragma('secure_delete = OFF');
  }
}

/** A text index keeps the words of deleted rows, marked as deleted, until it is merged into one piece. */
export function mergeTextIndexes(sql: Sql): void {
  for (const index of TEXT_INDEXES) sql.prepare(`INSERT INTO "${index}"("${index}") VALUES ('optimize')`).run();
}

/**
 * Writes the whole file anew and empties the log beside it. Takes as long as copying the file; whoever wants to write
 * meanwhile waits.
 * @throws Error where somebody still reads: it has to be tried again
 */
export function removeTraces(sql: Sql): void {
  sql.exec('VACUUM');
  emptyLog(sql);
}

/** Folds the log into the file and cuts it to nothing: it holds pages as they were. @returns false where somebody still reads them */
export function foldLog(sql: Sql): boolean {
  return sql.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
}

function emptyLog(sql: Sql): void {
  if (!foldLog(sql)) throw new Error('The log could not be emptied: somebody reads it.');
}
