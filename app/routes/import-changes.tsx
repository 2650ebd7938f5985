/** Who came, went or changed their name between two exports. */
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { importChanges } from '../queries/import-changes.server';
import { ChangesPage } from '../ui/import/changes-page';

export const meta: MetaFunction = () => [{ title: 'Who came and who went · Kith' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const changes = importChanges(store(), params['id'] ?? '', workspace.timeZone);
  if (!changes) throw data(null, { status: 404 });
  return changes;
}

export default function ImportChanges() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
