/** Makes a person of somebody from the audience. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { welcomeIdentity } from '../commands/welcome-identity.server';
import { store } from '../db/connection.server';
import { change } from '../http/change.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const schema = z.object({ identity: z.string().max(40) });

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return change(form, (input) => welcomeIdentity(store(), { teammateId: teammate.id }, input, Date.now()));
}
