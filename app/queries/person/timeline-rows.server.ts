/** The rows of a person's timeline, a page at a time by key: a later page costs what the first does. */
import type { Sql } from '../../db/connection.server';
import type { ConversationKind, Direction, InteractionKind, Platform, Precision } from '../../domain/activity';
import { kindsOf, type TimelineGroup } from '../../domain/contacts/timeline';

/** Entries on a page. */
export const TIMELINE_PAGE = 40;
/** Characters of a body that go to the screen. */
const LONGEST_BODY = 20_000;

export interface TimelineInput {
  contactId: number;
  /** Null: everything. */
  show: TimelineGroup | null;
  /** Only these interactions, by row; null for all. Notes and what has no date are then left out. */
  only: readonly number[] | null;
  /** As a page before gave it; null for the newest. */
  before: string | null;
}

/** Where a page ends: `time.row` of an event or note, or the row of an undated interaction. Notes stand above events of the same instant. */
type Cursor = { of: 'event' | 'note'; at: number; id: number } | { of: 'undated'; id: number };

const CURSOR = /^(?:(e|n)\.(-?\d{1,16})\.(\d{1,16})|u\.(\d{1,16}))$/;

/** @returns null for what is no cursor: the timeline then begins at its top */
function parseCursor(text: string | null): Cursor | null {
  const parts = CURSOR.exec(text ?? '');
  if (!parts) return null;
  if (parts[4] !== undefined) return { of: 'undated', id: Number(parts[4]) };
  return { of: parts[1] === 'e' ? 'event' : 'note', at: Number(parts[2]), id: Number(parts[3]) };
}

function writeCursor(row: TimelineRow): string {
  if (row.at === null) return `u.${row.rowId}`;
  return `${row.what === 'note' ? 'n' : 'e'}.${row.at}.${row.rowId}`;
}

export interface TimelineRow {
  what: 'interaction' | 'note';
  rowId: number;
  publicId: string;
  at: number | null;
  kind: InteractionKind;
  direction: Direction;
  origin: 'imported' | 'logged' | 'sent';
  precision: Precision;
  attachments: number;
  emoji: string | null;
  platform: Platform;
  conversationKind: ConversationKind | null;
  text: string | null;
  subject: string | null;
  /** Who wrote a note, or acted for the user. */
  teammate: string | null;
}

const INTERACTION = `'interaction' AS what, i.id AS rowId, i.publicId, i.occurredAt AS at, i.kind, i.direction, i.origin, i.precision,
  i.attachments, i.emoji, a.platform, c.kind AS conversationKind, substr(b.text, 1, ${LONGEST_BODY}) AS text, b.subject, t.name AS teammate`;
const JOINED = `JOIN OwnAccount a ON a.id = i.ownAccountId LEFT JOIN Conversation c ON c.id = i.conversationId
  LEFT JOIN InteractionBody b ON b.interactionId = i.id LEFT JOIN Teammate t ON t.id = i.actedById`;

/** Later than anything that can have happened. */
const END_OF_TIME = 8.64e15;

function datedRows(sql: Sql, { contactId, show, only }: TimelineInput, cursor: Cursor | null): TimelineRow[] {
  if (cursor?.of === 'undated') return [];
  const at = cursor?.at ?? END_OF_TIME;
  const limit = TIMELINE_PAGE + 1;
  const kinds = JSON.stringify(show === null ? null : kindsOf(show));
  const events =
    show === 'notes' ? [] : sql
      .prepare<[object], TimelineRow>(
        `SELECT ${INTERACTION} FROM ContactEvent e JOIN Interaction i ON i.id = e.interactionId ${JOINED}
         WHERE e.contactId = @contactId AND (e.occurredAt, e.interactionId) < (@at, @id)
           AND (@kinds = 'null' OR i.kind IN (SELECT value FROM json_each(@kinds)))
           AND (@only = 'null' OR e.interactionId IN (SELECT value FROM json_each(@only)))
         ORDER BY e.occurredAt DESC, e.interactionId DESC LIMIT @limit`,
      )
      .all({ contactId, at, id: cursor?.of === 'event' ? cursor.id : Number.MAX_SAFE_INTEGER, kinds, only: JSON.stringify(only), limit });
  const notes =
    only !== null || (show !== null && show !== 'notes') ? [] : sql
      .prepare<[object], TimelineRow>(
        `SELECT 'note' AS what, n.id AS rowId, n.publicId, n.writtenAt AS at, 'message' AS kind, 'out' AS direction, 'logged' AS origin,
                'ms' AS precision, 0 AS attachments, NULL AS emoji, 'in_person' AS platform, NULL AS conversationKind,
                substr(n.text, 1, ${LONGEST_BODY}) AS text, NULL AS subject, t.name AS teammate
         FROM Note n LEFT JOIN Teammate t ON t.id = n.writtenById
         WHERE n.contactId = @contactId AND n.deletedAt IS NULL AND (n.writtenAt, n.id) < (@at, @id)
         ORDER BY n.writtenAt DESC, n.id DESC LIMIT @limit`,
      )
      .all({ contactId, at, id: noteBound(cursor), limit });
  return [...notes, ...events].sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.what === b.what ? b.rowId - a.rowId : a.what === 'note' ? -1 : 1));
}

/** After an event, notes of the same instant have been shown; after a note, those with a smaller id have not. */
function noteBound(cursor: Cursor | null): number {
  if (cursor === null) return Number.MAX_SAFE_INTEGER;
  return cursor.of === 'note' ? cursor.id : 0;
}

function undatedRows(sql: Sql, { contactId, show }: TimelineInput, cursor: Cursor | null): TimelineRow[] {
  if (show === 'notes') return [];
  return sql
    .prepare<[object], TimelineRow>(
      `SELECT DISTINCT ${INTERACTION} FROM Identity n JOIN InteractionParticipant p ON p.identityId = n.id
       JOIN Interaction i ON i.id = p.interactionId ${JOINED}
       WHERE n.contactId = @contactId AND i.occurredAt IS NULL AND i.deletedAt IS NULL AND i.id < @id
         AND (@kinds = 'null' OR i.kind IN (SELECT value FROM json_each(@kinds)))
       ORDER BY i.id DESC LIMIT @limit`,
    )
    .all({
      contactId, id: cursor?.of === 'undated' ? cursor.id : Number.MAX_SAFE_INTEGER,
      kinds: JSON.stringify(show === null ? null : kindsOf(show)), limit: TIMELINE_PAGE + 1,
    });
}

/** One page of rows, and where the next begins. */
export function timelineRows(sql: Sql, input: TimelineInput): { rows: TimelineRow[]; next: string | null } {
  const cursor = parseCursor(input.before);
  const dated = datedRows(sql, input, cursor);
  // What has no date costs a walk over everything said, so it is only looked for where the dates end.
  const isWhole = dated.length > TIMELINE_PAGE || input.only !== null;
  const rows = isWhole ? dated : [...dated, ...undatedRows(sql, input, cursor)];
  const shown = rows.slice(0, TIMELINE_PAGE);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > TIMELINE_PAGE && last ? writeCursor(last) : null };
}
