/** The least that could be done with an archive: the same rows into the same tables, in the same batches, and nothing else. */
import { join, resolve } from 'node:path';
import { openDatabase, type Sql } from '../../app/db/connection.server';
import { migrate } from '../../app/db/migrate.server';

const TABLES = ['OwnAccount', 'Contact', 'Identity', 'OwnIdentity', 'Relation', 'Conversation', 'ConversationParticipant', 'Interaction', 'InteractionBody', 'InteractionParticipant'];
const BATCH = 250;

/**
 * @param from an imported database
 * @param folder for the copy
 * @returns milliseconds that the inserts took
 */
export function insertTheSameRows(from: string, folder: string): number {
  const source = openDatabase(from, { readonly: true });
  const target = openDatabase(join(folder, 'bare.db'));
  migrate(target, resolve('prisma/migrations'), 0);
  target.pragma('foreign_keys = OFF');
  const milliseconds = TABLES.reduce((sum, table) => sum + copyTable(source, target, table), 0);
  source.close();
  target.close();
  return milliseconds;
}

/** Only the inserts are timed. */
function copyTable(source: Sql, target: Sql, table: string): number {
  const rows = source.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().all();
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) return 0;
  const insert = target.prepare(`INSERT OR REPLACE INTO "${table}" VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`);
  const begun = performance.now();
  for (let from = 0; from < rows.length; from += BATCH) {
    target.transaction(() => rows.slice(from, from + BATCH).forEach((row) => insert.run(...row))).immediate();
  }
  return performance.now() - begun;
}
