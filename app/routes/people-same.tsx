/** Perhaps the same person: what Kith asks, the surest first. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { samePerson } from '../queries/same-person.server';
import { SamePersonPage } from '../ui/identity/same-person-page';

/** As many as anybody answers in one sitting; the next come as these are answered. */
const SHOWN = 50;

export const meta: MetaFunction = () => [{ title: 'Perhaps the same person · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  return samePerson(store(), SHOWN);
}

export default function PeopleSame() {
  return <SamePersonPage {...useLoaderData<typeof loader>()} />;
}
