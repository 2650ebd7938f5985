/** Two contacts become one: everything of the one that goes moves over, and its row stays as a tombstone that redirects. */
import { takenOver, type ContactWords } from '../../domain/identity/survivor';
import { activeLink, attachIdentity, type AttachedHow } from '../contacts.server';
import type { Sql } from '../connection.server';
import type { Actor, Work } from '../transact.server';
import type { Carried } from './carried.server';

export interface Merging {
  stays: number;
  goes: number;
  how: AttachedHow;
  /** 0 to 1 */
  confidence: number;
  /** The import that joins them by itself; null: somebody does. */
  importRunId: number | null;
}

const WORDS = `name, nameBasis, headline, headlineBasis, stage, howMet, ownerId, idealGapDays, longestGapDays, restedAt, askAgainAt,
  awayFrom, awayUntil, coolingSeenAt, coolingSeenState`;

/** @returns the id of the ContactMerge */
export function mergeContact(work: Work, actor: Actor, { stays, goes, how, confidence, importRunId }: Merging): number {
  touchBoth(work, stays, goes);
  const carried: Carried = {
    identities: carryIdentities(work, actor, { stays, goes, how, confidence }),
    notes: carryNotes(work, stays, goes),
    tags: carryTags(work, stays, goes),
    words: carryWords(work, stays, goes),
  };
  work.update('Contact', { id: goes }, { mergedIntoId: stays });
  return work.insert('ContactMerge', {
    survivorId: stays, mergedId: goes, how, mergedAt: work.now, mergedById: actor.teammateId, importRunId,
    carried: JSON.stringify(carried),
  });
}

/** Whose turn it is may follow from anything they ever said elsewhere. */
export function touchBoth(work: Work, one: number, other: number): void {
  const conversations = work.sql
    .prepare<[number, number], number>('SELECT conversationId FROM ConversationState WHERE contactId IN (?, ?)')
    .pluck()
    .all(one, other);
  for (const id of conversations) work.touchConversation(id);
  work.touchContact(one);
  work.touchContact(other);
}

/** Ids of everything a contact is known as. */
export function identityIdsOf(sql: Sql, contactId: number): number[] {
  return sql.prepare<[number], number>('SELECT id FROM Identity WHERE contactId = ? ORDER BY id').pluck().all(contactId);
}

function carryIdentities(work: Work, actor: Actor, { stays, goes, how, confidence }: Omit<Merging, 'importRunId'>): Carried['identities'] {
  return identityIdsOf(work.sql, goes).map((id) => {
    const from = activeLink(work.sql, goes, id);
    if (from !== null) work.update('ContactIdentity', { id: from }, { detachedAt: work.now });
    return { id, from, to: attachIdentity(work, actor, { identityId: id, contactId: stays, how, confidence }) };
  });
}

function carryNotes(work: Work, stays: number, goes: number): number[] {
  const notes = work.sql.prepare<[number], number>('SELECT id FROM Note WHERE contactId = ?').pluck().all(goes);
  for (const id of notes) work.update('Note', { id }, { contactId: stays });
  return notes;
}

function carryTags(work: Work, stays: number, goes: number): Carried['tags'] {
  const tags = work.sql
    .prepare<[{ stays: number; goes: number }], { tagId: number; addedAt: number; addedById: number | null; given: 0 | 1 }>(
      `SELECT t.tagId, t.addedAt, t.addedById,
              NOT EXISTS (SELECT 1 FROM ContactTag s WHERE s.contactId = @stays AND s.tagId = t.tagId) AS given
       FROM ContactTag t WHERE t.contactId = @goes ORDER BY t.tagId`,
    )
    .all({ stays, goes });
  for (const { tagId, addedAt, addedById, given } of tags) {
    work.remove('ContactTag', { contactId: goes, tagId });
    if (given === 1) work.insert('ContactTag', { contactId: stays, tagId, addedAt, addedById });
  }
  return tags.map((tag) => ({ ...tag, given: tag.given === 1 }));
}

function carryWords(work: Work, stays: number, goes: number): Carried['words'] {
  const find = work.sql.prepare<[number], ContactWords>(`SELECT ${WORDS} FROM Contact WHERE id = ?`);
  const [kept, going] = [find.get(stays), find.get(goes)];
  if (!kept || !going) return {};
  const next = takenOver(kept, going);
  if (Object.keys(next).length > 0) work.update('Contact', { id: stays }, next);
  const before: Record<string, string | number | null> = { ...kept };
  return Object.fromEntries(Object.entries(next).map(([column, after]) => [column, { before: before[column] ?? null, after }]));
}
