/** Takes in a file, which is the body of the request; `?name=` is what the user calls it. Files that belong together come one by one. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { startImport } from '../commands/start-import.server';
import { store } from '../db/connection.server';
import { bundleFolder, closeBundle, saveToBundle } from '../http/bundle.server';
import { requireTeammate } from '../http/session.server';
import { saveUpload, shownName, UploadProblem, uploadsFolder } from '../http/upload.server';
import { env } from '../lib/env.server';

/** Nothing to see at this address. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  return redirect('/import');
}

const askedSchema = z.object({
  name: z.string().default(''),
  /** Of files that belong together: the browser's id of them. */
  bundle: z.string().optional(),
  /** A file's number among them, from 0. Left away in the request that says all are there. */
  index: z.coerce.number().int().nonnegative().optional(),
  modified: z.coerce.number().int().nonnegative().optional(),
  keptBack: z.coerce.number().int().nonnegative().default(0),
});

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { teammate } = await requireTeammate(request);
  const asked = askedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return Response.json({ problem: 'This upload could not be understood. Load the page and drop the files again.' }, { status: 422 });
  try {
    const path = await takeIn(request, asked.data);
    if (path === null) return Response.json({ taken: true }, { status: 201 });
    const input = { fileName: shownName(asked.data.name), path, isOurs: true };
    return Response.json({ publicId: startImport(store(), { teammateId: teammate.id }, input, Date.now()) }, { status: 201 });
  } catch (error) {
    if (error instanceof UploadProblem) return Response.json({ problem: error.message }, { status: 422 });
    throw error;
  }
}

/** @returns the whole path of what is to be imported, or null where more files of a bundle are still to come */
async function takeIn(request: Request, { name, bundle, index, modified, keptBack }: z.infer<typeof askedSchema>): Promise<string | null> {
  const uploads = uploadsFolder(env().dataFolder);
  if (bundle === undefined) return saveUpload(request, uploads);
  const folder = bundleFolder(bundle, uploads);
  if (index === undefined) {
    closeBundle(folder, keptBack);
    return folder;
  }
  await saveToBundle(request, folder, { index, path: name, modifiedAt: modified ?? null });
  return null;
}
