/** People: everybody the user keeps, and finding anyone. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { peopleList, peopleSort, type PeopleSort } from '../queries/people-list.server';
import { peopleSearch } from '../queries/people-search.server';
import { samePersonCount } from '../queries/same-person.server';
import { PeoplePage } from '../ui/people/people-page';

/** As much of what was typed as goes back to the screen. */
const SHOWN_LENGTH = 80;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.typed ? `${data.typed} · People · Kith` : 'People · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const { searchParams } = new URL(request.url);
  const context = { zone: workspace.timeZone, now: Date.now() };
  const sort = peopleSort.parse(searchParams.get('sort'));
  const typed = searchParams.get('q')?.trim() ?? '';
  if (typed !== '') {
    const { people, audience, more } = peopleSearch(store(), typed, context);
    return { typed: [...typed].slice(0, SHOWN_LENGTH).join(''), people, audience, more, sort, next: null, first: null, same: 0 };
  }
  const after = searchParams.get('after');
  const { rows, next } = peopleList(store(), { ...context, sort, after });
  return {
    typed: null, people: rows, audience: [], more: false, sort, same: samePersonCount(store()),
    next: next === null ? null : address(sort, next),
    first: after === null ? null : address(sort, null),
  };
}

function address(sort: PeopleSort, after: string | null): string {
  const asked = new URLSearchParams({ ...(sort === 'last' ? {} : { sort }), ...(after === null ? {} : { after }) });
  return asked.size === 0 ? '/people' : `/people?${asked}`;
}

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
