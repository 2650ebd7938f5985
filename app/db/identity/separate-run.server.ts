/** Takes back what an import joined by itself, and what was joined with people it brought: they go or stay on their own. */
import { inChunks } from '../bulk/in-chunks';
import { ENTITY, ROLE } from '../bulk/provenance.server';
import { activeLink, followIdentity } from '../contacts.server';
import type { Sql } from '../connection.server';
import { refreshDerived } from '../derive/refresh-derived.server';
import { unrecorded, type UnrecordedWork } from '../transact.server';
import { separateContact, standingMerge } from './separate.server';

interface Link {
  id: number;
  contactId: number;
  identityId: number;
}

/**
 * Idempotent, in short transactions. Whom the user joined stays joined.
 * @param pause called between transactions, so that others get the write lock
 */
export function separateRun(sql: Sql, importRunId: number, now: number, pause: () => void): void {
  const brought = `SELECT rowId FROM ImportRunRow WHERE importRunId = @run AND entity = ${ENTITY.contact} AND role = ${ROLE.added}`;
  const merges = sql
    .prepare<[{ run: number }], number>(
      `SELECT id FROM ContactMerge WHERE separatedAt IS NULL AND importRunId IS NOT NULL
         AND (importRunId = @run OR survivorId IN (${brought}) OR mergedId IN (${brought})) ORDER BY id DESC`,
    )
    .pluck()
    .all({ run: importRunId });
  const links = sql
    .prepare<[number], Link>(
      `SELECT h.id, h.contactId, h.identityId FROM ImportRunRow r JOIN ContactIdentity h ON h.id = r.rowId
       WHERE r.importRunId = ? AND r.entity = ${ENTITY.contactIdentity} AND r.role = ${ROLE.added} AND h.how IN ('same_id', 'same_email', 'same_phone')`,
    )
    .all(importRunId);
  const refreshed = (work: UnrecordedWork) => work.contacts.size > 0 && refreshDerived(sql, work, now);
  inChunks(sql, merges, 1, pause, (id) => {
    const merge = standingMerge(sql, id);
    const work = unrecorded(sql, { teammateId: null }, now);
    if (merge && separateContact(work, merge)) work.remove('ContactMerge', { id });
    refreshed(work);
  });
  inChunks(sql, links, 1, pause, (link) => {
    const work = unrecorded(sql, { teammateId: null }, now);
    takeOff(work, importRunId, link);
    refreshed(work);
  });
}

/** Where somebody has moved it on since, it is not the import's any more. */
function takeOff(work: UnrecordedWork, importRunId: number, { id, contactId, identityId }: Link): void {
  if (activeLink(work.sql, contactId, identityId) !== id) return;
  work.remove('ContactIdentity', { id });
  work.sql
    .prepare(`DELETE FROM ImportRunRow WHERE importRunId = ? AND entity = ${ENTITY.contactIdentity} AND rowId = ?`)
    .run(importRunId, id);
  work.update('Identity', { id: identityId }, { contactId: null });
  followIdentity(work, identityId);
  work.touchContact(contactId);
}
