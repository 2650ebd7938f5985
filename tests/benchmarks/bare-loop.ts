/** The least that could be done with an archive: the same rows into the same tables, in the same batches, and nothing else. */
import { join, resolve } from 'node:path';
import { openDatabase, type Sql } from '../../app/db/connection.server';
import { migrate } from '../../app/db/migrate.server';

/** What an archive says. */
export const SAID = [
  'OwnAccount', 'Contact', 'Identity', 'OwnIdentity', 'Relation', 'Conversation', 'ConversationParticipant', 'Interaction', 'InteractionBody',
  'InteractionParticipant',
] as const;
/** What an import keeps besides: who is whose, what belongs to which import, and everything derived. */
export const KEPT_BESIDES = [
  'ContactIdentity', 'ImportRunRow', 'ContactEvent', 'ConversationState', 'ContactHealth', 'ContactPast', 'ContactAnswer', 'SamePersonGuess',
] as const;
/** As many rows per transaction as an import has records in one. */
const BATCH = 1_000;

export interface BareCost {
  wall: number;
  /** Processor time, user and system. */
  processor: number;
}

/**
 * @param from an imported database
 * @param folder for the copy
 * @returns milliseconds that the inserts took
 */
export function insertTheSameRows(from: string, folder: string, tables: readonly string[] = SAID): BareCost {
  const source = openDatabase(from, { readonly: true });
  const target = openDatabase(join(folder, `bare-${tables.length}.db`));
  migrate(target, resolve('prisma/migrations'), 0);
  target.pragma('foreign_keys = OFF');
  const cost = tables
    .map((table) => copyTable(source, target, table))
    .reduce((sum, one) => ({ wall: sum.wall + one.wall, processor: sum.processor + one.processor }), { wall: 0, processor: 0 });
  source.close();
  target.close();
  return cost;
}

/** Only the inserts are timed. */
function copyTable(source: Sql, target: Sql, table: string): BareCost {
  const rows = source.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().all();
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) return { wall: 0, processor: 0 };
  const insert = target.prepare(`INSERT OR REPLACE INTO "${table}" VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`);
  const [before, begun] = [process.cpuUsage(), performance.now()];
  for (let from = 0; from < rows.length; from += BATCH) {
    target.transaction(() => rows.slice(from, from + BATCH).forEach((row) => insert.run(...row))).immediate();
  }
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - begun, processor: (user + system) / 1000 };
}
