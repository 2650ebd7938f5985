/** What came last between the user and each of several people, words and meetings told apart. */
import type { Sql } from '../../db/connection.server';
import type { EncounterKind, LastTouches } from '../../domain/health';
import { ENCOUNTER, WORDS } from './log.server';

interface TouchRow {
  id: number;
  wordIn: number | null;
  wordOut: number | null;
  at: number | null;
  kind: EncounterKind | null;
  direction: 'in' | 'out' | null;
}

const lastOf = (column: string, which: string) =>
  `(SELECT e.${column} FROM ContactEvent e WHERE e.contactId = j.value AND e.countsForHealth = 1 AND ${which}
    ORDER BY e.occurredAt DESC, e.interactionId DESC LIMIT 1)`;

const LAST_TOUCHES = `SELECT t.id, t.wordIn, t.wordOut, i.occurredAt AS at, i.kind, i.direction
  FROM (SELECT j.value AS id, ${lastOf('occurredAt', `e.direction = 1 AND e.weight = ${WORDS}`)} AS wordIn,
               ${lastOf('occurredAt', `e.direction = 2 AND e.weight = ${WORDS}`)} AS wordOut,
               ${lastOf('interactionId', `e.direction < 3 AND e.weight = ${ENCOUNTER}`)} AS encounter
        FROM json_each(?) j) t
  LEFT JOIN Interaction i ON i.id = t.encounter`;

export const NO_TOUCHES: LastTouches = { wordIn: null, wordOut: null, encounter: null };

/** By contact id, in one statement. */
export function lastTouches(sql: Sql, contactIds: readonly number[]): Map<number, LastTouches> {
  const rows = sql.prepare<[string], TouchRow>(LAST_TOUCHES).all(JSON.stringify(contactIds));
  return new Map(
    rows.map(({ id, wordIn, wordOut, at, kind, direction }) => {
      const encounter = at === null || kind === null || direction === null ? null : { at, kind, direction };
      return [id, { wordIn, wordOut, encounter }];
    }),
  );
}
