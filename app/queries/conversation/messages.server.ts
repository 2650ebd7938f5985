/** What was said in a conversation, newest part first read, oldest first shown. */
import type { Sql } from '../../db/connection.server';
import type { Direction, InteractionKind } from '../../domain/activity';
import { firstName } from '../../domain/contacts/names';
import { clockTime, fullDay, monthAndYear, weekDay } from '../../lib/dates';

/** Messages per reading. */
const PAGE = 50;
/** Characters shown of one message before "Show all": a screenful, and little enough to read ahead. */
const SHOWN_CHARACTERS = 4_000;

export interface ThreadMessage {
  id: string;
  side: 'them' | 'you' | 'others';
  /** "Leila", "You" */
  sender: string;
  kind: InteractionKind;
  /** Plain text; null for what was said elsewhere or without words. */
  text: string | null;
  /** How many characters there are where `text` is only their beginning. */
  length: number | null;
  attachments: number;
  /** UTC milliseconds; null for what has no date. */
  at: number | null;
  /** "Thu 19 Nov", "Thursday 19 November 2026, 14:05" */
  day: string;
  moment: string;
  /** Written or logged in Kith. */
  logged: boolean;
}

export interface ThreadPage {
  /** Oldest first. */
  messages: ThreadMessage[];
  /** What comes before: how many, since when ("May 2024"), and where to read on; null at the beginning. */
  earlier: { count: number; since: string | null; before: string } | null;
}

interface MessageRow {
  id: string;
  rowId: number;
  direction: Direction;
  kind: InteractionKind;
  origin: string;
  at: number | null;
  attachments: number;
  text: string | null;
  length: number | null;
  sender: string | null;
  actedBy: string | null;
}

interface ThreadContext {
  conversationId: number;
  zone: string;
  now: number;
}

// A message without a date stands before everything that has one.
const AT = 'coalesce(i.occurredAt, -1e15)';

const MESSAGES = `SELECT i.publicId AS id, i.id AS rowId, i.direction, i.kind, i.origin, i.occurredAt AS at, i.attachments,
    substr(b.text, 1, ${SHOWN_CHARACTERS}) AS text, length(b.text) AS length, t.name AS actedBy,
    (SELECT coalesce(c.name, n.displayName, n.handle) FROM InteractionParticipant p JOIN Identity n ON n.id = p.identityId
     LEFT JOIN Contact c ON c.id = n.contactId WHERE p.interactionId = i.id AND p.role = 'from' LIMIT 1) AS sender
  FROM Interaction i LEFT JOIN InteractionBody b ON b.interactionId = i.id LEFT JOIN Teammate t ON t.id = i.actedById
  WHERE i.conversationId = @conversation AND i.deletedAt IS NULL`;

/** @param before public id of the message before which to read; null reads the newest */
export function threadPage(sql: Sql, context: ThreadContext, before: string | null): ThreadPage {
  const rows = sql
    .prepare<[{ conversation: number; before: string | null }], MessageRow>(
      `${MESSAGES} AND (@before IS NULL OR (${AT}, i.id) < (SELECT ${AT}, i.id FROM Interaction i WHERE i.publicId = @before))
       ORDER BY ${AT} DESC, i.id DESC LIMIT ${PAGE}`,
    )
    .all({ conversation: context.conversationId, before });
  return { messages: rows.map((row) => toMessage(row, context)).reverse(), earlier: earlierThan(sql, context, rows.at(-1)) };
}

function earlierThan(sql: Sql, { conversationId, zone }: ThreadContext, oldest: MessageRow | undefined): ThreadPage['earlier'] {
  if (!oldest) return null;
  const row = sql
    .prepare<[{ conversation: number; at: number; id: number }], { count: number; since: number | null }>(
      `SELECT count(*) AS count, min(i.occurredAt) AS since FROM Interaction i
       WHERE i.conversationId = @conversation AND i.deletedAt IS NULL AND (${AT}, i.id) < (@at, @id)`,
    )
    .get({ conversation: conversationId, at: oldest.at ?? -1e15, id: oldest.rowId });
  if (!row || row.count === 0) return null;
  return { count: row.count, since: row.since === null ? null : monthAndYear(row.since, zone), before: oldest.id };
}

function toMessage(row: MessageRow, { zone, now }: ThreadContext): ThreadMessage {
  const { id, direction, kind, at, attachments, text, length } = row;
  return {
    id, kind, attachments, at,
    side: direction === 'in' ? 'them' : direction === 'out' ? 'you' : 'others',
    sender: direction === 'out' ? (row.actedBy === null ? 'You' : firstName(row.actedBy)) : firstName(row.sender ?? ''),
    text: text === '' ? null : text,
    length: length !== null && length > SHOWN_CHARACTERS ? length : null,
    day: at === null ? 'no date' : weekDay(at, zone, now),
    moment: at === null ? 'No date was stated' : `${fullDay(at, zone)}, ${clockTime(at, zone)}`,
    logged: row.origin !== 'imported',
  };
}

/** All words of one message; null where it is gone or has none. */
export function wholeMessage(sql: Sql, conversation: string, message: string): string | null {
  return (
    sql
      .prepare<[string, string], { text: string }>(
        `SELECT b.text FROM Interaction i JOIN InteractionBody b ON b.interactionId = i.id JOIN Conversation c ON c.id = i.conversationId
         WHERE c.publicId = ? AND i.publicId = ? AND i.deletedAt IS NULL`,
      )
      .get(conversation, message)?.text ?? null
  );
}
