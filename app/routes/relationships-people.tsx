/** The people behind a mark of Relationships. */
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { store } from '../db/connection.server';
import { questionSearch, relationshipsQuestion, type RelationshipsQuestion } from '../domain/relationships/question';
import { requireTeammate } from '../http/session.server';
import { relationshipsPeople } from '../queries/relationships-people.server';
import { PeopleBehindPage } from '../ui/relationships/people-behind-page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · Kith` : 'Relationships · Kith' }];

/** An address that asks nothing leads to the page whose marks do. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const { searchParams } = new URL(request.url);
  const { data: question } = relationshipsQuestion.safeParse(Object.fromEntries(searchParams));
  if (!question) throw redirect('/relationships');
  const after = searchParams.get('after');
  const { title, count, rows, next } = relationshipsPeople(store(), { question, after, zone: workspace.timeZone, now: Date.now() });
  return {
    title, count, people: rows,
    next: next === null ? null : address(question, next),
    first: after === null ? null : address(question, null),
  };
}

function address(question: RelationshipsQuestion, after: string | null): string {
  const asked = new URLSearchParams(questionSearch(question));
  if (after !== null) asked.set('after', after);
  return `/relationships/people?${asked}`;
}

export default function RelationshipsPeople() {
  return <PeopleBehindPage {...useLoaderData<typeof loader>()} />;
}
