/**
 * What the user logged by hand and what an archive brings later are often the same message. The archive's row is then
 * not added a second time: the logged one takes its id, its exact time and, where it had none, its words.
 */
import type { InteractionRecord } from '../../domain/activity';
import { normalisedWords } from '../../domain/contacts/same-words';
import { DAY } from '../../lib/dates';
import type { Sql } from '../connection.server';
import type { Provenance } from './provenance.server';

/** People log late, and archives carry the platform's clock: the same words this far apart are the same message. */
const SAME_WORDS_WITHIN = 7 * DAY;
/** "Answered elsewhere" stands for an answer of the days before it was pressed. */
const ANSWERED_WITHIN = 14 * DAY;

interface LoggedRow {
  id: number;
  conversationId: number;
  direction: string;
  kind: string;
  occurredAt: number;
  externalId: string;
  idBasis: string;
  precision: string;
  zone: string;
  version: number;
  text: string | null;
}

/** Reads once what was logged on an account, and gives each row away at most once. */
export class Adoption {
  private readonly logged = new Map<number, LoggedRow[]>();

  constructor(
    private readonly sql: Sql,
    ownAccountId: number,
    private readonly provenance: Provenance,
  ) {
    const rows = sql
      .prepare<[number], LoggedRow>(
        `SELECT i.id, i.conversationId, i.direction, i.kind, i.occurredAt, i.externalId, i.idBasis, i.precision, i.zone, i.version, b.text
         FROM Interaction i LEFT JOIN InteractionBody b ON b.interactionId = i.id
         WHERE i.ownAccountId = ? AND i.origin <> 'imported' AND i.externalId LIKE 'kith:%'
           AND i.deletedAt IS NULL AND i.conversationId IS NOT NULL AND i.occurredAt IS NOT NULL`,
      )
      .all(ownAccountId);
    for (const row of rows) {
      const known = this.logged.get(row.conversationId);
      if (known) known.push(row);
      else this.logged.set(row.conversationId, [row]);
    }
  }

  /**
   * Gives a logged row to the archive's message.
   * @returns the row's id, or null where nothing logged is this message
   */
  adopt(record: InteractionRecord, conversationId: number): number | null {
    const candidates = this.logged.get(conversationId);
    const at = record.occurredAt?.at;
    if (!candidates || at === undefined) return null;
    const words = normalisedWords(record.text ?? '');
    const index = candidates.findIndex((row) => isSame(row, record, at, words));
    const row = candidates[index];
    if (!row) return null;
    candidates.splice(index, 1);
    this.provenance.refreshed('interaction', row.id, {
      externalId: row.externalId, idBasis: row.idBasis, occurredAt: row.occurredAt, precision: row.precision,
      zone: row.zone, text: row.text, version: row.version, leftAtVersion: row.version + 1,
    });
    this.sql
      .prepare('UPDATE Interaction SET externalId = ?, idBasis = ?, occurredAt = ?, precision = ?, zone = ?, version = version + 1 WHERE id = ?')
      .run(record.externalId, record.idBasis, at, record.occurredAt?.precision ?? 'unknown', record.occurredAt?.zone ?? 'unknown', row.id);
    if (row.text === null && record.text) {
      this.sql
        .prepare('INSERT INTO InteractionBody (interactionId, subject, text, format) VALUES (?, ?, ?, ?)')
        .run(row.id, record.subject ?? null, record.text, record.textFormat ?? 'plain');
    }
    return row.id;
  }
}

function isSame(row: LoggedRow, record: InteractionRecord, at: number, words: string): boolean {
  if (row.direction !== record.direction || row.kind !== record.kind) return false;
  const apart = row.occurredAt - at;
  if (row.text === null) return apart >= 0 && apart <= ANSWERED_WITHIN;
  return Math.abs(apart) <= SAME_WORDS_WITHIN && normalisedWords(row.text) === words;
}
