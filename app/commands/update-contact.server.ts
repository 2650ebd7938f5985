/** Changes what the user says about somebody: name, headline, stage, how they met. */
import { requireContact, type KeptContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import type { Tables } from '../db/rows.server';
import { transact, type Actor, type Done } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';
import { STAGE_WORDS, type Stage } from '../domain/contacts/stages';

/** One thing at a time: each has its own place on the page and its own undo. */
export type ContactChange =
  | { field: 'name'; value: string }
  | { field: 'headline'; value: string | null }
  | { field: 'howMet'; value: string | null }
  | { field: 'stage'; value: Stage };

/**
 * What the user typed is theirs: imports never overwrite it.
 * @throws GoneError
 */
export function updateContact(
  sql: Sql,
  actor: Actor,
  input: { contact: string; change: ContactChange },
  now: number,
): Done<null> {
  const contact = requireContact(sql, input.contact);
  const { change } = input;
  // The page reads "since when" of a stage from this verb.
  const verb = change.field === 'stage' ? 'set-stage' : 'update-contact';
  return transact(sql, { actor, verb, sentence: sentenceFor(contact, change), subject: contact.publicId, now }, (work) => {
    work.update('Contact', { id: contact.id }, columnsOf(change));
    // A stage may say how often to be in touch.
    if (change.field === 'stage') work.touchContact(contact.id);
    return null;
  });
}

function columnsOf(change: ContactChange): Partial<Tables['Contact']> {
  switch (change.field) {
    case 'name':
      return { name: change.value.trim(), nameBasis: 'user' };
    case 'headline':
      return { headline: change.value?.trim() || null, headlineBasis: 'user' };
    case 'howMet':
      return { howMet: change.value?.trim() || null };
    case 'stage':
      return { stage: change.value };
  }
}

function sentenceFor(contact: KeptContact, change: ContactChange): string {
  const name = firstName(contact.name);
  switch (change.field) {
    case 'name':
      return `${name} is now called ${change.value.trim()}`;
    case 'headline':
      return `What ${name} does is saved`;
    case 'howMet':
      return `How you met ${name} is saved`;
    case 'stage':
      return `${name}: ${STAGE_WORDS[change.value]}`;
  }
}
