/** Who is drawing closer, in one line for Today: the other half of who has gone quiet. */
import type { Sql } from '../db/connection.server';
import { closerWords } from '../domain/relationships/headline';
import { packMove } from '../domain/relationships/move';
import { questionSearch } from '../domain/relationships/question';
import { countMoves, peopleOf } from './relationships/moves.server';

export interface DrawingCloser {
  /** "Leila is drawing closer", "Six people are drawing closer" */
  words: string;
  /** Address of the only one's page, or of the list of several. */
  to: string;
}

/**
 * Whoever rose by LEAST_CHANGE at least in thirty days, at once: unlike a fall, a rise need not hold to be said. Counted by
 * moves, of which there are a few dozen, however many people there are.
 * @returns null where nobody is
 */
export function drawingCloser(sql: Sql): DrawingCloser | null {
  const closer = countMoves(sql).filter(({ trend }) => trend === 'closer');
  const count = peopleOf(closer);
  const [first] = closer.filter(({ people }) => people > 0);
  if (!first) return null;
  const only = count === 1 ? whoMoved(sql, packMove(first)) : null;
  return {
    words: closerWords(count, only?.name ?? null),
    to: only ? `/people/${only.contact}` : `/relationships/people${questionSearch({ about: 'closer' })}`,
  };
}

function whoMoved(sql: Sql, move: number): { contact: string; name: string } | null {
  return (
    sql
      .prepare<[number], { contact: string; name: string }>(
        `SELECT c.publicId AS contact, c.name FROM ContactPast p CROSS JOIN Contact c ON c.id = p.contactId AND c.deletedAt IS NULL AND c.mergedIntoId IS NULL
         WHERE p.move = ? LIMIT 1`,
      )
      .get(move) ?? null
  );
}
