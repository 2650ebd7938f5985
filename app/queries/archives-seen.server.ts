/** Up to when the newest archive of each platform shows anything. */
import type { Sql } from '../db/connection.server';
import type { Platform } from '../domain/activity';
import { isFresh } from '../domain/imports/fresh';
import { DAY, shortDay } from '../lib/dates';
import { daysAndLonger } from '../lib/text';

export interface ArchiveSeen {
  platform: Platform;
  /** "22 Nov" */
  asOf: string;
  /** "9 days"; null below one. */
  age: string | null;
  /** Older than a week: a fresh one is offered. */
  old: boolean;
}

/** In the order of the platforms' names. Connected channels and what is logged by hand are always of now. */
export function archivesSeen(sql: Sql, { now, zone }: { now: number; zone: string }): ArchiveSeen[] {
  return sql
    .prepare<[], { platform: Platform; seenTo: number }>(
      `SELECT a.platform, max(v."to") AS seenTo FROM OwnAccount a JOIN Coverage v ON v.ownAccountId = a.id
       WHERE a.access = 'archive' AND v."to" IS NOT NULL GROUP BY a.platform ORDER BY a.platform`,
    )
    .all()
    .map(({ platform, seenTo }) => {
      const days = Math.floor((now - seenTo) / DAY);
      return { platform, asOf: shortDay(seenTo, zone, now), age: days < 1 ? null : daysAndLonger(days), old: !isFresh(seenTo, now) };
    });
}
