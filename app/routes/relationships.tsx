/** Relationships: everybody the user keeps, seen together. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { relationships } from '../queries/relationships.server';
import { RelationshipsPage } from '../ui/relationships/relationships-page';

export const meta: MetaFunction = () => [{ title: 'Relationships · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  return relationships(store(), { zone: workspace.timeZone, now: Date.now() });
}

export default function Relationships() {
  return <RelationshipsPage {...useLoaderData<typeof loader>()} />;
}
