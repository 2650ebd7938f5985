/** Rebuilds everybody's health after the calendar (time zone) or the model has changed, in short transactions. */
import { inChunks } from '../db/bulk/in-chunks';
import type { Sql } from '../db/connection.server';
import { healthContext, refreshHealth } from '../db/derive/contact-health.server';
import { fitWorkspace } from '../db/derive/workspace-fit.server';

/** Contacts per transaction. */
const CHUNK = 50;

/** The fit first: it is part of every reading, and it marks the calendar and the model that everything is folded by. */
export function refoldHealth({ sql, now, pause }: { sql: Sql; now: () => number; pause: () => void }): void {
  fitWorkspace(sql, now());
  const contacts = sql.prepare<[], { id: number }>('SELECT id FROM Contact ORDER BY id').all();
  const context = healthContext(sql);
  inChunks(sql, contacts, CHUNK, pause, ({ id }) => refreshHealth(sql, id, context, now()));
}
