/** What an archive never holds: one person in several places, and what the user has written down about them. */
import type { SamplePerson, SamplePlace } from '../../domain/sample/community';
import { SAMPLE_SCOPE } from '../../domain/sample/records';
import { newPublicId } from '../../lib/ids.server';
import type { Provenance } from '../bulk/provenance.server';
import type { Sql } from '../connection.server';

interface Attachable {
  identityId: number;
  contactId: number;
}

/**
 * Hangs the identities of a place on those who are people already, from the places before it.
 * @returns how many
 */
export function attachKnown(sql: Sql, place: SamplePlace, provenance: Provenance, now: number): number {
  const found = sql
    .prepare<[{ place: string; scope: string }], Attachable>(
      `SELECT n.id AS identityId, min(o.contactId) AS contactId FROM Identity n JOIN Identity o ON o.key = n.key AND o.scope = n.scope
       WHERE n.platform = @place AND n.scope = @scope AND n.contactId IS NULL AND o.contactId IS NOT NULL GROUP BY n.id`,
    )
    .all({ place, scope: SAMPLE_SCOPE });
  const attach = sql.prepare('UPDATE Identity SET contactId = ? WHERE id = ?');
  const link = sql.prepare(`INSERT INTO ContactIdentity (contactId, identityId, how, attachedAt) VALUES (?, ?, 'by_hand', ?)`);
  for (const { identityId, contactId } of found) {
    attach.run(contactId, identityId);
    provenance.added('contactIdentity', Number(link.run(contactId, identityId, now).lastInsertRowid));
  }
  return found.length;
}

/** Stage, how they met, tags and notes, as the user would have left them. */
export function writeDown(sql: Sql, people: readonly SamplePerson[], teammateId: number | null, provenance: Provenance, now: number): void {
  const find = sql
    .prepare<[string, string], number>('SELECT contactId FROM Identity WHERE key = ? AND scope = ? AND contactId IS NOT NULL LIMIT 1')
    .pluck();
  const about = sql.prepare('UPDATE Contact SET stage = ?, howMet = ? WHERE id = ?');
  const tagged = sql.prepare('INSERT INTO ContactTag (contactId, tagId, addedAt, addedById) VALUES (?, ?, ?, ?)');
  const noted = sql.prepare('INSERT INTO Note (publicId, contactId, text, writtenAt, writtenById) VALUES (?, ?, ?, ?, ?)');
  for (const person of people) {
    const contactId = find.get(person.key, SAMPLE_SCOPE);
    if (contactId === undefined) continue;
    about.run(person.stage, person.howMet, contactId);
    for (const name of person.tags) tagged.run(contactId, tagNamed(sql, name, provenance), now, teammateId);
    for (const { at, text } of person.notes) noted.run(newPublicId(), contactId, text, at, teammateId);
  }
}

/** A tag of that name that was there stays when the sample goes: it is only met. */
function tagNamed(sql: Sql, name: string, provenance: Provenance): number {
  const present = sql.prepare<[string], { id: number }>('SELECT id FROM Tag WHERE name = ? COLLATE NOCASE').get(name);
  if (present) {
    provenance.met('tag', present.id);
    return present.id;
  }
  const id = Number(sql.prepare('INSERT INTO Tag (publicId, name) VALUES (?, ?)').run(newPublicId(), name).lastInsertRowid);
  provenance.added('tag', id);
  return id;
}
