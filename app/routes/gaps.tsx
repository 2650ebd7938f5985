/** How often to be in touch with everybody of a stage, or with everybody who carries a tag. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { setGaps, type GapFor } from '../commands/set-gaps.server';
import { store } from '../db/connection.server';
import { STAGES } from '../domain/contacts/stages';
import { change } from '../http/change.server';
import { parseForm } from '../http/form.server';
import { checkGap, gapFields } from '../http/gap-fields.server';
import { requireTeammate } from '../http/session.server';

const schema = z
  .discriminatedUnion('of', [
    z.object({ of: z.literal('stage'), stage: z.enum(STAGES), ...gapFields }),
    z.object({ of: z.literal('tag'), tag: z.string().max(40), ...gapFields }),
  ])
  .superRefine(checkGap);

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return change(form, (input) => {
    const of: GapFor = input.of === 'tag' ? { is: 'tag', tag: input.tag } : { is: 'stage', stage: input.stage };
    return setGaps(store(), { teammateId: teammate.id }, { of, gap: input }, Date.now());
  });
}
