/** One timeline over all of a person's sources, newest first: what happened, notes, and at its end what has no date. */
import { z } from 'zod';
import type { Sql } from '../../db/connection.server';
import type { InteractionKind, Platform } from '../../domain/activity';
import { loggedAs, type Logged } from '../../domain/contacts/logged';
import { deedWords, groupOf, placeWords, TIMELINE_GROUPS, type TimelineGroup } from '../../domain/contacts/timeline';
import { clockTime, fullDay, shortDay } from '../../lib/dates';
import { wallDate, wallTime } from '../../lib/wall-time';
import type { Spoken } from './health.server';
import { timelineRows, type TimelineInput, type TimelineRow } from './timeline-rows.server';

export interface TimelineItem {
  /** Public id of the interaction or note. */
  id: string;
  what: 'interaction' | 'note';
  /** Who spoke; between others in a group. Notes are the user's. */
  side: 'them' | 'you' | 'others';
  kind: InteractionKind | 'note';
  platform: Platform | null;
  /** UTC milliseconds; null without a date. */
  at: number | null;
  /** "11 Nov", and in full: "11 November 2026, 14:05". '' without a date. */
  date: string;
  fullDate: string;
  /** What they or the user wrote; null where only the deed is known. */
  text: string | null;
  /** Whose words the text is: about a meeting the user writes, whoever came. */
  words: 'theirs' | 'yours';
  /** Subject line, where there is one. */
  subject: string | null;
  /** "Liked something of yours"; said where there are no words. */
  deed: string;
  /** "You, on LinkedIn" */
  byline: string;
  /** Written or logged in Kith: may be corrected. Null for what an archive brought. */
  edit: { date: string; time: string; as: Logged | null; deletable: boolean } | null;
}

export interface TimelinePage {
  items: TimelineItem[];
  /** Where the next page begins, for `before`; null at the end. */
  next: string | null;
}

/** What needs both; its words are the user's account of it. */
const ENCOUNTERS: ReadonlySet<InteractionKind> = new Set<InteractionKind>(['meeting', 'call', 'purchase', 'gift']);

/** One page. */
export function timelinePage(sql: Sql, input: TimelineInput, spoken: Spoken): TimelinePage {
  const { rows, next } = timelineRows(sql, input);
  return { items: rows.map((row) => toItem(row, spoken)), next };
}

function toItem(row: TimelineRow, { name, zone, now }: Spoken): TimelineItem {
  const isNote = row.what === 'note';
  const side = isNote || row.direction === 'out' ? 'you' : row.direction === 'in' ? 'them' : 'others';
  const deed = deedWords(row);
  return {
    id: row.publicId,
    what: row.what,
    side,
    kind: isNote ? 'note' : row.kind,
    platform: isNote ? null : row.platform,
    at: row.at,
    date: row.at === null ? '' : shortDay(row.at, zone, now),
    fullDate: row.at === null ? 'Without a date' : fullDate(row, row.at, zone),
    text: row.text,
    words: side === 'you' || ENCOUNTERS.has(row.kind) ? 'yours' : 'theirs',
    subject: row.subject,
    deed: row.emoji ? `${deed}: ${row.emoji}` : deed,
    byline: isNote ? noteByline(row) : byline(row, side === 'you' ? 'You' : name),
    edit: editOf(row, zone),
  };
}

/** "You, on LinkedIn"; "In person" of what both did. */
function byline({ platform, kind, conversationKind }: TimelineRow, who: string): string {
  const place = placeWords(platform, kind, conversationKind);
  return ENCOUNTERS.has(kind) ? place.charAt(0).toUpperCase() + place.slice(1) : `${who}, ${place}`;
}

function noteByline({ teammate }: TimelineRow): string {
  return teammate ? `Note by ${teammate}` : 'Note';
}

function fullDate({ precision }: TimelineRow, at: number, zone: string): string {
  return precision === 'day' || precision === 'unknown' ? fullDay(at, zone) : `${fullDay(at, zone)}, ${clockTime(at, zone)}`;
}

function editOf({ what, origin, at, kind, direction, precision }: TimelineRow, zone: string): TimelineItem['edit'] {
  if (origin === 'imported' || direction === 'other') return null;
  const date = at === null ? '' : wallDate(at, zone);
  const time = at === null || precision === 'day' ? '' : wallTime(at, zone);
  return { date, time, as: loggedAs(kind, direction), deletable: what === 'note' || origin === 'logged' };
}

/** The filter's choices: groups that hold anything, in their order. */
export function timelineGroups(sql: Sql, contactId: number): TimelineGroup[] {
  const kinds = sql
    .prepare<[number], { kind: InteractionKind }>(
      'SELECT DISTINCT i.kind FROM ContactEvent e JOIN Interaction i ON i.id = e.interactionId WHERE e.contactId = ?',
    )
    .all(contactId);
  const groups = new Set(kinds.map(({ kind }) => groupOf(kind)));
  const noted = sql.prepare('SELECT 1 FROM Note WHERE contactId = ? AND deletedAt IS NULL LIMIT 1').get(contactId) !== undefined;
  return TIMELINE_GROUPS.filter((group) => (group === 'notes' ? noted : groups.has(group)));
}

/** What `show` in an address may say. */
export const timelineShow = z.enum(TIMELINE_GROUPS).nullable().catch(null);
