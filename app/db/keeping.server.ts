/** What the user said of keeping people: gaps (their own, of their tags, of their stage), rest and time away. */
import { chosenGap, type Gap, type Keeping } from '../domain/contacts/keeping';
import type { Stage } from '../domain/contacts/stages';
import { seenOf, type Kept } from '../domain/contacts/wishes';
import type { Sql } from './connection.server';

/** Gaps set on tags (by row id) and stages: a handful of rows, read once for many people. */
export interface SharedGaps {
  tags: ReadonlyMap<number, Gap & { name: string }>;
  stages: ReadonlyMap<Stage, Gap>;
}

interface SharedRow extends Gap {
  tagId: number | null;
  name: string | null;
  stage: Stage | null;
}

/** One statement over two small tables. */
export function sharedGaps(sql: Sql): SharedGaps {
  const rows = sql
    .prepare<[], SharedRow>(
      `SELECT id AS tagId, name, NULL AS stage, idealGapDays AS idealDays, longestGapDays AS longestDays FROM Tag
       WHERE idealGapDays IS NOT NULL OR longestGapDays IS NOT NULL
       UNION ALL SELECT NULL, NULL, stage, idealGapDays, longestGapDays FROM StageGap`,
    )
    .all();
  const tags = new Map<number, Gap & { name: string }>();
  const stages = new Map<Stage, Gap>();
  for (const { tagId, name, stage, ...gap } of rows) {
    if (tagId !== null && name !== null) tags.set(tagId, { ...gap, name });
    if (stage !== null) stages.set(stage, gap);
  }
  return { tags, stages };
}

/** What a statement over Contact `c` has to select for `kept`. */
export const KEEPING_COLUMNS =
  'c.stage, c.idealGapDays AS idealDays, c.longestGapDays AS longestDays, c.restedAt, c.askAgainAt, c.awayFrom, c.awayUntil, c.coolingSeenAt, c.coolingSeenState';

export interface KeepingRow extends Keeping, Gap {
  stage: Stage;
  coolingSeenAt: number | null;
  coolingSeenState: string | null;
}

export type { Kept };

/**
 * In one more statement where any tag has a gap, else in none.
 * @param rows by contact id
 */
export function keptOf(sql: Sql, rows: ReadonlyMap<number, KeepingRow>, shared: SharedGaps): Map<number, Kept> {
  const carried = shared.tags.size > 0 ? tagsWithGaps(sql, [...rows.keys()], shared) : null;
  return new Map([...rows].map(([id, row]) => [id, kept(row, carried?.get(id) ?? [], shared)]));
}

/** One person; null where they are gone. */
export function keptPerson(sql: Sql, contactId: number, shared: SharedGaps): Kept | null {
  const row = sql.prepare<[number], KeepingRow>(`SELECT ${KEEPING_COLUMNS} FROM Contact c WHERE c.id = ?`).get(contactId);
  return (row && keptOf(sql, new Map([[contactId, row]]), shared).get(contactId)) ?? null;
}

function kept(row: KeepingRow, tags: readonly (Gap & { name: string })[], { stages }: SharedGaps): Kept {
  const { restedAt, askAgainAt, awayFrom, awayUntil, stage, idealDays, longestDays, coolingSeenAt, coolingSeenState } = row;
  const ofStage = stages.get(stage) ?? { idealDays: null, longestDays: null };
  return {
    keeping: { restedAt, askAgainAt, awayFrom, awayUntil },
    seen: seenOf(coolingSeenAt, coolingSeenState),
    gap: chosenGap({ person: { idealDays, longestDays }, tags, stage: { stage, ...ofStage } }),
  };
}

function tagsWithGaps(sql: Sql, contactIds: readonly number[], { tags }: SharedGaps): Map<number, (Gap & { name: string })[]> {
  const rows = sql
    .prepare<[string, string], { contactId: number; tagId: number }>(
      `SELECT contactId, tagId FROM ContactTag
       WHERE contactId IN (SELECT value FROM json_each(?)) AND tagId IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(contactIds), JSON.stringify([...tags.keys()]));
  const byContact = new Map<number, (Gap & { name: string })[]>();
  for (const { contactId, tagId } of rows) {
    const tag = tags.get(tagId);
    if (tag) byContact.set(contactId, [...(byContact.get(contactId) ?? []), tag]);
  }
  return byContact;
}

/**
 * Contacts `k` who rest at `@now`, with the ConversationStates `r` that waited before they were put to rest. The rule of
 * `restsWith` in domain/contacts/keeping.ts, read from an index of few rows.
 */
export const RESTING = `Contact k CROSS JOIN ConversationState r ON r.contactId = k.id
  WHERE k.restedAt IS NOT NULL AND (k.askAgainAt IS NULL OR k.askAgainAt > @now) AND coalesce(r.lastInAt, 0) <= k.restedAt`;

/** Of ConversationState `s`: it is one of these. They are found once, so that the waiting are still read from theirs alone. */
export const AT_REST = `s.conversationId IN (SELECT r.conversationId FROM ${RESTING})`;
