/** One conversation beside its person: what was said, whose turn it is, and what the user has begun to write. */
import { draftOf, type DraftWords } from '../db/drafts.server';
import type { Sql } from '../db/connection.server';
import type { HealthContext } from '../db/derive/contact-health.server';
import type { Platform } from '../domain/activity';
import { snoozeChoices, type SnoozeChoice } from '../domain/conversations/snooze';
import { atHour, clockTime, shortDay, startOfDay, weekDay } from '../lib/dates';
import { threadPage, type ThreadPage } from './conversation/messages.server';
import { personInPane, type PanePerson } from './conversation/person-pane.server';

export interface PaneContext {
  /** UTC milliseconds. */
  now: number;
  /** The workspace's IANA time zone. */
  zone: string;
  teammateId: number;
  /** What health is read with, where the page has it already. */
  health?: HealthContext;
}

export interface PaneSnooze {
  key: SnoozeChoice['key'];
  label: string;
  /** "16:00", "Tue 24 Nov" */
  note: string | null;
}

export interface ConversationPane extends ThreadPage {
  /** Public id. */
  id: string;
  platform: Platform;
  /** Opens the thread on its platform; http or https. */
  nativeUrl: string | null;
  /** What a conversation of several is called. */
  title: string | null;
  /** Null where the other side is no contact. */
  person: PanePerson | null;
  /** "yours", "theirs", "none" */
  turn: string;
  /** Their last word, UTC milliseconds. */
  seenThrough: number | null;
  draft: DraftWords | null;
  snooze: PaneSnooze[];
}

interface PaneRow {
  rowId: number;
  id: string;
  platform: Platform;
  nativeUrl: string | null;
  title: string | null;
  turn: string | null;
  turnSince: number | null;
  seenThrough: number | null;
  contactId: number | null;
  contact: string | null;
  name: string | null;
  headline: string | null;
}

function paneRow(sql: Sql, publicId: string): PaneRow | null {
  return (
    sql
      .prepare<[string], PaneRow>(
        `SELECT c.id AS rowId, c.publicId AS id, a.platform, c.nativeUrl, c.title, s.turn, s.turnSince, s.lastInAt AS seenThrough,
                k.id AS contactId, k.publicId AS contact, k.name, k.headline
         FROM Conversation c JOIN OwnAccount a ON a.id = c.ownAccountId
         LEFT JOIN ConversationState s ON s.conversationId = c.id LEFT JOIN Contact k ON k.id = s.contactId AND k.deletedAt IS NULL
         WHERE c.publicId = ?`,
      )
      .get(publicId) ?? null
  );
}

const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

/** @returns null where there is no such conversation */
export function conversationPane(sql: Sql, publicId: string, context: PaneContext): ConversationPane | null {
  const row = paneRow(sql, publicId);
  if (!row) return null;
  const { rowId, id, platform, nativeUrl, title, turn, turnSince, seenThrough, contactId, contact, name, headline } = row;
  const beside =
    contactId === null || contact === null || name === null
      ? null
      : personInPane(sql, { id: contactId, publicId: contact, name, headline, waitingSince: turn === 'yours' ? turnSince : null }, context);
  return {
    id, platform, title, seenThrough,
    ...threadPage(sql, { conversationId: rowId, ...context }, null),
    nativeUrl: isWebAddress(nativeUrl) ? nativeUrl : null,
    person: beside?.person ?? null,
    turn: turn ?? 'none',
    draft: draftOf(sql, { teammateId: context.teammateId, conversationId: rowId }),
    snooze: choices(beside?.expectedFrom ?? null, context).map((choice) => withNote(choice, context)),
  };
}

/** Messages before one that is already shown. @returns null where there is no such conversation */
export function earlierMessages(sql: Sql, publicId: string, before: string, context: PaneContext): ThreadPage | null {
  const row = paneRow(sql, publicId);
  return row && threadPage(sql, { conversationId: row.rowId, ...context }, before);
}

/** Public id of the person a conversation is with; null where that is nobody, or it is gone. */
export function contactOf(sql: Sql, publicId: string): string | null {
  return paneRow(sql, publicId)?.contact ?? null;
}

/** What a conversation can be snoozed to at this moment; null where it is gone. */
export function snoozeChoicesOf(sql: Sql, publicId: string, context: PaneContext): SnoozeChoice[] | null {
  const row = paneRow(sql, publicId);
  if (!row) return null;
  const { contactId, contact, name, headline } = row;
  if (contactId === null || contact === null || name === null) return choices(null, context);
  const { expectedFrom } = personInPane(sql, { id: contactId, publicId: contact, name, headline, waitingSince: null }, context);
  return choices(expectedFrom, context);
}

function choices(expected: number | null, { now, zone }: PaneContext): SnoozeChoice[] {
  const clock = {
    startOfDay: (at: number, plusDays: number) => startOfDay(at, zone, plusDays),
    atHour: (at: number, hour: number, plusDays: number) => atHour(at, zone, hour, plusDays),
  };
  return snoozeChoices(now, clock, expected);
}

function withNote({ key, label, until }: SnoozeChoice, { now, zone }: PaneContext): PaneSnooze {
  if (until === null) return { key, label, note: null };
  const note = key === 'afternoon' ? clockTime(until, zone) : key === 'tomorrow' ? weekDay(until, zone, now) : shortDay(until, zone, now);
  return { key, label, note };
}
