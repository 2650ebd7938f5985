/** Exports of every platform, through the whole pipe: in, in again, and out without a trace. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { EVERY_PLATFORM, importAnswered } from '../factories/every-platform';
import { dump, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

/** Told by every run for itself; what columns mean is remembered beyond any import. */
const PER_RUN = ['Coverage', 'RelationSnapshot', 'Consent', 'Aggregate', 'IdentityProfile', 'ColumnMapping'];
const withoutRuns = () => Object.fromEntries(Object.entries(dump(sql)).filter(([table]) => !PER_RUN.includes(table)));
const rows = () => Object.fromEntries(Object.entries(withoutRuns()).map(([table, all]) => [table, all.length]));

describe.each(EVERY_PLATFORM.map((one) => [one.name, one] as const))('an export of %s', (_, exported) => {
  it('comes in, brings nothing the second time, and goes without a trace', async () => {
    const before = { ...dump(sql), ColumnMapping: [] };
    const first = await importAnswered(sql, exported);
    expect({ outcome: first.outcome, problem: sql.prepare('SELECT problem FROM ImportRun').pluck().get() }).toEqual({ outcome: { status: 'finished' }, problem: null });
    const once = rows();
    expect(once['Identity']).toBeGreaterThan(0);

    const second = await importAnswered(sql, exported);
    expect(second.outcome).toEqual({ status: 'finished' });
    expect(rows()).toEqual(once);
    expect(second.run.counts).toMatchObject({ people: 0, messages: 0, reactions: 0, relations: 0 });

    undo(sql, second.publicId);
    expect(rows()).toEqual(once);
    undo(sql, first.publicId);
    expect({ ...dump(sql), ColumnMapping: [] }).toEqual(before);
  });
});
