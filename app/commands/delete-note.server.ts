/** Deletes a note. The row stays hidden, so that undo brings it back whole. */
import type { Sql } from '../db/connection.server';
import { requireNote } from '../db/notes.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/** @param input the note's public id. @throws GoneError */
export function deleteNote(sql: Sql, actor: Actor, input: { note: string }, now: number): Done<null> {
  const note = requireNote(sql, input.note);
  const sentence = `Note about ${firstName(note.name)} deleted`;
  return transact(sql, { actor, verb: 'delete-note', sentence, subject: note.contact, now }, (work) => {
    work.update('Note', { id: note.id }, { deletedAt: now });
    return null;
  });
}
