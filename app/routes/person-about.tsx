/** Changes what the user says about somebody: name, headline, stage, how they met, tags; or takes them away. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { removeContact } from '../commands/remove-contact.server';
import { tagContact } from '../commands/tag-contact.server';
import { untagContact } from '../commands/untag-contact.server';
import { updateContact, type ContactChange } from '../commands/update-contact.server';
import { store } from '../db/connection.server';
import { STAGES } from '../domain/contacts/stages';
import { change } from '../http/change.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const long = 'That is too long; at most 2,000 characters.';
const optional = (most: number, problem: string) => z.string().max(most, problem).nullish().transform((text) => text ?? null);

const schema = z.discriminatedUnion('field', [
  z.object({
    field: z.literal('name'),
    value: z.string({ error: 'Somebody needs a name.' }).trim().min(1, 'Somebody needs a name.').max(200, 'That is too long; at most 200 characters.'),
  }),
  z.object({ field: z.literal('headline'), value: optional(300, 'That is too long; at most 300 characters.') }),
  z.object({ field: z.literal('howMet'), value: optional(2_000, long) }),
  z.object({ field: z.literal('stage'), value: z.enum(STAGES) }),
  z.object({
    field: z.literal('tag'),
    value: z.string({ error: 'A tag needs a word.' }).trim().min(1, 'A tag needs a word.').max(60, 'At most 60 characters.'),
  }),
  z.object({ field: z.literal('untag'), value: z.string().max(40) }),
  z.object({ field: z.literal('remove') }),
]);
type Change = z.infer<typeof schema>;

export async function action({ request, params }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return change(form, (input) => perform(params['id'] ?? '', input, { teammateId: teammate.id }, Date.now()));
}

function perform(contact: string, input: Change, actor: { teammateId: number }, now: number) {
  switch (input.field) {
    case 'tag':
      return tagContact(store(), actor, { contact, name: input.value }, now);
    case 'untag':
      return untagContact(store(), actor, { contact, tag: input.value }, now);
    case 'remove':
      return removeContact(store(), actor, { contact }, now);
    default:
      return updateContact(store(), actor, { contact, change: input satisfies ContactChange }, now);
  }
}
