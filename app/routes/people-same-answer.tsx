/** The answer to "perhaps the same person": yes or no. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { acceptSuggestion } from '../commands/accept-suggestion.server';
import { dismissSuggestion } from '../commands/dismiss-suggestion.server';
import { store } from '../db/connection.server';
import { answerChange } from '../http/answer.server';
import { parseForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';

const id = z.string().min(1).max(40);
const schema = z.object({ do: z.enum(['same', 'different']), left: id, right: id, key: z.string().min(8).max(64) });

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return answerChange(form, ({ do: what, left, right, key }) => {
    const answer = what === 'same' ? acceptSuggestion : dismissSuggestion;
    return answer(store(), { teammateId: teammate.id }, { left, right, idempotencyKey: `${what}:${teammate.id}:${key}` }, Date.now());
  });
}
