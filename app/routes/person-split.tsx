/** Two people after all: takes a profile off a person, or brings back whoever was merged into them. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { splitContact } from '../commands/split-contact.server';
import { store } from '../db/connection.server';
import { change } from '../http/change.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const schema = z.object({ identity: z.string().min(1).max(40) });

export async function action({ request, params }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return change(form, ({ identity }) => splitContact(store(), { teammateId: teammate.id }, { contact: params['id'] ?? '', identity }, Date.now()));
}
