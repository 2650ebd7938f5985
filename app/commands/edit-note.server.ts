/** Changes the words of a note. */
import type { Sql } from '../db/connection.server';
import { requireNote } from '../db/notes.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';

/** @param input the note's public id. @throws GoneError */
export function editNote(sql: Sql, actor: Actor, input: { note: string; text: string }, now: number): Done<null> {
  const note = requireNote(sql, input.note);
  const sentence = `Note about ${firstName(note.name)} changed`;
  return transact(sql, { actor, verb: 'edit-note', sentence, subject: note.contact, now }, (work) => {
    work.update('Note', { id: note.id }, { text: input.text.trim() });
    return null;
  });
}
