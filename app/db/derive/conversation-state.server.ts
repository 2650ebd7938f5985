/** Whose turn it is, derived from the messages and the user's own words, and kept for the lists. */
import { z } from 'zod';
import { INTERACTION_KINDS, type ConversationKind, type Direction, type InteractionKind } from '../../domain/activity';
import { deriveTurn, RECENT_MESSAGES, type TurnMessage, type UserWords } from '../../domain/conversations/turn';
import type { Sql } from '../connection.server';

/** The first messages of somebody who was never answered, enough to tell a pitch from a person. */
const OPENING_MESSAGES = 5;

interface ConversationRow extends UserWords {
  id: number;
  kind: ConversationKind;
  people: number;
  messages: number;
  everAnswered: 0 | 1;
  /** Kinds, as a JSON array. */
  oneSided: string;
}

/** Kinds of which the conversation's account shows one direction only. */
const ONE_SIDED = `(SELECT json_group_array(v.kind) FROM (SELECT kind FROM Coverage WHERE ownAccountId = c.ownAccountId
  GROUP BY kind HAVING max(direction = 'in') <> max(direction = 'out')) v)`;
const kindsSchema = z.array(z.enum(INTERACTION_KINDS).nullable().catch(null));

/** One account's conversations all say the same: parsed once, as long as nothing else is asked for. */
let lastParsed: { json: string; kinds: ReadonlySet<InteractionKind> } = { json: '[]', kinds: new Set() };

function oneSidedKinds(json: string): ReadonlySet<InteractionKind> {
  if (lastParsed.json !== json) {
    lastParsed = { json, kinds: new Set(kindsSchema.parse(JSON.parse(json)).filter((kind) => kind !== null)) };
  }
  return lastParsed.kinds;
}

interface MessageRow {
  id: number;
  at: number;
  direction: Direction;
  kind: InteractionKind;
  text: string | null;
  subject: string | null;
  addressesUser: 0 | 1;
  attachments: number;
}

interface Counterpart {
  contactId: number | null;
  identityId: number;
}

/** Words are read only where a stranger's may be a pitch: they are by far the most of what a conversation holds. */
const messages = ({ columns, from }: { columns: string; from: string }) =>
  `SELECT i.id, i.occurredAt AS at, i.direction, i.kind, ${columns}, i.attachments,
    EXISTS (SELECT 1 FROM InteractionParticipant p JOIN OwnIdentity o ON o.identityId = p.identityId
            WHERE p.interactionId = i.id AND p.role IN ('to', 'mentioned')) AS addressesUser
  FROM ${from}
  WHERE i.conversationId = ? AND i.deletedAt IS NULL AND i.occurredAt IS NOT NULL`;
const WITH_WORDS = messages({
  columns: 'substr(b.text, 1, 4000) AS text, b.subject', from: 'Interaction i LEFT JOIN InteractionBody b ON b.interactionId = i.id',
});
const WITHOUT_WORDS = messages({ columns: 'NULL AS text, NULL AS subject', from: 'Interaction i' });

function toMessage({ id, at, direction, kind, text, subject, addressesUser, attachments }: MessageRow): TurnMessage {
  return { id, at, direction, kind, text, subject, addressesUser: addressesUser === 1, hasAttachments: attachments > 0 };
}

/** The person a conversation is with: the other side, or in a group whoever spoke last. */
function counterpartOf(sql: Sql, conversation: ConversationRow): Counterpart | null {
  const speaker = sql
    .prepare<[number], Counterpart>(
      `SELECT n.contactId, n.id AS identityId FROM Interaction i
       JOIN InteractionParticipant p ON p.interactionId = i.id AND p.role = 'from'
       JOIN Identity n ON n.id = p.identityId
       WHERE i.conversationId = ? AND i.direction <> 'out' AND i.deletedAt IS NULL
       ORDER BY i.occurredAt DESC, i.id DESC LIMIT 1`,
    )
    .get(conversation.id);
  if (speaker) return speaker;
  const member = sql
    .prepare<[number], Counterpart>(
      `SELECT n.contactId, n.id AS identityId FROM ConversationParticipant p JOIN Identity n ON n.id = p.identityId
       WHERE p.conversationId = ? AND NOT EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id)
       ORDER BY n.contactId IS NULL, n.id LIMIT 1`,
    )
    .get(conversation.id);
  return member ?? null;
}

