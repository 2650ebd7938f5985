/** Who is waiting, and the conversation beside them. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { store } from '../db/connection.server';
import { requireTeammate } from '../http/session.server';
import { conversationPane } from '../queries/conversation.server';
import { today } from '../queries/today.server';
import { TodayPage } from '../ui/today/today-page';

export const meta: MetaFunction = () => [{ title: 'Today · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { teammate, workspace } = await requireTeammate(request);
  const { timeZone: zone, horizonDays, minutesADay } = workspace;
  const context = { now: Date.now(), zone, teammateId: teammate.id };
  const day = today(store(), { ...context, horizonDays, minutesADay });
  const open = new URL(request.url).searchParams.get('open') ?? day.groups[0]?.rows[0]?.conversation ?? null;
  return { day, first: open === null ? null : conversationPane(store(), open, context) };
}

/** Opening a conversation changes the address only; its pane is read by itself. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const onlyOpened = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return formMethod === undefined && onlyOpened ? false : defaultShouldRevalidate;
}

export default function Today() {
  const { day, first } = useLoaderData<typeof loader>();
  return <TodayPage day={day} first={first} />;
}
