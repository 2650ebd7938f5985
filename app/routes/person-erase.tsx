/** Erases somebody for good. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { eraseContact } from '../commands/erase-contact.server';
import { store } from '../db/connection.server';
import { change } from '../http/change.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const schema = z.object({ typed: z.string({ error: 'Type their name first.' }).max(200, 'That is not their name.') });

export async function action({ request, params }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return change(form, ({ typed }) => eraseContact(store(), { teammateId: teammate.id }, { contact: params['id'] ?? '', typed }, Date.now()));
}
