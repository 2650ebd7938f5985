/** What of one import did not go in, a page of rejected rows at a time. */
import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { importDetails } from '../queries/import-details.server';

const afterSchema = z.coerce.number().int().nonnegative().catch(0);

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireTeammate(request);
  const after = afterSchema.parse(new URL(request.url).searchParams.get('after'));
  const details = importDetails(store(), params['id'] ?? '', after);
  if (!details) throw data(null, { status: 404 });
  return details;
}
