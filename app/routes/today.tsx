/** Who is waiting, and the conversation beside them. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { z } from 'zod';
import { store } from '../db/connection.server';
import { healthContext } from '../db/derive/contact-health.server';
import { requireTeammate } from '../http/session.server';
import { conversationPane } from '../queries/conversation.server';
import { drawingCloser } from '../queries/drawing-closer.server';
import { today } from '../queries/today.server';
import { TodayPage } from '../ui/today/today-page';
import { ROOM } from '../ui/today/use-opened';

export const meta: MetaFunction = () => [{ title: 'Today · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { teammate, workspace } = await requireTeammate(request);
  const { timeZone: zone, horizonDays, minutesADay } = workspace;
  const context = { now: Date.now(), zone, teammateId: teammate.id, health: healthContext(store()) };
  const { searchParams } = new URL(request.url);
  const day = today(store(), { ...context, horizonDays, minutesADay, room: roomSchema.parse(searchParams.get(ROOM)) });
  const open = searchParams.get('open') ?? day.groups[0]?.rows[0]?.conversation ?? null;
  return { day: { ...day, closer: drawingCloser(store()) }, first: open === null ? null : conversationPane(store(), open, context) };
}

/** How many rows the address asks for; anything else asks for none. */
const roomSchema = z.coerce.number().int().min(0).max(10_000).nullable().catch(null);

/** Opening a conversation changes the address only; its pane is read by itself. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const sameDay = currentUrl.pathname === nextUrl.pathname && currentUrl.searchParams.get(ROOM) === nextUrl.searchParams.get(ROOM);
  const onlyOpened = sameDay && currentUrl.search !== nextUrl.search;
  return formMethod === undefined && onlyOpened ? false : defaultShouldRevalidate;
}

export default function Today() {
  const { day, first } = useLoaderData<typeof loader>();
  return <TodayPage day={day} first={first} />;
}
