/** Rebuilds everybody's health after the calendar (time zone) or the model has changed, without holding up a page. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql } from '../db/connection.server';
import { healthContext, refreshHealth } from '../db/derive/contact-health.server';

/** Contacts per turn of the event loop. */
const CHUNK = 50;

export async function refoldHealth(sql: Sql): Promise<void> {
  const next = sql.prepare<[number, number], { id: number }>('SELECT id FROM Contact WHERE id > ? ORDER BY id LIMIT ?');
  let after = 0;
  for (;;) {
    const rows = next.all(after, CHUNK);
    const last = rows.at(-1);
    if (!last) return;
    const context = healthContext(sql);
    const now = Date.now();
    sql
      .transaction(() => {
        for (const { id } of rows) refreshHealth(sql, id, context, now);
      })
      .immediate();
    after = last.id;
    await nextTurn();
  }
}
