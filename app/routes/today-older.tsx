/** What stands aside of Today: waits beyond the horizon, and pitches of strangers. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { closeOlderThreads } from '../commands/close-older-threads.server';
import { store } from '../db/connection.server';
import { answerChange } from '../http/answer.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';
import { olderThreads } from '../queries/older-threads.server';
import { OlderThreadsPage } from '../ui/today/older-threads-page';

const schema = z.object({ do: z.literal('close-all') });

export const meta: MetaFunction = () => [{ title: 'Older threads · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const { horizonDays } = workspace;
  return { horizonDays, ...olderThreads(store(), { now: Date.now(), horizonDays }) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { teammate, workspace } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return answerChange(form, () => closeOlderThreads(store(), { teammateId: teammate.id }, { horizonDays: workspace.horizonDays }, Date.now()));
}

export default function OlderThreads() {
  const { horizonDays, older, pitches } = useLoaderData<typeof loader>();
  return <OlderThreadsPage horizonDays={horizonDays} older={older} pitches={pitches} />;
}
