/** Everything dated of one person, read once: pulse, health, counts and reply times all come from it. */
import type { Sql } from '../../db/connection.server';
import type { HealthEvent, LoggedEvent } from '../../domain/health';
import type { PulseEvent } from '../../domain/pulse';

/** Weight of words in ContactEvent, in hundredths: a message, not a click and not a meeting. */
export const WORDS = 100;
export const ENCOUNTER = 150;

export interface PersonLog {
  /** What counts towards health, oldest first. */
  health: LoggedEvent[];
  /** Of that, what was written: answers are measured between these. */
  words: HealthEvent[];
  /** What the pulse draws: also what does not count towards health. */
  pulse: PulseEvent[];
}

/** Nothing was read. */
export const NO_LOG: PersonLog = { health: [], words: [], pulse: [] };

interface EventRow {
  id: number;
  at: number;
  direction: 1 | 2;
  weight: number;
  countsForHealth: 0 | 1;
  ownAccountId: number;
}

export function personLog(sql: Sql, contactId: number): PersonLog {
  const rows = sql
    .prepare<[number], EventRow>(
      `SELECT interactionId AS id, occurredAt AS at, direction, weight, countsForHealth, ownAccountId FROM ContactEvent
       WHERE contactId = ? AND direction < 3 ORDER BY occurredAt, interactionId`,
    )
    .all(contactId);
  const log: PersonLog = { health: [], words: [], pulse: [] };
  for (const row of rows) {
    const { id, at } = row;
    const direction = row.direction === 1 ? 'in' : 'out';
    log.pulse.push({ at, direction, weight: row.weight / 100 });
    if (row.countsForHealth === 0) continue;
    const event: LoggedEvent = { id, at, direction, source: String(row.ownAccountId), words: row.weight === WORDS };
    log.health.push(event);
    if (event.words) log.words.push(event);
  }
  return log;
}

export interface Encounter {
  at: number;
  kind: 'meeting' | 'call' | 'purchase' | 'gift';
  direction: 'in' | 'out';
  text: string | null;
}

/** The newest meetings, calls, purchases and gifts since an instant, newest first. */
export function encountersSince(sql: Sql, contactId: number, since: number, limit: number): Encounter[] {
  return sql
    .prepare<[number, number, number, number], Encounter>(
      `SELECT e.occurredAt AS at, i.kind, i.direction, substr(b.text, 1, 80) AS text
       FROM ContactEvent e JOIN Interaction i ON i.id = e.interactionId LEFT JOIN InteractionBody b ON b.interactionId = i.id
       WHERE e.contactId = ? AND e.occurredAt >= ? AND e.weight = ? AND e.direction < 3
       ORDER BY e.occurredAt DESC, e.interactionId DESC LIMIT ?`,
    )
    .all(contactId, since, ENCOUNTER, limit);
}
