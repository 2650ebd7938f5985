/**
 * Takes a merge back, at any time later: whatever the one took over of the other and still has goes back, whoever changed
 * it meanwhile. What came in or was written since stays where it is.
 */
import { followIdentity, activeLink } from '../contacts.server';
import type { Sql } from '../connection.server';
import type { Work } from '../transact.server';
import { carriedSchema, type Carried } from './carried.server';
import { touchBoth } from './merge.server';

export interface StoredMerge {
  id: number;
  survivorId: number;
  mergedId: number;
  carried: string;
}

const COLUMNS = 'id, survivorId, mergedId, carried';

/** A merge that holds; null where it was taken back or is gone. */
export function standingMerge(sql: Sql, id: number): StoredMerge | null {
  return sql.prepare<[number], StoredMerge>(`SELECT ${COLUMNS} FROM ContactMerge WHERE id = ? AND separatedAt IS NULL`).get(id) ?? null;
}

/** The merge by which an identity came to the contact it hangs on, the latest of several; null where it came another way. */
export function mergeThatBrought(sql: Sql, contactId: number, identityId: number): StoredMerge | null {
  const merges = sql
    .prepare<[number], StoredMerge>(`SELECT ${COLUMNS} FROM ContactMerge WHERE survivorId = ? AND separatedAt IS NULL ORDER BY id DESC`)
    .all(contactId);
  return merges.find(({ carried }) => carriedOf(carried).identities.some(({ id }) => id === identityId)) ?? null;
}

const carriedOf = (json: string): Carried => carriedSchema.parse(JSON.parse(json));

/** Whom a contact was merged into in the end; itself where it was not. */
export function keptBy(sql: Sql, contactId: number): number {
  const next = sql.prepare<[number], number | null>('SELECT mergedIntoId FROM Contact WHERE id = ?').pluck();
  let holder = contactId;
  for (let into = next.get(holder); into !== null && into !== undefined; into = next.get(holder)) holder = into;
  return holder;
}

/** @returns false where nothing of theirs is left to go back to: somebody moved it on since */
export function separateContact(work: Work, { survivorId, mergedId, carried: json }: StoredMerge): boolean {
  const carried = carriedOf(json);
  const holder = keptBy(work.sql, survivorId);
  touchBoth(work, holder, mergedId);
  work.touchContact(survivorId);
  const back = carried.identities.filter((identity) => giveBack(work, identity, { holder, mergedId }));
  if (carried.identities.length > 0 && back.length === 0) return false;
  for (const note of carried.notes) moveNote(work, note, { holder, mergedId });
  for (const tag of carried.tags) moveTag(work, tag, { holder, mergedId });
  restoreWords(work, survivorId, carried.words);
  work.update('Contact', { id: mergedId }, { mergedIntoId: null });
  return true;
}

interface Move {
  holder: number;
  mergedId: number;
}

function giveBack(work: Work, { id, from, to }: Carried['identities'][number], { holder, mergedId }: Move): boolean {
  const { sql } = work;
  const contactId = sql.prepare<[number], number | null>('SELECT contactId FROM Identity WHERE id = ?').pluck().get(id);
  if (contactId !== holder) return false;
  const link = activeLink(sql, holder, id);
  // As if it had never been; where it was moved on since, the history of that stays.
  if (link === to) work.remove('ContactIdentity', { id: to });
  else if (link !== null) work.update('ContactIdentity', { id: link }, { detachedAt: work.now });
  if (from !== null) work.update('ContactIdentity', { id: from }, { detachedAt: null });
  work.update('Identity', { id }, { contactId: mergedId });
  followIdentity(work, id);
  return true;
}

function moveNote(work: Work, id: number, { holder, mergedId }: Move): void {
  const contactId = work.sql.prepare<[number], number>('SELECT contactId FROM Note WHERE id = ?').pluck().get(id);
  if (contactId === holder) work.update('Note', { id }, { contactId: mergedId });
}

function moveTag(work: Work, { tagId, addedAt, addedById, given }: Carried['tags'][number], { holder, mergedId }: Move): void {
  const has = work.sql.prepare<[number, number]>('SELECT 1 FROM ContactTag WHERE contactId = ? AND tagId = ?');
  // Taken off meanwhile, it was taken off both.
  if (has.get(holder, tagId) === undefined) return;
  if (given) work.remove('ContactTag', { contactId: holder, tagId });
  if (has.get(mergedId, tagId) === undefined) work.insert('ContactTag', { contactId: mergedId, tagId, addedAt, addedById });
}

function restoreWords(work: Work, survivorId: number, words: Carried['words']): void {
  const row = work.sql.prepare<[number], Record<string, unknown>>('SELECT * FROM Contact WHERE id = ?').get(survivorId);
  const still = Object.entries(words).filter(([column, { after }]) => row?.[column] === after);
  if (still.length > 0) work.update('Contact', { id: survivorId }, Object.fromEntries(still.map(([column, { before }]) => [column, before])));
}
