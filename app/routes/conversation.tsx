/** One conversation: its pane, earlier messages or one whole message; and what can be done with it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { addNote } from '../commands/add-note.server';
import { answeredElsewhere } from '../commands/answered-elsewhere.server';
import { closeConversation } from '../commands/close-conversation.server';
import { logInteraction } from '../commands/log-interaction.server';
import { reopenConversation } from '../commands/reopen-conversation.server';
import { snoozeConversation } from '../commands/snooze-conversation.server';
import { store } from '../db/connection.server';
import { GoneError } from '../db/transact.server';
import { deedOf } from '../domain/contacts/logged';
import { LONGEST_DRAFT } from '../domain/conversations/draft';
import { answerChange, answerFound } from '../http/answer.server';
import { parseForm } from '../http/form.server';
import { requireTeammate, type SignedIn } from '../http/session.server';
import { typedDate, typedMoment, typedTime, wallInstant } from '../lib/wall-time';
import { contactOf, conversationPane, earlierMessages, snoozeChoicesOf } from '../queries/conversation.server';
import { wholeMessage } from '../queries/conversation/messages.server';

const text = z.string().trim().min(1).max(LONGEST_DRAFT);
const instant = z.coerce.number().int().nullish();
/** Made by the browser for each wish, so that a repeated request counts once. */
const key = z.string().min(8).max(64);
/** A day so far back is a slip of the keys. */
const day = typedDate.refine((date) => date >= '1990-01-01');

const schema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('close'), key, seenThrough: instant }),
  z.object({ do: z.literal('reopen') }),
  z.object({
    do: z.literal('snooze'), key, seenThrough: instant,
    until: z.enum(['afternoon', 'tomorrow', 'rhythm', 'they_write', 'pick']), date: typedDate.nullish(),
  }),
  z.object({
    do: z.literal('log'), key, mode: z.enum(['write', 'log']), as: z.enum(['you_said', 'they_said']), text,
    date: day.nullish(), time: typedTime.nullish(),
  }),
  z.object({ do: z.literal('note'), key, text }),
  z.object({ do: z.literal('elsewhere'), key }),
]);
type Wish = z.infer<typeof schema>;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asker = await requireTeammate(request);
  const id = params['id'] ?? '';
  const search = new URL(request.url).searchParams;
  const message = search.get('message');
  if (message !== null) {
    const words = wholeMessage(store(), id, message);
    return answerFound(words === null ? null : { text: words });
  }
  const before = search.get('before');
  const context = contextOf(asker, Date.now());
  return answerFound(before === null ? conversationPane(store(), id, context) : earlierMessages(store(), id, before, context));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asker = await requireTeammate(request);
  const form = await parseForm(request, schema);
  return answerChange(form, (wish) => perform(params['id'] ?? '', wish, asker, Date.now()));
}

function contextOf({ teammate, workspace }: SignedIn, now: number) {
  return { now, zone: workspace.timeZone, teammateId: teammate.id };
}

function perform(conversation: string, wish: Wish, asker: SignedIn, now: number) {
  const actor = { teammateId: asker.teammate.id };
  if (wish.do === 'reopen') return reopenConversation(store(), actor, { conversation }, now);
  const idempotencyKey = `today:${actor.teammateId}:${wish.key}`;
  switch (wish.do) {
    case 'close':
      return closeConversation(store(), actor, { conversation, because: 'done', seenThrough: wish.seenThrough, idempotencyKey }, now);
    case 'snooze': {
      const snooze = snoozeOf(conversation, wish, asker, now);
      const { timeZone } = asker.workspace;
      return snoozeConversation(store(), actor, { conversation, snooze, seenThrough: wish.seenThrough, timeZone, idempotencyKey }, now);
    }
    case 'log': {
      const { at: occurredAt, precision } = wish.date
        ? typedMoment(wish.date, wish.time ?? '', asker.workspace.timeZone, now)
        : ({ at: now, precision: 'minute' } as const);
      const { kind, direction } = deedOf(wish.as);
      const draft = { mode: wish.mode };
      return logInteraction(
        store(), actor, { place: { conversation }, kind, direction, text: wish.text, occurredAt, precision, draft, idempotencyKey }, now,
      );
    }
    case 'note': {
      const contact = contactOf(store(), conversation);
      if (contact === null) throw new GoneError('There is nobody to keep a note about.');
      return addNote(store(), actor, { contact, text: wish.text, draftIn: conversation, idempotencyKey }, now);
    }
    case 'elsewhere':
      return answeredElsewhere(store(), actor, { conversation, idempotencyKey }, now);
  }
}

/** What a choice of the menu means now; a day that was picked begins at its midnight. */
function snoozeOf(conversation: string, { until, date }: Extract<Wish, { do: 'snooze' }>, asker: SignedIn, now: number) {
  if (until === 'they_write') return { mode: 'they_write' } as const;
  if (until === 'pick') {
    if (!date) throw new RangeError('Pick a day.');
    return { mode: 'date', until: wallInstant(date, '00:00', asker.workspace.timeZone) } as const;
  }
  const choice = snoozeChoicesOf(store(), conversation, contextOf(asker, now))?.find((one) => one.key === until);
  if (choice?.until == null || choice.mode === 'they_write') throw new RangeError('That moment is over. Choose another.');
  return { mode: choice.mode, until: choice.until };
}
