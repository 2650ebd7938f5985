/** How somebody is kept: how often to be in touch, rest, and time away. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { endAway } from '../commands/end-away.server';
import { letRest } from '../commands/let-rest.server';
import { setAway } from '../commands/set-away.server';
import { setGaps } from '../commands/set-gaps.server';
import { stopResting } from '../commands/stop-resting.server';
import { store } from '../db/connection.server';
import { dayOfRest } from '../domain/contacts/keeping-words';
import { change } from '../http/change.server';
import { parseForm } from '../http/form.server';
import { checkGap, gapFields } from '../http/gap-fields.server';
import { requireTeammate, type SignedIn } from '../http/session.server';
import { typedDate, wallDate, wallInstant } from '../lib/wall-time';

/** A day beyond it is a slip of the keys. */
const LAST_DAY = '2099-12-31';

/** @param today "2026-11-26" in the workspace's time zone */
function schemaOn(today: string) {
  const day = typedDate
    .refine((date) => date > today, 'Pick a day after today.')
    .refine((date) => date <= LAST_DAY, 'That day is too far away.');
  return z
    .discriminatedUnion('do', [
      z.object({ do: z.literal('gaps'), ...gapFields }),
      z.object({ do: z.literal('rest'), until: z.enum(['open', 'month', 'quarter', 'half', 'pick']), date: day.nullish() }),
      z.object({ do: z.literal('stop-resting') }),
      z.object({ do: z.literal('away'), date: day }),
      z.object({ do: z.literal('back') }),
    ])
    .superRefine((input, context) => {
      if (input.do === 'gaps') checkGap(input, context);
      const dayMissing = input.do === 'rest' && input.until === 'pick' && !input.date;
      if (dayMissing) context.addIssue({ code: 'custom', message: 'Pick a day.', path: ['date'] });
    });
}
type Wish = z.output<ReturnType<typeof schemaOn>>;

export async function action({ request, params }: ActionFunctionArgs) {
  const asker = await requireTeammate(request);
  const now = Date.now();
  const form = await parseForm(request, schemaOn(wallDate(now, asker.workspace.timeZone)));
  return change(form, (wish) => perform(params['id'] ?? '', wish, asker, now));
}

function perform(contact: string, wish: Wish, { teammate, workspace: { timeZone } }: SignedIn, now: number) {
  const actor = { teammateId: teammate.id };
  const begins = (date: string) => wallInstant(date, '00:00', timeZone);
  switch (wish.do) {
    case 'gaps':
      return setGaps(store(), actor, { of: { is: 'person', contact }, gap: wish }, now);
    case 'rest': {
      const date = wish.until === 'pick' ? wish.date : dayOfRest(wish.until, wallDate(now, timeZone));
      return letRest(store(), actor, { contact, askAgainAt: date ? begins(date) : null, timeZone }, now);
    }
    case 'stop-resting':
      return stopResting(store(), actor, { contact }, now);
    case 'away':
      return setAway(store(), actor, { contact, until: begins(wish.date), timeZone }, now);
    case 'back':
      return endAway(store(), actor, { contact }, now);
  }
}
