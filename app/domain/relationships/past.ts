/**
 * One contact at earlier moments, computed from the log, each time knowing only what was known then. What is counted in
 * days or months is kept as bits, so that one more event changes it without the log being read again.
 */
import type { LogEvent } from '../contacts/events';
import {
  foldInteraction, readHealth, rebuildHealth, tieStrength, HEALTH_STATES, type DayOf, type HealthState, type ReadOptions,
} from '../health';
import { hear, type Answer, type Call } from './answers';
import { monthOfDay } from './calendar';
import { isTheirSign, isWord, isYourSign } from './signs';

/** Where somebody was: this many days before their own reading. */
export const BEFORE_DAYS = 30;
/** Real reach and answers look back so far, the day of the reading included. */
export const REACH_DAYS = 90;
/** Reach is known at so many moments, so many days apart. */
export const REACH_MOMENTS = 12;
export const REACH_STEP_DAYS = 30;
/** Who has been silent for longer than this weighs in none of those moments. */
export const QUIET_DAYS = REACH_DAYS + REACH_STEP_DAYS * (REACH_MOMENTS - 1);
/** Calendar months after the first exchange of which it is known whether they were in touch. */
const MONTHS_KEPT = 24;

const THEY_SPOKE = 1;
const YOU_SPOKE = 2;
const BOTH_SPOKE = THEY_SPOKE | YOU_SPOKE;

export interface PastContext {
  /** The day that reach and answers are counted back from. */
  asOfDay: number;
  dayOf: DayOf;
  options: ReadOptions;
}

/** What of the log is counted by days and months. */
export interface Tally {
  /** Bit i: a sign of theirs in the 90 days up to and with the day 30 i days before asOfDay; bit 0 also after it. */
  reach: number;
  /** Bits THEY_SPOKE and YOU_SPOKE: who has ever spoken. A meeting is both. */
  spoken: number;
  /** The calendar month in which both had spoken for the first time. */
  exchangeMonth: number | null;
  /** Bit k: a sign of theirs in the k-th calendar month after it. */
  monthsSpoken: number;
  call: Call | null;
}

export const NOTHING_TALLIED: Tally = { reach: 0, spoken: 0, exchangeMonth: null, monthsSpoken: 0, call: null };

/** The three windows of ninety days that a sign so many days before asOfDay lies in. */
function reachBits(age: number): number {
  if (age < 0) return 1;
  const newest = Math.floor(age / REACH_STEP_DAYS);
  let bits = 0;
  for (let moment = newest; moment > newest - REACH_DAYS / REACH_STEP_DAYS; moment -= 1) {
    if (moment >= 0 && moment < REACH_MOMENTS) bits |= 1 << moment;
  }
  return bits;
}

function showsBothSides(source: string, { coverage = {} }: ReadOptions): boolean {
  const seen = Object.hasOwn(coverage, source) ? coverage[source] : undefined;
  return seen === undefined || (seen.seesIn && seen.seesOut);
}

/** Adds one event, in the order of time; gives the answer it was, if it was one of the last ninety days. */
function add(tally: Tally, event: LogEvent, context: PastContext): Answer | null {
  const day = context.dayOf(event.at);
  const theirs = isTheirSign(event);
  if (theirs) tally.reach |= reachBits(context.asOfDay - day);
  tally.spoken |= (theirs ? THEY_SPOKE : 0) | (isYourSign(event) ? YOU_SPOKE : 0);
  if (tally.spoken === BOTH_SPOKE) {
    const month = monthOfDay(day);
    tally.exchangeMonth ??= month;
    const later = month - tally.exchangeMonth;
    if (theirs && later < MONTHS_KEPT) tally.monthsSpoken |= 1 << later;
  }
  if (!isWord(event) || !showsBothSides(event.source, context.options)) return null;
  const { call, answer } = hear(tally.call, event);
  tally.call = call;
  return answer && context.asOfDay - day < REACH_DAYS ? answer : null;
}

/**
 * Counts on from an earlier tally in constant time per event.
 * @param events later than everything tallied, oldest first
 */
export function tallyOn(
  earlier: Tally,
  events: readonly LogEvent[],
  context: PastContext,
): { tally: Tally; answers: Answer[] } {
  const tally = { ...earlier };
  const answers: Answer[] = [];
  for (const event of events) {
    const answer = add(tally, event, context);
    if (answer) answers.push(answer);
  }
  return { tally, answers };
}

/** A reading as it is drawn. */
export interface PointInTime {
  /** 0 to 100. */
  health: number;
  /** Hundredths of the strength of tie. */
  tie: number;
  /** Place in HEALTH_STATES. */
  state: number;
}

/** @returns null for the state of an empty log */
export function pointAt(state: HealthState, at: number, options: ReadOptions): PointInTime | null {
  if (state.last === null) return null;
  const { health, state: name, readAt } = readHealth(state, at, options);
  return { health, tie: Math.round(100 * tieStrength(state, readAt)), state: HEALTH_STATES.indexOf(name) };
}

/**
 * Readings at earlier moments, each of the log before that moment. Where nothing has happened since, that is the state
 * of today read then.
 * @param log oldest first; may be left out where its last event lies before all of the moments
 * @param state of the whole log
 * @param moments UTC milliseconds, in any order
 * @returns in the order of the moments; null before the first event
 */
export function pointsAt(
  log: readonly LogEvent[],
  state: HealthState,
  moments: readonly number[],
  { dayOf, options }: Pick<PastContext, 'dayOf' | 'options'>,
): (PointInTime | null)[] {
  const points = new Map<number, PointInTime | null>();
  let known: HealthState | null = null;
  let next = 0;
  for (const at of [...new Set(moments)].sort((a, b) => a - b)) {
    if (state.last === null || state.first === null || state.first >= at) points.set(at, null);
    else if (state.last < at) points.set(at, pointAt(state, at, options));
    else {
      const end = firstFrom(log, at, next);
      known = known === null
        ? rebuildHealth(log.slice(0, end), dayOf)
        : log.slice(next, end).reduce<HealthState>((folded, event) => foldInteraction(folded, event, dayOf), known);
      next = end;
      points.set(at, pointAt(known, at, options));
    }
  }
  return moments.map((at) => points.get(at) ?? null);
}

/** The place of the first event that is not before an instant. */
function firstFrom(log: readonly LogEvent[], at: number, from: number): number {
  const place = log.findIndex((event, index) => index >= from && event.at >= at);
  return place < 0 ? log.length : place;
}

/** Whole calendar months after the first exchange that have passed by the day of the reading. */
export function monthsSeen(exchangeMonth: number | null, readDay: number): number {
  return exchangeMonth === null ? 0 : Math.max(0, monthOfDay(readDay) - exchangeMonth - 1);
}
