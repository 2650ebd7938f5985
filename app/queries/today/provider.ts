/** What stands on Today: groups of people, each from a provider of its own. One without people does not show. */
import type { Sql } from '../../db/connection.server';
import type { HealthContext } from '../../db/derive/contact-health.server';
import type { Platform } from '../../domain/activity';
import type { HealthStateName } from '../../domain/health';
import type { PulseGeometry } from '../../domain/pulse';

export interface TodayContext {
  /** UTC milliseconds. */
  now: number;
  /** The workspace's IANA time zone. */
  zone: string;
  /** Waits longer than this stand in "Older threads". */
  horizonDays: number;
  minutesADay: number;
  teammateId: number;
  /** How many rows the day was made to hold, where the user wants more than fits into the minutes. */
  room?: number | null;
  /** What health is read with, once for all groups. */
  health?: HealthContext;
}

export interface TodayRow {
  /** What the row is about: a conversation in which it is the user's turn, or a person who has gone quiet. */
  about: 'turn' | 'quiet';
  /** Public id of what it is about. */
  id: string;
  /** Public ids; null where nothing was ever written one to one. */
  conversation: string | null;
  contact: string;
  name: string;
  /** Null for somebody who was only met. */
  platform: Platform | null;
  state: HealthStateName | null;
  /** The last words, or a sentence of Kith's, in one line. */
  line: string;
  lineIsTheirs: boolean;
  /** "4 days", and the instant it counts from, UTC milliseconds; "waiting 4 days", "silent 41 days". */
  wait: string;
  since: number;
  waiting: string;
  /** Health's colour for an age of silence. */
  tone: 'amber' | 'red' | null;
  /** Row-sized. */
  pulse: PulseGeometry | null;
  /** Their last word, UTC milliseconds: what "done" closes is what was on screen. */
  seenThrough: number | null;
}

export interface TodayGroupRows {
  rows: TodayRow[];
  /** Rows there are, shown or not, and the people in them. */
  total: number;
  people: number;
  /** "3 more, all under a day", where not all are shown. */
  rest: string | null;
}

/** Places of the day: those that are kept for a group while it has anybody, and the most it takes. */
export interface Places {
  kept: number;
  most: number;
}

export interface DaySize {
  /** Rows the day holds; what fits into the user's minutes, where that is less. */
  rows: number;
  ofMinutes: number;
  /** People dealt with today though they did not wait. */
  quietDone: number;
}

export interface TodayProvider {
  key: string;
  /** "Your turn", and why these are here: "Longest wait first, weighted by tie". */
  title: string;
  why: string;
  places(sql: Sql, context: TodayContext, size: DaySize): Places;
  /** @param rows as many as the day still has a place for */
  load(sql: Sql, context: TodayContext, rows: number): TodayGroupRows;
}
