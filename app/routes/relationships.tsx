/** Relationships: everybody the user keeps, seen together. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { store } from '../db/connection.server';
import { packColumns, unpackColumns } from '../domain/relationships/packed-plot';
import { requireTeammate } from '../http/session.server';
import { relationships } from '../queries/relationships.server';
import { RelationshipsPage } from '../ui/relationships/relationships-page';

export const meta: MetaFunction = () => [{ title: 'Relationships · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const { plot, ...view } = relationships(store(), { zone: workspace.timeZone, now: Date.now() });
  const { total, closer, drifting } = plot;
  return { view, counts: { total, closer, drifting }, columns: packColumns(plot) };
}

export default function Relationships() {
  const { view, counts, columns } = useLoaderData<typeof loader>();
  const plot = useMemo(() => ({ ...counts, ...unpackColumns(columns) }), [counts, columns]);
  return <RelationshipsPage {...view} plot={plot} />;
}
