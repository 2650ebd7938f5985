/** Takes back what the teammate did: one change by its id, or the newest. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { undo } from '../commands/undo.server';
import { store } from '../db/connection.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const schema = z.object({ journal: z.string().max(40).nullish() });

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  if (!form.ok) return Response.json({ undone: null }, { status: 400 });
  const undone = undo(store(), { teammateId: teammate.id }, form.value.journal ?? null, Date.now());
  return Response.json({ undone });
}
