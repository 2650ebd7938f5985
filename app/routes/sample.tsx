/** Brings the sample community in, or takes it out. */
import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { askToRemoveSample } from '../commands/ask-to-remove-sample.server';
import { startSample } from '../commands/start-sample.server';
import { store } from '../db/connection.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const schema = z.object({ intent: z.enum(['load', 'remove']), back: z.enum(['/today', '/import']).catch('/today') });

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  if (!form.ok) return Response.json({ problem: 'This could not be understood. Load the page again.' }, { status: 400 });
  const carryOut = form.value.intent === 'load' ? startSample : askToRemoveSample;
  carryOut(store(), { teammateId: teammate.id }, Date.now());
  return redirect(form.value.back);
}
