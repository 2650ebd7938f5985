/** Undo must not bring back what hung on invented people: their steps leave the journal. */
import type { Sql } from '../connection.server';
import { parseSteps, type Step } from '../journal.server';
import type { SampleRows } from './remove-sample.server';

/** Columns by which a row belongs to somebody or something. */
const BELONGS: Record<string, keyof SampleRows> = {
  contactId: 'Contact', identityId: 'Identity', conversationId: 'Conversation', interactionId: 'Interaction', tagId: 'Tag',
};

const holds = (ids: ReadonlySet<number> | undefined, value: unknown): boolean => typeof value === 'number' && ids?.has(value) === true;

function isOfSample(step: Step, rows: SampleRows): boolean {
  const tables: Record<string, ReadonlySet<number>> = { ...rows };
  if (holds(tables[step.table], step.key['id'])) return true;
  const columns = { ...step.key, ...(step.op === 'insert' ? {} : step.before) };
  return Object.entries(BELONGS).some(([column, table]) => holds(rows[table], columns[column]));
}

/** An entry keeps the steps on real rows; where there were only others, it goes. */
export function forgetInJournal(sql: Sql, rows: SampleRows): void {
  const entries = sql.prepare<[], { id: number; inverse: string }>('SELECT id, inverse FROM JournalEntry').all();
  const keep = sql.prepare('UPDATE JournalEntry SET inverse = ? WHERE id = ?');
  const drop = sql.prepare('DELETE FROM JournalEntry WHERE id = ?');
  for (const { id, inverse } of entries) {
    const steps = parseSteps(inverse);
    const real = steps.filter((step) => !isOfSample(step, rows));
    if (real.length === steps.length) continue;
    if (real.length === 0) drop.run(id);
    else keep.run(JSON.stringify(real), id);
  }
}
