/** Which import run added, refreshed or merely met a row: what undo and "already there" are made of. */
import { z } from 'zod';
import type { Sql } from '../connection.server';

/** What ImportRunRow.entity stands for. The row id of an own identity is its identity's; of a member see `memberRow`. */
export const ENTITY = {
  identity: 1, contact: 2, contactIdentity: 3, relation: 4, conversation: 5, interaction: 6, ownIdentity: 7, ownAccount: 8,
  member: 9, tag: 10,
} as const;
export type EntityName = keyof typeof ENTITY;

/** Identities fit into the lower bits of a member's row id, conversations into the rest of a safe integer. */
const MEMBER_BITS = 26;
const MEMBER_BASE = 2 ** MEMBER_BITS;

/** One number for somebody's place in a conversation, whose table has no number of its own. */
export function memberRow(conversationId: number, identityId: number): number {
  return conversationId * MEMBER_BASE + identityId;
}

/** The two halves of a member's `r.rowId`, in SQL. */
export const MEMBER_SQL = { conversationId: `(r.rowId >> ${MEMBER_BITS})`, identityId: `(r.rowId & ${MEMBER_BASE - 1})` };

/** Back from `memberRow`. */
export function memberOf(rowId: number): { conversationId: number; identityId: number } {
  return { conversationId: Math.floor(rowId / MEMBER_BASE), identityId: rowId % MEMBER_BASE };
}

/** What ImportRunRow.role stands for. */
export const ROLE = { added: 1, refreshed: 2, met: 3 } as const;

/** Runs of which nothing stands any more: they hold no row. For `status NOT IN …`. */
export const TAKEN_BACK = `('undone', 'failed', 'stopped')`;

export const previousSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
/** Columns as they were before a refresh. */
export type Previous = z.infer<typeof previousSchema>;

export interface Provenance {
  added(entity: EntityName, rowId: number): void;
  /**
   * Keeps what a refresh overwrote: of each column the value before the run's first refresh. What the run itself added
   * needs nothing kept.
   * @returns true for the run's first refresh of this row
   */
  refreshed(entity: EntityName, rowId: number, previous: Previous): boolean;
  met(entity: EntityName, rowId: number): void;
  /** Whether this very run made the row. */
  isAdded(entity: EntityName, rowId: number): boolean;
}

interface HeldRow {
  role: number;
  previous: string | null;
}

/** Remembers rows for one run. */
export function provenanceOf(sql: Sql, importRunId: number): Provenance {
  const find = sql.prepare<[number, number, number], HeldRow>(
    'SELECT role, previous FROM ImportRunRow WHERE importRunId = ? AND entity = ? AND rowId = ?',
  );
  const hold = sql.prepare(
    `INSERT INTO ImportRunRow (importRunId, entity, rowId, role, previous) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET role = excluded.role, previous = excluded.previous WHERE excluded.role < role`,
  );
  const keep = sql.prepare('UPDATE ImportRunRow SET previous = ? WHERE importRunId = ? AND entity = ? AND rowId = ?');
  return {
    added: (entity, rowId) => hold.run(importRunId, ENTITY[entity], rowId, ROLE.added, null),
    met: (entity, rowId) => hold.run(importRunId, ENTITY[entity], rowId, ROLE.met, null),
    isAdded: (entity, rowId) => find.get(importRunId, ENTITY[entity], rowId)?.role === ROLE.added,
    refreshed(entity, rowId, previous) {
      const held = find.get(importRunId, ENTITY[entity], rowId);
      if (held?.role === ROLE.added) return false;
      if (held?.role === ROLE.refreshed) {
        const earlier = held.previous === null ? {} : previousSchema.parse(JSON.parse(held.previous));
        keep.run(JSON.stringify({ ...previous, ...earlier }), importRunId, ENTITY[entity], rowId);
        return false;
      }
      hold.run(importRunId, ENTITY[entity], rowId, ROLE.refreshed, JSON.stringify(previous));
      return true;
    },
  };
}
