import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { saveTheme } from '../commands/save-settings.server';
import { store } from '../db/connection.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const schema = z.object({ theme: z.enum(['system', 'light', 'dark']) });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  return redirect('/settings');
}

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  if (form.ok) saveTheme(store(), { actor: { teammateId: teammate.id }, now: Date.now() }, form.value.theme);
  // Before scripts have loaded the shell's button is a plain form, and this is the page it leads to.
  const wantsPage = request.headers.get('sec-fetch-dest') === 'document';
  return wantsPage ? redirect(new URL(request.headers.get('referer') ?? '/settings', request.url).pathname) : { saved: form.ok };
}
