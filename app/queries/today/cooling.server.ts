/** Who has gone quiet by their own rhythm, or by the user's: the closest ties and the longest silences first. */
import type { Sql } from '../../db/connection.server';
import type { Platform } from '../../domain/activity';
import { firstName } from '../../domain/contacts/names';
import { wishesOf } from '../../domain/contacts/wishes';
import { placesForQuiet, waitLine } from '../../domain/conversations/day';
import { horizonStart } from '../../domain/conversations/rank';
import { announcementLine, daysLong, readQuiet, silenceOf, type Announcement } from '../../domain/health';
import { shortDay } from '../../lib/dates';
import { pulsesOf, type ContactPulse } from '../pulses.server';
import type { DaySize, Places, TodayContext, TodayGroupRows, TodayProvider, TodayRow } from './provider';

/**
 * Looked up one by one in the order of their rank: the first rows are found without the rest. Not whoever waits for the user, because then it is not they who are quiet; nor whom the user wants to see later. What
 * stands in "Older threads" keeps nobody from being announced for a gap that the user chose.
 */
const QUIET = `FROM ContactHealth h WHERE h.quietRank > 0
  AND h.contactId NOT IN (SELECT id FROM Contact WHERE deletedAt IS NOT NULL UNION ALL SELECT id FROM Contact WHERE mergedIntoId IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM ConversationState s WHERE s.contactId = h.contactId AND (s.quietBecause = 'snoozed'
    OR (s.turn = 'yours' AND (s.turnSince >= @horizon OR h.announced IN ('Cooling', 'Fading')))))`;

interface Horizon {
  horizon: number;
}

interface Counts {
  /** All of them. */
  total: number;
  /** Those who have gone quiet; the others' rest is over. */
  people: number;
}

/** The day is divided and filled by the same counts: they are asked for once per page. */
const counted = new WeakMap<TodayContext, Counts>();

function countsOf(sql: Sql, context: TodayContext): Counts {
  const counts = counted.get(context) ?? countQuiet(sql, { horizon: horizonStart(context.now, context.horizonDays) });
  counted.set(context, counts);
  return counts;
}

function countQuiet(sql: Sql, window: Horizon): Counts {
  const counts = sql
    .prepare<[Horizon], Counts>(
      `SELECT count(*) AS total, count(CASE WHEN h.announced <> 'ask_again' THEN 1 END) AS people ${QUIET}`,
    )
    .get(window);
  return counts ?? { total: 0, people: 0 };
}

function places(sql: Sql, context: TodayContext, { rows, ofMinutes, quietDone }: DaySize): Places {
  const { total } = countsOf(sql, context);
  return placesForQuiet(rows, ofMinutes, total, quietDone);
}

function load(sql: Sql, context: TodayContext, rows: number): TodayGroupRows {
  const window = { horizon: horizonStart(context.now, context.horizonDays) };
  const { total, people } = countsOf(sql, context);
  const first = total === 0 ? [] : firstOf(sql, window, rows);
  const shown = first.length === 0 ? [] : quietRows(sql, first, context);
  const left = total - first.length;
  return { rows: shown, total: shown.length + left, people, rest: left > 0 && shown.length > 0 ? waitLine(left) : null };
}

/** What is stored of somebody: it holds until `nextChangeAt`, for ever where that is null. */
interface Stored {
  contactId: number;
  announced: Announcement['what'];
  nextChangeAt: number | null;
}

/** In the order of their rank. */
function firstOf(sql: Sql, window: Horizon, rows: number): Stored[] {
  return sql
    .prepare<[Horizon & { rows: number }], Stored>(
      `SELECT h.contactId, h.announced, h.nextChangeAt ${QUIET} ORDER BY h.quietRank DESC, h.contactId LIMIT @rows`,
    )
    .all({ ...window, rows });
}

interface PersonRow {
  id: number;
  contact: string;
  name: string;
  conversation: string | null;
  platform: Platform | null;
  seenThrough: number | null;
}

/** With the one-to-one conversation that has the newest word, where there is any. */
const PEOPLE = `SELECT k.id, k.publicId AS contact, k.name, c.publicId AS conversation, s.lastInAt AS seenThrough,
    coalesce(a.platform, (SELECT n.platform FROM Identity n WHERE n.contactId = k.id ORDER BY n.platform = 'in_person', n.id LIMIT 1)) AS platform
  FROM json_each(?) j CROSS JOIN Contact k ON k.id = j.value
  LEFT JOIN Conversation c ON c.id = (
    SELECT o.conversationId FROM ConversationState o JOIN Conversation d ON d.id = o.conversationId AND d.kind IN ('dm', 'email_thread')
    WHERE o.contactId = k.id ORDER BY max(coalesce(o.lastInAt, 0), coalesce(o.lastOutAt, 0)) DESC, d.id DESC LIMIT 1)
  LEFT JOIN OwnAccount a ON a.id = c.ownAccountId LEFT JOIN ConversationState s ON s.conversationId = c.id`;

/** In the given order; whoever is not quiet any more though the store was not swept since is left out. */
function quietRows(sql: Sql, first: readonly Stored[], context: TodayContext): TodayRow[] {
  const ids = first.map(({ contactId }) => contactId);
  const stored = new Map(first.map((one) => [one.contactId, one]));
  const pulses = pulsesOf(sql, ids, context.now, 'row', undefined, context.health);
  const people = sql.prepare<[string], PersonRow>(PEOPLE).all(JSON.stringify(ids));
  return people.flatMap((person) => {
    const read = pulses.get(person.id);
    const announcement = read && announcementOf(read, stored.get(person.id), context.now);
    return announcement ? [quietRow(person, read, announcement, context)] : [];
  });
}

/** `since` is null where no day is told of it. */
type Told = Pick<Announcement, 'what'> & { since: number | null };

/**
 * What is said of their silence. The stored word is taken where nothing can have changed since: finding out since when
 * they are quiet reads their health again day by day, and only the end of a rest is told by its day.
 */
function announcementOf(read: ContactPulse, stored: Stored | undefined, now: number): Told | null {
  const { state, reading, kept, context } = read;
  const holds = stored && stored.announced !== 'ask_again' && (stored.nextChangeAt === null || stored.nextChangeAt > now);
  if (holds) return { what: stored.announced, since: null };
  return readQuiet(state, reading, wishesOf(kept, now, state.last, reading.measures.usualGapIn), now, context).announcement;
}

const TONES = { Cooling: 'amber', Fading: 'red', gap: 'amber', ask_again: null } as const;

function quietRow({ id: _, ...person }: PersonRow, read: ContactPulse, announcement: Told, { now, zone }: TodayContext): TodayRow {
  const { state, reading, kept, context: { dayOf } } = read;
  const asked = announcement.since ?? now;
  const askedOn = dayOf(asked) === dayOf(now) ? 'today' : shortDay(asked, zone, now);
  const words = { name: firstName(person.name), state, reading, gap: kept.gap, askedOn, dayOf };
  const { since, days } = silenceOf(announcement, words);
  return {
    about: 'quiet', id: person.contact, ...person, since,
    state: reading.state,
    line: announcementLine(announcement, words),
    lineIsTheirs: false,
    wait: daysLong(days),
    waiting: `silent ${daysLong(days)}`,
    tone: TONES[announcement.what],
    pulse: read.pulse,
  };
}

export const cooling: TodayProvider = { key: 'cooling', title: 'Cooling', why: 'Going quiet by their own rhythm', places, load };
