/** Notes, for commands. */
import type { Sql } from './connection.server';
import { GoneError } from './transact.server';

export interface NoteRow {
  id: number;
  text: string;
  /** Public id and name of whom it is about. */
  contact: string;
  name: string;
}

/** @throws GoneError where it was deleted, or whom it is about is gone */
export function requireNote(sql: Sql, publicId: string): NoteRow {
  const row = sql
    .prepare<[string], NoteRow>(
      `SELECT n.id, n.text, c.publicId AS contact, c.name FROM Note n JOIN Contact c ON c.id = n.contactId
       WHERE n.publicId = ? AND n.deletedAt IS NULL AND c.deletedAt IS NULL`,
    )
    .get(publicId);
  if (!row) throw new GoneError('That note is no longer there.');
  return row;
}
