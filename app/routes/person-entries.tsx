/** Logs what was said or done, writes notes, and corrects or deletes both. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { addNote } from '../commands/add-note.server';
import { deleteInteraction } from '../commands/delete-interaction.server';
import { deleteNote } from '../commands/delete-note.server';
import { editInteraction } from '../commands/edit-interaction.server';
import { editNote } from '../commands/edit-note.server';
import { logInteraction } from '../commands/log-interaction.server';
import { store } from '../db/connection.server';
import { deedOf, LOGGED, needsWords } from '../domain/contacts/logged';
import { change } from '../http/change.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';
import { typedDate, typedMoment, typedTime } from '../lib/wall-time';

const LONGEST = 20_000;
const text = z.string().max(LONGEST, 'That is more than an entry can hold.').nullish().transform((words) => words?.trim() || null);
const noteText = z
  .string({ error: 'A note needs words.' })
  .trim()
  .min(1, 'A note needs words.')
  .max(LONGEST, 'That is more than a note can hold.');
const id = z.string().max(40);
const moment = {
  date: typedDate.refine((date) => date >= '1900-01-01', 'That day is too long ago.'),
  time: typedTime.nullish().transform((time) => time ?? ''),
};

const schema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('log'), as: z.enum(LOGGED), text, ...moment, conversation: id.nullish(), key: z.string().max(64).optional() }),
  // What the form showed first comes back too: what is still the same stays exactly as it is.
  z.object({
    do: z.literal('edit'), entry: id, text, ...moment, as: z.enum(LOGGED).optional(), wasAs: z.enum(LOGGED).optional(),
    wasDate: z.string().optional(), wasTime: z.string().optional(),
  }),
  z.object({ do: z.literal('delete'), entry: id }),
  z.object({ do: z.literal('note'), text: noteText, key: z.string().max(64).optional() }),
  z.object({ do: z.literal('edit-note'), entry: id, text: noteText }),
  z.object({ do: z.literal('delete-note'), entry: id }),
]).refine((input) => input.do !== 'log' || input.text !== null || !needsWords(input.as), 'Write what was said.');
type Entry = z.infer<typeof schema>;

interface Asker {
  contact: string;
  actor: { teammateId: number };
  zone: string;
  now: number;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { teammate, workspace } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  const asker = { contact: params['id'] ?? '', actor: { teammateId: teammate.id }, zone: workspace.timeZone, now: Date.now() };
  return change(form, (input) => perform(input, asker));
}

function perform(input: Entry, { contact, actor, zone, now }: Asker) {
  switch (input.do) {
    case 'log': {
      const { at, precision } = typedMoment(input.date, input.time, zone, now);
      const place = input.conversation && needsWords(input.as) ? { conversation: input.conversation } : { contact };
      const idempotencyKey = input.key ? `log:${actor.teammateId}:${input.key}` : undefined;
      return logInteraction(
        store(), actor,
        { place, ...deedOf(input.as), text: input.text, occurredAt: at, precision, ...(idempotencyKey ? { idempotencyKey } : {}) },
        now,
      );
    }
    case 'edit': {
      const { at: occurredAt, precision } = typedMoment(input.date, input.time, zone, now);
      const sameTime = input.date === input.wasDate && input.time === (input.wasTime ?? '');
      const deed = input.as && input.as !== input.wasAs ? deedOf(input.as) : null;
      const when = sameTime ? null : { occurredAt, precision };
      return editInteraction(store(), actor, { interaction: input.entry, deed, text: input.text, when }, now);
    }
    case 'delete':
      return deleteInteraction(store(), actor, { interaction: input.entry }, now);
    case 'note': {
      const idempotencyKey = input.key ? `note:${actor.teammateId}:${input.key}` : undefined;
      return addNote(store(), actor, { contact, text: input.text, ...(idempotencyKey ? { idempotencyKey } : {}) }, now);
    }
    case 'edit-note':
      return editNote(store(), actor, { note: input.entry, text: input.text }, now);
    case 'delete-note':
      return deleteNote(store(), actor, { note: input.entry }, now);
  }
}
