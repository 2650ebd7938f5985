/** Writes a note about somebody. */
import { requireContact } from '../db/contacts.server';
import { spendDraft } from '../db/drafts.server';
import { requireConversation } from '../db/conversations.server';
import type { Sql } from '../db/connection.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';
import { newPublicId } from '../lib/ids.server';

export interface AddNoteInput {
  /** The contact's public id. */
  contact: string;
  text: string;
  /** The conversation whose draft became this note: undo makes it a draft again. */
  draftIn?: string;
  idempotencyKey?: string;
}

/** @returns the note's public id; null where the key had been seen. @throws GoneError */
export function addNote(sql: Sql, actor: Actor, input: AddNoteInput, now: number): Done<string | null> {
  const contact = requireContact(sql, input.contact);
  const draftIn = input.draftIn === undefined ? null : requireConversation(sql, input.draftIn).id;
  return transact(
    sql,
    {
      actor,
      verb: 'add-note',
      sentence: `Note about ${firstName(contact.name)} kept`,
      subject: contact.publicId,
      now,
      ...(input.idempotencyKey ? { idempotencyKey: input.idempotencyKey } : {}),
    },
    (work) => {
      if (draftIn !== null && actor.teammateId !== null) {
        spendDraft(work, { teammateId: actor.teammateId, conversationId: draftIn }, { mode: 'note', text: input.text });
        work.touchConversation(draftIn);
      }
      const publicId = newPublicId();
      work.insert('Note', {
        publicId, contactId: contact.id, text: input.text.trim(), writtenAt: now, writtenById: actor.teammateId,
      });
      return publicId;
    },
  );
}
