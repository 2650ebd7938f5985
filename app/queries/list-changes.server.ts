/** Who is new, gone or renamed on the lists of one import, between the last whole list before it and its own. */
import { ENTITY, ROLE } from '../db/bulk/provenance.server';
import type { Sql } from '../db/connection.server';
import type { Platform, RelationKind } from '../domain/activity';
import { renamesAmong, type Changed } from '../domain/imports/list-changes';

/** Names listed of each kind of change; beyond this the number says it. */
const LISTED = 500;

export interface ChangedPerson {
  name: string;
  /** Opens the contact; null for audience. */
  contact: string | null;
}

export interface ListChange {
  platform: Platform;
  kind: RelationKind;
  /** The two lists' dates, UTC milliseconds. */
  from: number;
  to: number;
  fresh: { count: number; people: ChangedPerson[] };
  gone: { count: number; people: ChangedPerson[] };
  renamed: { before: string; person: ChangedPerson }[];
}

interface SnapshotRow {
  importRunId: number;
  ownAccountId: number;
  platform: Platform;
  kind: RelationKind;
  at: number;
}

/** One entry for each whole list that has a whole one before it; a list with gaps never claims a loss. */
export function listChanges(sql: Sql, importRunId: number): ListChange[] {
  const lists = sql
    .prepare<[number], SnapshotRow>(
      `SELECT s.importRunId, s.ownAccountId, s.platform, s.kind, s.at FROM RelationSnapshot s JOIN ImportRun u ON u.id = s.importRunId
       WHERE s.importRunId = ? AND s.complete = 1 AND u.status IN ('finishing', 'finished') ORDER BY s.platform, s.kind`,
    )
    .all(importRunId);
  return lists.flatMap((list) => {
    const before = listBefore(sql, list);
    return before ? [changesBetween(sql, before, list)] : [];
  });
}

function listBefore(sql: Sql, { importRunId, ownAccountId, platform, kind, at }: SnapshotRow): SnapshotRow | null {
  return (
    sql
      .prepare<[number, string, string, number, number], SnapshotRow>(
        `SELECT s.importRunId, s.ownAccountId, s.platform, s.kind, s.at FROM RelationSnapshot s JOIN ImportRun u ON u.id = s.importRunId
         WHERE s.ownAccountId = ? AND s.platform = ? AND s.kind = ? AND s.complete = 1 AND s.at < ? AND s.importRunId <> ?
           AND u.status IN ('finishing', 'finished') ORDER BY s.at DESC LIMIT 1`,
      )
      .get(ownAccountId, platform, kind, at, importRunId) ?? null
  );
}

function changesBetween(sql: Sql, before: SnapshotRow, after: SnapshotRow): ListChange {
  const fresh = onlyIn(sql, after, before.importRunId);
  const gone = onlyIn(sql, after, after.importRunId, before.importRunId);
  const renames = renamesAmong(gone, fresh);
  const renamed = new Set(renames.flatMap((pair) => [pair.before.id, pair.after.id]));
  const rest = (changed: readonly Changed[]) => changed.filter(({ id }) => !renamed.has(id));
  const listed = (changed: readonly Changed[]) => ({ count: changed.length, people: changed.slice(0, LISTED).map(asPerson) });
  return {
    platform: after.platform, kind: after.kind, from: before.at, to: after.at, fresh: listed(rest(fresh)), gone: listed(rest(gone)),
    renamed: [...renames.map((pair) => ({ before: pair.before.name, person: asPerson(pair.after) })), ...renamedById(sql, after)].slice(0, LISTED),
  };
}

const asPerson = ({ name, contact }: Changed): ChangedPerson => ({ name, contact });

/** Relations of a list that one run held and the other did not. */
function onlyIn(sql: Sql, list: SnapshotRow, without: number, holder = list.importRunId): Changed[] {
  return sql
    .prepare<[number, number, string, string, number], Changed>(
      `SELECT n.id, coalesce(n.displayName, n.handle, n.email, n.key) AS name, c.publicId AS contact, r.since, r.precision
       FROM ImportRunRow h JOIN Relation r ON r.id = h.rowId JOIN Identity n ON n.id = r.identityId
       LEFT JOIN Contact c ON c.id = n.contactId AND c.deletedAt IS NULL
       WHERE h.importRunId = ? AND h.entity = ${ENTITY.relation} AND r.ownAccountId = ? AND r.kind = ? AND n.platform = ?
         AND NOT EXISTS (SELECT 1 FROM ImportRunRow o WHERE o.importRunId = ? AND o.entity = ${ENTITY.relation} AND o.rowId = r.id)
       ORDER BY r.since DESC, n.id`,
    )
    .all(holder, list.ownAccountId, list.kind, list.platform, without);
}

/** Where the platform gives ids, another handle of the same id. */
function renamedById(sql: Sql, { importRunId, ownAccountId, kind, platform }: SnapshotRow): ListChange['renamed'] {
  const rows = sql
    .prepare<[number, string, number, string], { before: string; name: string; contact: string | null }>(
      `SELECT json_extract(h.previous, '$.handle') AS before, n.handle AS name, c.publicId AS contact
       FROM ImportRunRow h JOIN Identity n ON n.id = h.rowId
       JOIN Relation r ON r.identityId = n.id AND r.ownAccountId = ? AND r.kind = ?
       LEFT JOIN Contact c ON c.id = n.contactId AND c.deletedAt IS NULL
       WHERE h.importRunId = ? AND h.entity = ${ENTITY.identity} AND h.role = ${ROLE.refreshed} AND n.platform = ?
         AND json_extract(h.previous, '$.handle') IS NOT NULL ORDER BY n.id`,
    )
    .all(ownAccountId, kind, importRunId, platform);
  return rows.map(({ before, name, contact }) => ({ before, person: { name, contact } }));
}
