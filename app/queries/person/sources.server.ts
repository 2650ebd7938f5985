/** What the sources of one person show, and up to when. */
import type { Sql } from '../../db/connection.server';
import type { HealthContext } from '../../db/derive/contact-health.server';
import type { Platform } from '../../domain/activity';
import type { SourceCoverage } from '../../domain/health';
import { isFresh } from '../../domain/imports/fresh';
import { shortDay } from '../../lib/dates';
import type { PersonReading, Spoken } from './health.server';

export interface SourceSeen {
  platform: Platform;
  /** "Both sides, to 22 Nov" */
  words: string;
  /** A fresh export would show more. */
  old: boolean;
}

/** In the order of the accounts, what is logged by hand last and only beside others. */
export function sourcesOf(sql: Sql, read: PersonReading | null, { coverage }: HealthContext, { zone, now }: Spoken): SourceSeen[] {
  if (!read) return [];
  const ids = JSON.stringify(read.state.sources.map(({ source }) => Number(source)));
  const accounts = sql
    .prepare<[string], { id: number; platform: Platform }>(
      `SELECT id, platform FROM OwnAccount WHERE id IN (SELECT value FROM json_each(?)) ORDER BY platform = 'in_person', id`,
    )
    .all(ids);
  if (accounts.every(({ platform }) => platform === 'in_person')) return [];
  return accounts.map(({ id, platform }) => {
    const seen = coverage[String(id)];
    const end = seen?.end ?? null;
    if (platform === 'in_person') return { platform, words: 'What you log', old: false };
    if (end === -Infinity) return { platform, words: 'What stayed of an export', old: true };
    const until = end === null ? '' : `, to ${shortDay(end, zone, now)}`;
    return { platform, words: `${sides(seen)}${until}`, old: end !== null && !isFresh(end, now) };
  });
}

function sides(seen: SourceCoverage | undefined): string {
  if (!seen || (seen.seesIn && seen.seesOut)) return 'Both sides';
  return seen.seesIn ? 'Their side only' : 'Your side only';
}
