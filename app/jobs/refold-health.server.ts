/** Rebuilds everybody's health after the calendar (time zone) or the model has changed, in short transactions. */
import type { Sql } from '../db/connection.server';
import { refreshPeople } from '../db/derive/refresh-accounts.server';

export function refoldHealth({ sql, now, pause }: { sql: Sql; now: () => number; pause: () => void }): void {
  const contacts = sql.prepare<[], number>('SELECT id FROM Contact ORDER BY id').pluck().all();
  refreshPeople(sql, new Set(contacts), now(), pause);
}
