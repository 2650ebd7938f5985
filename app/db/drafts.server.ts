/** Half-written words, per teammate and conversation. A cleared draft stays as an empty row, so that a late save shows. */
import type { Sql } from './connection.server';
import type { Step } from './journal.server';
import type { Work } from './transact.server';
import { newPublicId } from '../lib/ids.server';

export interface DraftWords {
  mode: string;
  text: string;
  /** When they were typed, UTC milliseconds. */
  updatedAt: number;
}

export interface DraftPlace {
  teammateId: number;
  conversationId: number;
}

/** @returns null where nothing was ever written; a cleared draft has an empty text */
export function draftOf(sql: Sql, { teammateId, conversationId }: DraftPlace): DraftWords | null {
  return (
    sql
      .prepare<[number, number], DraftWords>('SELECT mode, text, updatedAt FROM Draft WHERE teammateId = ? AND conversationId = ?')
      .get(teammateId, conversationId) ?? null
  );
}

/** Writes the draft as it is, whatever was there. */
export function putDraft(sql: Sql, { teammateId, conversationId }: DraftPlace, { mode, text, updatedAt }: DraftWords): void {
  sql
    .prepare(
      `INSERT INTO Draft (publicId, teammateId, conversationId, mode, text, updatedAt) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (teammateId, conversationId) DO UPDATE SET mode = excluded.mode, text = excluded.text, updatedAt = excluded.updatedAt`,
    )
    .run(newPublicId(), teammateId, conversationId, mode, text, updatedAt);
}

/**
 * Clears a draft whose words have become something else, so that undo makes them a draft again: as they were used,
 * not as they were last saved.
 */
export function spendDraft(work: Work, place: DraftPlace, used: Omit<DraftWords, 'updatedAt'>): void {
  putDraft(work.sql, place, { ...used, updatedAt: work.now });
  work.update('Draft', place, { text: '', updatedAt: work.now });
}

/**
 * What undo does where a draft could not be put back because newer words stand in its place: both are kept, the older
 * ones first. Other steps are left alone.
 */
export function keepBothDrafts(sql: Sql, step: Step, now: number): boolean {
  if (step.table !== 'Draft' || step.op !== 'update') return false;
  const words = step.before['text'];
  const place = { teammateId: Number(step.key['teammateId']), conversationId: Number(step.key['conversationId']) };
  const present = draftOf(sql, place);
  if (!present || typeof words !== 'string') return false;
  const text = [words, present.text].filter((part) => part.trim() !== '').join('\n\n');
  putDraft(sql, place, { ...present, text, updatedAt: now });
  return true;
}
