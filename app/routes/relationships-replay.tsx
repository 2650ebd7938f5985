/** Whom Kith would have named at the start of each of the last three months, and who then wrote. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { replayInFull } from '../queries/replay.server';
import { ReplayPage } from '../ui/relationships/replay-page';

export const meta: MetaFunction = () => [{ title: 'Would Kith have known? · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  return { replay: replayInFull(store(), { zone: workspace.timeZone, now: Date.now() }) };
}

export default function RelationshipsReplay() {
  return <ReplayPage {...useLoaderData<typeof loader>()} />;
}
