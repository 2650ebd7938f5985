/** What can be done with somebody who stands on Today because they have gone quiet: to have seen it, or to let them rest. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { acknowledgeAnnouncement } from '../commands/acknowledge-announcement.server';
import { letRest } from '../commands/let-rest.server';
import { store } from '../db/connection.server';
import { dayOfRest } from '../domain/contacts/keeping-words';
import { answerChange } from '../http/answer.server';
import { parseForm } from '../http/form.server';
import { requireTeammate, type SignedIn } from '../http/session.server';
import { typedDate, wallDate, wallInstant } from '../lib/wall-time';

/** Made by the browser for each wish, so that a repeated request counts once. */
const key = z.string().min(8).max(64);

const schema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('seen'), key }),
  z.object({ do: z.literal('rest'), key, until: z.enum(['open', 'month', 'quarter', 'half', 'pick']), date: typedDate.nullish() }),
]);
type Wish = z.infer<typeof schema>;

export async function action({ request, params }: ActionFunctionArgs) {
  const asker = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return answerChange(form, (wish) => perform(params['id'] ?? '', wish, asker, Date.now()));
}

function perform(contact: string, wish: Wish, { teammate, workspace: { timeZone } }: SignedIn, now: number) {
  const actor = { teammateId: teammate.id };
  const idempotencyKey = `today:${teammate.id}:${wish.key}`;
  if (wish.do === 'seen') return acknowledgeAnnouncement(store(), actor, { contact, idempotencyKey }, now);
  if (wish.until === 'pick' && !wish.date) throw new RangeError('Pick a day.');
  const date = wish.until === 'pick' ? wish.date : dayOfRest(wish.until, wallDate(now, timeZone));
  const askAgainAt = date ? wallInstant(date, '00:00', timeZone) : null;
  return letRest(store(), actor, { contact, askAgainAt, timeZone, idempotencyKey }, now);
}
