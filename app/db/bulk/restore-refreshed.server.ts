/** Puts back what an import run overwrote, unless a later run or a person has had the last word. */
import { z } from 'zod';
import type { Sql } from '../connection.server';
import { refreshEventsOf } from '../derive/contact-events.server';
import { ENTITY, ROLE } from './provenance.server';

const TABLE_OF = {
  [ENTITY.identity]: 'Identity',
  [ENTITY.contact]: 'Contact',
  [ENTITY.relation]: 'Relation',
  [ENTITY.conversation]: 'Conversation',
  [ENTITY.interaction]: 'Interaction',
} as const;

const previousSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Previous = z.infer<typeof previousSchema>;

interface RefreshedRow {
  entity: keyof typeof TABLE_OF;
  rowId: number;
  previous: string;
}

export function restoreRefreshed(sql: Sql, importRunId: number): void {
  const rows = sql
    .prepare<[number], RefreshedRow>(
      `SELECT entity, rowId, previous FROM ImportRunRow WHERE importRunId = ? AND role = ${ROLE.refreshed} AND previous IS NOT NULL`,
    )
    .all(importRunId);
  sql
    .transaction(() => {
      for (const row of rows) restoreOne(sql, importRunId, row);
    })
    .immediate();
}

function restoreOne(sql: Sql, importRunId: number, row: RefreshedRow): void {
  const previous = handOn(sql, importRunId, row, previousSchema.parse(JSON.parse(row.previous)));
  const { text, ...columns } = previous;
  if (row.entity === ENTITY.contact) keepTheUsersWords(sql, row.rowId, columns);
  const names = Object.keys(columns);
  if (names.length > 0) {
    sql
      .prepare(`UPDATE "${TABLE_OF[row.entity]}" SET ${names.map((name) => `"${name}" = @${name}`).join(', ')} WHERE id = @id`)
      .run({ ...columns, id: row.rowId });
  }
  if (row.entity === ENTITY.interaction) {
    if (text === null) sql.prepare('DELETE FROM InteractionBody WHERE interactionId = ?').run(row.rowId);
    refreshEventsOf(sql, row.rowId);
  }
  // Done once: the same run undone again after a crash must not put old values over newer ones.
  sql
    .prepare(`UPDATE ImportRunRow SET role = ${ROLE.met}, previous = NULL WHERE importRunId = ? AND entity = ? AND rowId = ?`)
    .run(importRunId, row.entity, row.rowId);
}

/** Where a later run overwrote the same columns, what it put back one day is what we would have put back now. */
function handOn(sql: Sql, importRunId: number, row: RefreshedRow, previous: Previous): Previous {
  const later = sql
    .prepare<[number, number, number], { importRunId: number; previous: string }>(
      `SELECT r.importRunId, r.previous FROM ImportRun u JOIN ImportRunRow r ON r.importRunId = u.id
       WHERE u.id > ? AND u.status NOT IN ('undone', 'failed', 'stopped') AND r.entity = ? AND r.rowId = ?
         AND r.role = ${ROLE.refreshed} AND r.previous IS NOT NULL ORDER BY u.id LIMIT 1`,
    )
    .get(importRunId, row.entity, row.rowId);
  if (!later) return previous;
  const theirs = previousSchema.parse(JSON.parse(later.previous));
  const shared = Object.keys(previous).filter((column) => column in theirs);
  const handed = Object.fromEntries(shared.map((column) => [column, previous[column] ?? null]));
  sql
    .prepare('UPDATE ImportRunRow SET previous = ? WHERE importRunId = ? AND entity = ? AND rowId = ?')
    .run(JSON.stringify({ ...theirs, ...handed }), later.importRunId, row.entity, row.rowId);
  return Object.fromEntries(Object.entries(previous).filter(([column]) => !shared.includes(column)));
}

/** A name or headline the user typed since is not the import's to take back. */
function keepTheUsersWords(sql: Sql, contactId: number, columns: Previous): void {
  const basis = sql
    .prepare<[number], { nameBasis: string; headlineBasis: string }>('SELECT nameBasis, headlineBasis FROM Contact WHERE id = ?')
    .get(contactId);
  if (basis?.nameBasis === 'user') delete columns['name'];
  if (basis?.headlineBasis === 'user') delete columns['headline'];
}
