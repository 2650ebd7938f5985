/** One import meets all that another holds, as it would by reading the same archive. */
import type { SnapshotRecord, CoverageRecord } from '../../domain/activity';
import type { Sql } from '../connection.server';
import { ENTITY, ROLE } from './provenance.server';

/** Rows per transaction: the write lock is held for a few milliseconds at a time. */
const ROWS = 2_000;

/** What an archive speaks of; how people came to be joined, and whose account it is, each import finds out for itself. */
const TABLES = [
  { entity: 'identity', table: 'Identity' },
  { entity: 'contact', table: 'Contact' },
  { entity: 'relation', table: 'Relation' },
  { entity: 'conversation', table: 'Conversation' },
  { entity: 'interaction', table: 'Interaction' },
] as const;
const MET = [...TABLES.map(({ entity }) => ENTITY[entity]), ENTITY.member];

/** What each import keeps for itself. */
const FACTS = [
  { table: 'Consent', columns: 'identityId, channel, ownAccountId, state, at, seenAt' },
  { table: 'Aggregate', columns: 'identityId, metric, "window", ownAccountId, value, asOf' },
  { table: 'IdentityProfile', columns: 'identityId, facts, asOf' },
  { table: 'ImportReject', columns: 'file, line, reason, sample' },
] as const;

/** Whether every row that an import holds is still there. */
export function isWhole(sql: Sql, importRunId: number): boolean {
  return TABLES.every(
    ({ entity, table }) =>
      sql
        .prepare(
          `SELECT 1 FROM ImportRunRow r WHERE r.importRunId = ? AND r.entity = ${ENTITY[entity]}
           AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.id = r.rowId) LIMIT 1`,
        )
        .get(importRunId) === undefined,
  );
}

/** To do it twice changes nothing. Yields between two transactions: the share of the rows that are met. */
export function* meetRows(sql: Sql, from: number, to: number): Generator<number> {
  const all = sql.prepare<[number], number>('SELECT count(*) FROM ImportRunRow WHERE importRunId = ?').pluck().get(from) ?? 0;
  // Of one kind at a time, so that each step begins in the index where the last one ended.
  const span = 'importRunId = @from AND entity = @entity AND rowId > @after';
  const ends = sql.prepare<[object], number>(`SELECT rowId FROM ImportRunRow WHERE ${span} ORDER BY rowId LIMIT 1 OFFSET ${ROWS - 1}`).pluck();
  const meet = sql.prepare(
    `INSERT OR IGNORE INTO ImportRunRow (importRunId, entity, rowId, role)
     SELECT @to, entity, rowId, ${ROLE.met} FROM ImportRunRow WHERE ${span} AND rowId <= @end`,
  );
  let met = 0;
  for (const entity of MET) {
    for (let after = 0; after < Number.MAX_SAFE_INTEGER; ) {
      const end = ends.get({ from, entity, after }) ?? Number.MAX_SAFE_INTEGER;
      met += meet.run({ from, to, entity, after, end }).changes;
      after = end;
      yield Math.min(1, met / Math.max(1, all));
    }
  }
  sql.transaction(() => copyFacts(sql, from, to)).immediate();
}

function copyFacts(sql: Sql, from: number, to: number): void {
  for (const { table, columns } of FACTS) {
    sql.prepare(`DELETE FROM ${table} WHERE importRunId = ?`).run(to);
    sql.prepare(`INSERT INTO ${table} (importRunId, ${columns}) SELECT ?, ${columns} FROM ${table} WHERE importRunId = ?`).run(to, from);
  }
}

/** What the archive of an import could see. */
export function saidBy(sql: Sql, importRunId: number): { coverage: CoverageRecord[]; snapshots: SnapshotRecord[] } {
  const coverage = sql
    .prepare<[number], Omit<CoverageRecord, 'complete'> & { complete: number }>('SELECT kind, direction, "from", "to", complete FROM Coverage WHERE importRunId = ? ORDER BY id')
    .all(importRunId);
  const snapshots = sql
    .prepare<[number], Omit<SnapshotRecord, 'complete'> & { complete: number }>('SELECT platform, kind, complete, at FROM RelationSnapshot WHERE importRunId = ?')
    .all(importRunId);
  return {
    coverage: coverage.map((one) => ({ ...one, complete: one.complete === 1 })),
    snapshots: snapshots.map((one) => ({ ...one, complete: one.complete === 1 })),
  };
}
