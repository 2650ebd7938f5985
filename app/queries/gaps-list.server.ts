/** Stages and tags with the gaps that were set on them, for the settings. */
import type { Sql } from '../db/connection.server';
import type { Gap } from '../domain/contacts/keeping';
import { STAGES, type Stage } from '../domain/contacts/stages';

export interface GapsList {
  /** In their order. */
  stages: (Gap & { stage: Stage })[];
  /** By name; public ids. */
  tags: (Gap & { tag: string; name: string })[];
}

export function gapsList(sql: Sql): GapsList {
  const set = sql
    .prepare<[], Gap & { stage: Stage }>('SELECT stage, idealGapDays AS idealDays, longestGapDays AS longestDays FROM StageGap')
    .all();
  const tags = sql
    .prepare<[], GapsList['tags'][number]>(
      `SELECT publicId AS tag, name, idealGapDays AS idealDays, longestGapDays AS longestDays FROM Tag
       ORDER BY name COLLATE NOCASE, id`,
    )
    .all();
  const stages = STAGES.map((stage) => set.find((one) => one.stage === stage) ?? { stage, idealDays: null, longestDays: null });
  return { stages, tags };
}
