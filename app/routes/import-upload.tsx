/** Takes in one file: the body is the file, `?name=` is what the user calls it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { startImport } from '../commands/start-import.server';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { saveUpload, shownName, UploadProblem, uploadsFolder } from '../http/upload.server';
import { env } from '../lib/env.server';

/** Nothing to see at this address. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  return redirect('/import');
}

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { teammate } = await requireTeammate(request);
  const fileName = shownName(new URL(request.url).searchParams.get('name') ?? '');
  try {
    const path = await saveUpload(request, uploadsFolder(env().dataFolder));
    const publicId = startImport(store(), { teammateId: teammate.id }, { fileName, path, isOurs: true }, Date.now());
    return Response.json({ publicId }, { status: 201 });
  } catch (error) {
    if (error instanceof UploadProblem) return Response.json({ problem: error.message }, { status: 422 });
    throw error;
  }
}
