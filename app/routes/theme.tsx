import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { saveTheme } from '../commands/save-settings.server';
import { store } from '../db/connection.server';
import { parseForm, wantsPage } from '../http/form.server';
import { requireTeammate } from '../http/session.server';
import { safeReturnPath } from '../lib/return-path';

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
  return wantsPage(request) ? redirect(pageBefore(request)) : { saved: form.ok };
}

function pageBefore(request: Request): string {
  const referer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/settings';
  const { host, pathname, search } = new URL(referer);
  return host === new URL(request.url).host ? safeReturnPath(pathname + search) : '/settings';
}
