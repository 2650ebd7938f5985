/** Which import run added, refreshed or merely met a row: what undo and "already there" are made of. */
import type { Sql } from '../connection.server';

export const ENTITY = {
  identity: 1, contact: 2, contactIdentity: 3, relation: 4, conversation: 5, interaction: 6, ownIdentity: 7, ownAccount: 8,
} as const;
export type EntityName = keyof typeof ENTITY;

export const ROLE = { added: 1, refreshed: 2, met: 3 } as const;

/** Columns as they were before a refresh. */
export type Previous = Record<string, string | number | null>;

export interface Provenance {
  added(entity: EntityName, rowId: number): void;
  /** The first refresh by a run keeps what it overwrote; what the run itself added needs nothing kept. */
  refreshed(entity: EntityName, rowId: number, previous: Previous): void;
  met(entity: EntityName, rowId: number): void;
}

/** Remembers rows for one run. */
export function provenanceOf(sql: Sql, importRunId: number): Provenance {
  const hold = sql.prepare(
    `INSERT INTO ImportRunRow (importRunId, entity, rowId, role, previous) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET role = excluded.role, previous = excluded.previous
     WHERE role = ${ROLE.met} AND excluded.role <> ${ROLE.met}`,
  );
  return {
    added: (entity, rowId) => hold.run(importRunId, ENTITY[entity], rowId, ROLE.added, null),
    refreshed: (entity, rowId, previous) =>
      hold.run(importRunId, ENTITY[entity], rowId, ROLE.refreshed, JSON.stringify(previous)),
    met: (entity, rowId) => hold.run(importRunId, ENTITY[entity], rowId, ROLE.met, null),
  };
}
