/** The page of one person. */
import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { wallDate } from '../lib/wall-time';
import { person, tagsInUse } from '../queries/person.server';
import { becauseTopic } from '../queries/person/because.server';
import { timelineShow } from '../queries/person/timeline.server';
import { PersonPage } from '../ui/person/person-page';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown ? `${shown.person.name} · Kith` : 'Kith' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const { searchParams } = new URL(request.url);
  const show = timelineShow.parse(searchParams.get('show'));
  const because = becauseTopic.parse(searchParams.get('because'));
  const zone = workspace.timeZone;
  const now = Date.now();
  const answer = person(store(), { publicId: params['id'] ?? '', show, because, zone, now });
  if (!answer) throw data(null, { status: 404 });
  if (answer.is === 'merged') throw redirect(`/people/${answer.into}`);
  return { person: answer.person, show, knownTags: tagsInUse(store()), today: wallDate(now, zone) };
}

/** Whoever was removed has no page any more; the page leads to the list. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, formData, actionStatus, defaultShouldRevalidate }) => {
  const isRemoval = formAction?.endsWith('/erase') || (formAction?.endsWith('/about') && formData?.get('field') === 'remove');
  const removed = isRemoval && actionStatus === 200;
  return removed ? false : defaultShouldRevalidate;
};

export default function PersonRoute() {
  const loaded = useLoaderData<typeof loader>();
  // A new person is a new page: open dialogs and half-typed fields belong to the one before.
  return <PersonPage key={loaded.person.publicId} {...loaded} />;
}