/** Whether the user had reached this person, or met them, anywhere else. */
function knownBefore(sql: Sql, conversationId: number, contactId: number | null): boolean {
  if (contactId === null) return false;
  return (
    sql
      .prepare(
        `SELECT 1 FROM ContactEvent e JOIN Interaction i ON i.id = e.interactionId
         WHERE e.contactId = ? AND i.conversationId IS NOT ? AND (e.direction = 2 OR i.origin <> 'imported')
         UNION ALL SELECT 1 FROM Contact c WHERE c.id = ? AND c.createdHow <> 'import' LIMIT 1`,
      )
      .get(contactId, conversationId, contactId) !== undefined
  );
}

function connectedAt(sql: Sql, identityId: number): number | null {
  return (
    sql
      .prepare<[number], { since: number | null }>(
        `SELECT since FROM Relation WHERE identityId = ? AND kind = 'connection' ORDER BY since LIMIT 1`,
      )
      .get(identityId)?.since ?? null
  );
}

/** Brings one conversation's derived state up to date. */
export function refreshConversation(sql: Sql, conversationId: number, now: number): void {
  const conversation = sql
    .prepare<[number], ConversationRow>(
      `SELECT c.id, c.kind, c.closedThrough, c.closedBecause, c.snoozeMode, c.snoozedUntil, c.snoozedThrough,
              (SELECT count(*) FROM ConversationParticipant p WHERE p.conversationId = c.id) AS people,
              (SELECT count(*) FROM Interaction i WHERE i.conversationId = c.id AND i.deletedAt IS NULL) AS messages,
              EXISTS (SELECT 1 FROM Interaction i WHERE i.conversationId = c.id AND i.direction = 'out' AND i.deletedAt IS NULL) AS everAnswered,
              ${ONE_SIDED} AS oneSided
       FROM Conversation c WHERE c.id = ?`,
    )
    .get(conversationId);
  if (!conversation) return;
  const counterpart = counterpartOf(sql, conversation);
  const answered = conversation.everAnswered === 1;
  const known = answered || knownBefore(sql, conversationId, counterpart?.contactId ?? null);
  const recent = sql.prepare<[number], MessageRow>(
    `${known ? WITHOUT_WORDS : WITH_WORDS} ORDER BY i.occurredAt DESC, i.id DESC LIMIT ${RECENT_MESSAGES}`,
  );
  const opening = sql.prepare<[number], MessageRow>(`${WITH_WORDS} ORDER BY i.occurredAt, i.id LIMIT ${OPENING_MESSAGES}`);
  const derived = deriveTurn(
    {
      kind: conversation.kind,
      people: conversation.people,
      recent: recent.all(conversationId).map(toMessage),
      everAnswered: answered,
      knownBefore: known,
      oneSided: oneSidedKinds(conversation.oneSided),
      connectedAt: counterpart ? connectedAt(sql, counterpart.identityId) : null,
      opening: known ? [] : opening.all(conversationId).map(toMessage),
      words: conversation,
    },
    now,
  );
  sql
    .prepare(
      `INSERT OR REPLACE INTO ConversationState
         (conversationId, contactId, turn, turnSince, quietBecause, wakeAt, lastMessageId, lastInAt, lastOutAt, messageCount, tie)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT tie FROM ContactHealth WHERE contactId = ?), 0))`,
    )
    .run(
      conversationId, counterpart?.contactId ?? null, derived.turn, derived.since, derived.quietBecause, derived.wakeAt,
      derived.lastMessageId, derived.lastInAt, derived.lastOutAt, conversation.messages, counterpart?.contactId ?? null,
    );
}
