/** What stands on Today: groups of people, each from a provider of its own. One without people does not show. */
import type { Sql } from '../../db/connection.server';
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
}

export interface TodayRow {
  /** Public ids. */
  conversation: string;
  contact: string;
  name: string;
  platform: Platform;
  state: HealthStateName | null;
  /** The last words, in one line. */
  line: string;
  lineIsTheirs: boolean;
  /** "4 days", and the instant it counts from, UTC milliseconds. */
  wait: string;
  since: number;
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

export interface TodayProvider {
  key: string;
  /** "Your turn", and why these are here: "Longest wait first, weighted by tie". */
  title: string;
  why: string;
  /** @param rows as many as the day still has a place for */
  load(sql: Sql, context: TodayContext, rows: number): TodayGroupRows;
}
