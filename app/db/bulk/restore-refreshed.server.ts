/** Puts back what an import run overwrote, unless a later run or a person has had the last word. */
import type { Sql } from '../connection.server';
import { refreshEventsOf, refreshEventsOfConversation } from '../derive/contact-events.server';
import { inChunks } from './in-chunks';
import { ENTITY, previousSchema, ROLE, TAKEN_BACK, type Previous } from './provenance.server';

const TABLE_OF = {
  [ENTITY.identity]: 'Identity',
  [ENTITY.contact]: 'Contact',
  [ENTITY.relation]: 'Relation',
  [ENTITY.conversation]: 'Conversation',
  [ENTITY.interaction]: 'Interaction',
  [ENTITY.ownAccount]: 'OwnAccount',
} as const;

/** Rows per transaction. */
const ROWS = 100;

interface RefreshedRow {
  entity: keyof typeof TABLE_OF;
  rowId: number;
  previous: string;
}

/** @param pause called between transactions, so that others get the write lock */
export function restoreRefreshed(sql: Sql, importRunId: number, pause: () => void): void {
  const rows = sql
    .prepare<[number], RefreshedRow>(
      `SELECT entity, rowId, previous FROM ImportRunRow WHERE importRunId = ? AND role = ${ROLE.refreshed} AND previous IS NOT NULL`,
    )
    .all(importRunId);
  inChunks(sql, rows, ROWS, pause, (row) => restoreOne(sql, importRunId, row));
}

function restoreOne(sql: Sql, importRunId: number, row: RefreshedRow): void {
  const { leftAtVersion, ...previous } = previousSchema.parse(JSON.parse(row.previous));
  const { text, version, ...columns } = handOn(sql, importRunId, row, previous);
  if (row.entity === ENTITY.contact) keepTheUsersWords(sql, row.rowId, columns);
  const table = TABLE_OF[row.entity];
  const names = Object.keys(columns);
  if (names.length > 0) {
    sql
      .prepare(`UPDATE "${table}" SET ${names.map((name) => `"${name}" = @${name}`).join(', ')} WHERE id = @id`)
      .run({ ...columns, id: row.rowId });
  }
  if (version !== undefined) {
    // As if nothing had been; but where somebody changed the row since, it must not look unchanged to them.
    sql
      .prepare(`UPDATE "${table}" SET version = CASE version WHEN @leftAt THEN @version ELSE version + 1 END WHERE id = @id`)
      .run({ version, leftAt: leftAtVersion ?? null, id: row.rowId });
  }
  if (row.entity === ENTITY.interaction) {
    if (text === null) sql.prepare('DELETE FROM InteractionBody WHERE interactionId = ?').run(row.rowId);
    refreshEventsOf(sql, row.rowId);
  }
  if (row.entity === ENTITY.conversation && 'kind' in columns) refreshEventsOfConversation(sql, row.rowId);
  // Done once: the same run undone again after a crash must not put old values over newer ones.
  sql
    .prepare(`UPDATE ImportRunRow SET role = ${ROLE.met}, previous = NULL WHERE importRunId = ? AND entity = ? AND rowId = ?`)
    .run(importRunId, row.entity, row.rowId);
}

/**
 * Where a later run overwrote the same columns, what it puts back one day is what we would have put back now.
 * @returns the columns that are ours to put back
 */
function handOn(sql: Sql, importRunId: number, row: RefreshedRow, previous: Previous): Previous {
  const later = sql
    .prepare<[number, number, number], { importRunId: number; previous: string }>(
      `SELECT r.importRunId, r.previous FROM ImportRun u CROSS JOIN ImportRunRow r ON r.importRunId = u.id
       WHERE u.id > ? AND u.status NOT IN ${TAKEN_BACK} AND r.entity = ? AND r.rowId = ?
         AND r.role = ${ROLE.refreshed} AND r.previous IS NOT NULL ORDER BY u.id`,
    )
    .all(importRunId, row.entity, row.rowId);
  let ours = previous;
  for (const run of later) {
    const theirs = previousSchema.parse(JSON.parse(run.previous));
    const shared = Object.entries(ours).filter(([column]) => column in theirs);
    if (shared.length === 0) continue;
    ours = Object.fromEntries(Object.entries(ours).filter(([column]) => !(column in theirs)));
    sql
      .prepare('UPDATE ImportRunRow SET previous = ? WHERE importRunId = ? AND entity = ? AND rowId = ?')
      .run(JSON.stringify({ ...theirs, ...Object.fromEntries(shared) }), run.importRunId, row.entity, row.rowId);
  }
  return ours;
}

/** A name or headline the user typed since is not the import's to take back. */
function keepTheUsersWords(sql: Sql, contactId: number, columns: Previous): void {
  const basis = sql
    .prepare<[number], { nameBasis: string; headlineBasis: string }>('SELECT nameBasis, headlineBasis FROM Contact WHERE id = ?')
    .get(contactId);
  if (basis?.nameBasis === 'user') delete columns['name'];
  if (basis?.headlineBasis === 'user') delete columns['headline'];
}
