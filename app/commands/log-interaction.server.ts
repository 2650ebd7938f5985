/** Logs what was said or done, by the user or by them: an answer, a word of theirs, a meeting, a call. */
import type { InteractionKind, Precision } from '../domain/activity';
import type { DraftMode } from '../domain/conversations/draft';
import { firstName } from '../domain/conversations/words';
import { refreshEventsOf } from '../db/derive/contact-events.server';
import { spendDraft } from '../db/drafts.server';
import { byHandAccount, conversationTarget, inPersonIdentity, ownIdentityOf, type ConversationTarget } from '../db/interactions.server';
import type { Sql } from '../db/connection.server';
import { GoneError, transact, type Actor, type Done, type Work } from '../db/transact.server';
import { newPublicId } from '../lib/ids.server';

/** Where it happened: in a conversation, or with a person (in person, by phone, anywhere without a thread). */
export type LogPlace = { conversation: string } | { contact: string };

export interface LogInput {
  place: LogPlace;
  kind: Extract<InteractionKind, 'message' | 'email' | 'meeting' | 'call' | 'comment' | 'purchase' | 'gift'>;
  direction: 'in' | 'out';
  /** Null: it happened, its words are elsewhere ("answered elsewhere"). */
  text: string | null;
  /** UTC milliseconds; an instant in the future is moved to now. */
  occurredAt: number;
  precision: Precision;
  /** The same key twice logs once: for retries of a request whose answer was lost. */
  idempotencyKey?: string;
  /** What the teammate had been writing in the conversation became this: undo makes it a draft again. */
  draft?: { mode: DraftMode };
}

interface Anchor {
  ownAccountId: number;
  conversationId: number | null;
  identityId: number;
  contactId: number | null;
  name: string;
}

/** @returns the public id of the interaction; null where the idempotency key had been seen. @throws GoneError */
export function logInteraction(sql: Sql, actor: Actor, input: LogInput, now: number): Done<string | null> {
  const name = firstName(placeName(sql, input.place));
  return transact(
    sql,
    {
      actor,
      verb: input.direction === 'in' ? 'log-their-word' : 'log-interaction',
      sentence: sentenceFor(input, name),
      now,
      ...(input.idempotencyKey ? { idempotencyKey: input.idempotencyKey } : {}),
    },
    (work) => {
      const anchor = anchorOf(work, input.place);
      const publicId = newPublicId();
      if (input.draft && anchor.conversationId !== null && actor.teammateId !== null) {
        const place = { teammateId: actor.teammateId, conversationId: anchor.conversationId };
        spendDraft(work, place, { mode: input.draft.mode, text: input.text ?? '' });
      }
      const id = write(work, anchor, { ...input, occurredAt: Math.min(input.occurredAt, now) }, actor, publicId);
      bringUpToDate(work, id, anchor.conversationId);
      return publicId;
    },
  );
}

/** Events and everything derived of one interaction that was just added. */
function bringUpToDate(work: Work, interactionId: number, conversationId: number | null): void {
  for (const contactId of refreshEventsOf(work.sql, interactionId)) {
    const event = work.sql
      .prepare<[number, number], { at: number; direction: number; ownAccountId: number; weight: number; countsForHealth: 0 | 1 }>(
        `SELECT occurredAt AS at, direction, ownAccountId, weight, countsForHealth FROM ContactEvent
         WHERE contactId = ? AND interactionId = ?`,
      )
      .get(contactId, interactionId);
    if (!event || event.countsForHealth === 0) continue;
    const { at, direction, ownAccountId, weight } = event;
    work.touchContact(contactId, { at, direction: direction === 1 ? 'in' : 'out', source: String(ownAccountId), weight });
  }
  if (conversationId !== null) work.touchConversation(conversationId);
}

function write(work: Work, anchor: Anchor, input: LogInput, actor: Actor, publicId: string): number {
  const id = work.insert('Interaction', {
    publicId, ownAccountId: anchor.ownAccountId, kind: input.kind, externalId: `kith:${publicId}`, idBasis: 'native',
    direction: input.direction, origin: 'logged', occurredAt: input.occurredAt, precision: input.precision, zone: 'utc',
    conversationId: anchor.conversationId, actedById: input.direction === 'out' ? actor.teammateId : null, attachments: 0,
  });
  if (input.text !== null && input.text.trim() !== '') {
    work.insert('InteractionBody', { interactionId: id, text: input.text.trim(), format: 'plain' });
  }
  const own = ownIdentityOf(work.sql, anchor.ownAccountId);
  const [from, to] = input.direction === 'out' ? [own, anchor.identityId] : [anchor.identityId, own];
  if (from !== null) work.insert('InteractionParticipant', { interactionId: id, identityId: from, role: 'from' });
  if (to !== null) work.insert('InteractionParticipant', { interactionId: id, identityId: to, role: 'to' });
  return id;
}

function anchorOf(work: Work, place: LogPlace): Anchor {
  if ('conversation' in place) {
    const target = conversationTarget(work.sql, place.conversation);
    if (!target || target.identityId === null) throw new GoneError('That conversation is no longer there.');
    return inConversation(target, target.identityId);
  }
  const contact = work.sql
    .prepare<[string], { id: number; publicId: string; name: string }>(
      'SELECT id, publicId, name FROM Contact WHERE publicId = ? AND deletedAt IS NULL',
    )
    .get(place.contact);
  if (!contact) throw new GoneError('That person is no longer there.');
  return {
    ownAccountId: byHandAccount(work.sql),
    conversationId: null,
    identityId: inPersonIdentity(work, contact),
    contactId: contact.id,
    name: contact.name,
  };
}

function inConversation(target: ConversationTarget, identityId: number): Anchor {
  return {
    ownAccountId: target.ownAccountId,
    conversationId: target.id,
    identityId,
    contactId: target.contactId,
    name: target.name,
  };
}

function placeName(sql: Sql, place: LogPlace): string {
  if ('conversation' in place) return conversationTarget(sql, place.conversation)?.name ?? '';
  return sql.prepare<[string], { name: string }>('SELECT name FROM Contact WHERE publicId = ?').get(place.contact)?.name ?? '';
}

function sentenceFor(input: LogInput, name: string): string {
  if (input.kind === 'meeting') return `Meeting with ${name} logged`;
  if (input.kind === 'call') return `Call with ${name} logged`;
  if (input.direction === 'in') return `What ${name} said is logged`;
  return input.text === null ? `Answered ${name} elsewhere` : `Your reply to ${name} is logged`;
}
