/** Keeps half-written words of the teammate who asks. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { saveDraft } from '../commands/save-draft.server';
import { store } from '../db/connection.server';
import { GoneError } from '../db/transact.server';
import { DRAFT_MODES, LONGEST_DRAFT } from '../domain/conversations/draft';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const schema = z.object({
  mode: z.enum(DRAFT_MODES),
  text: z.string().max(LONGEST_DRAFT).default(''),
  typedAt: z.coerce.number().int().nonnegative(),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  if (!form.ok) return Response.json({ conflict: null, problem: 'That is more than a draft can hold.' }, { status: 400 });
  try {
    return Response.json(saveDraft(store(), teammate.id, { conversation: params['id'] ?? '', ...form.value }, Date.now()));
  } catch (error) {
    if (error instanceof GoneError) return Response.json({ conflict: null, problem: error.message }, { status: 409 });
    throw error;
  }
}
