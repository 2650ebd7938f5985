/** How far one import has come; the page asks again and again while something goes on. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { importRun } from '../queries/import-run.server';

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireTeammate(request);
  const view = importRun(store(), params['id'] ?? '', { ...workspace, now: Date.now() });
  return Response.json(view, { status: view ? 200 : 404, headers: { 'Cache-Control': 'private, no-store' } });
}
