/** A further page of a person's timeline. */
import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { olderTimeline } from '../queries/person.server';
import { becauseTopic } from '../queries/person/because.server';
import { timelineShow } from '../queries/person/timeline.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const { searchParams } = new URL(request.url);
  const page = olderTimeline(store(), {
    publicId: params['id'] ?? '',
    show: timelineShow.parse(searchParams.get('show')),
    because: becauseTopic.parse(searchParams.get('because')),
    before: searchParams.get('before'),
    zone: workspace.timeZone,
    now: Date.now(),
  });
  if (!page) throw data(null, { status: 404 });
  return page;
}
