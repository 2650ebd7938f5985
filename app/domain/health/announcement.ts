/**
 * Who is announced as going quiet, and what for: once, until it changes. A fall in state is said after it has held for
 * three days of what could be seen; getting worse is a change and is said again; a word of theirs ends it at once, and
 * so does rest: Dormant is grey, not red. Where the user has chosen a gap, that gap is the measure in its stead.
 */
import { DAY } from '../../lib/dates';
import { readTime } from './coverage';
import { firstHour } from './first-hour';
import { lowerSince, type LowerSince, type LowerState } from './lower-state';
import type { HealthReading, ReadOptions } from './read';
import type { HealthState } from './state';
import { tieStrength } from './tie';

/** A fall that is shorter may be a holiday or a slow week. */
export const HELD_DAYS = 3;

/**
 * Who is missed: about two days in touch on either side within the last year add up to this tie, and so does one side
 * that wrote every week for years without an answer. Below it, silence is no news. Our own choice.
 */
export const LEAST_TIE = 0.25;

/** Whoever the user has chosen a gap for is valued, however little was said so far: half of the closest tie. */
const CHOSEN_TIE = 0.5;

/** What the user wanted to be asked comes before what nobody asked for: above any tie times any silence. */
const ASKED_RANK = 100;

/** What is announced: a state of theirs, a gap of the user's own choice, the end of a rest that the user had set. */
export type Announced = LowerState | 'gap' | 'ask_again';
/** What the user can have seen already. The end of a rest is not among it: having seen it ends the rest itself. */
export type Seen = Exclude<Announced, 'ask_again'>;

/** What the user has said about somebody, as it stands at the moment of the reading. Instants are UTC milliseconds. */
export interface Wishes {
  /** Days without a touch of either side that they bear; null where the learned rhythm decides. */
  gapDays: number | null;
  /** Off every nudge: resting, away, or only just back. */
  paused: boolean;
  /** Since when a rest that the user had set is over, with no touch of either side since; null otherwise. */
  askedSince: number | null;
  /** When any of this changes by itself; null where it won't. */
  nextAt: number | null;
  /** What was seen, and the last sign of either side that there was then: a later one makes it news again. */
  seen: { what: Seen; through: number } | null;
}

export const NO_WISHES: Wishes = { gapDays: null, paused: false, askedSince: null, nextAt: null, seen: null };

export interface Announcement {
  what: Announced;
  /** Since when it could be said, UTC milliseconds. */
  since: number;
  /** How far past their rhythm, or the chosen gap: the logarithm of the ratio; 0 for the end of a rest. */
  over: number;
  /** In which order people stand: higher first. */
  rank: number;
}

/** Everything about the silence of somebody that is kept and said. */
export interface Quiet {
  /** Since when Cooling or Fading holds, in the reading's own time; null in any other state. */
  lowerSince: number | null;
  announcement: Announcement | null;
  /** When the announcement can change though nobody does anything, UTC milliseconds; null where it can't. */
  nextAt: number | null;
}

interface Facts {
  state: HealthState;
  reading: HealthReading;
  lower: LowerSince | null;
  wishes: Wishes;
  tie: number;
}

/**
 * @param now UTC milliseconds
 * @param reading of this state, with the same options, at `now` or wherever time was stopped for them
 */
export function readQuiet(state: HealthState, reading: HealthReading, wishes: Wishes, now: number, options: ReadOptions = {}): Quiet {
  const lower = lowerSince(state, reading, options);
  const facts: Facts = { state, reading, lower, wishes, tie: tieStrength(state, reading.readAt) };
  return { lowerSince: lower?.lower ?? null, announcement: announce(facts), nextAt: nextTurn(facts, now, options) };
}

function announce(facts: Facts): Announcement | null {
  const { wishes, tie } = facts;
  if (wishes.paused) return null;
  if (wishes.askedSince !== null) return { what: 'ask_again', since: wishes.askedSince, over: 0, rank: ASKED_RANK + tie };
  return wishes.gapDays === null ? goneQuiet(facts) : gapPassed(facts, wishes.gapDays);
}

/** By their own rhythm. Not where the user has been in touch since it began: then the next word is theirs to choose. */
function goneQuiet({ state, reading, lower, wishes, tie }: Facts): Announcement | null {
  if (lower === null || tie < LEAST_TIE) return null;
  const held = (since: number | null): since is number => since !== null && reading.readAt - since >= HELD_DAYS * DAY;
  const what = held(lower.fading) ? 'Fading' : 'Cooling';
  const since = held(lower.fading) ? lower.fading : lower.lower;
  if (!held(since) || (state.lastOut !== null && state.lastOut >= since)) return null;
  if (wasSeen(what, state.lastIn, wishes)) return null;
  return { what, since, over: reading.measures.overIn, rank: tie * (1 + reading.measures.overIn) };
}

/** By the user's own measure: no touch of either side for longer than they bear. */
function gapPassed({ state, reading, wishes, tie }: Facts, gapDays: number): Announcement | null {
  const since = (state.last ?? reading.readAt) + gapDays * DAY;
  if (reading.readAt < since || wasSeen('gap', state.last, wishes)) return null;
  const over = Math.log(reading.measures.silence / gapDays);
  return { what: 'gap', since, over, rank: Math.max(tie, CHOSEN_TIE) * (1 + over) };
}

/** The same or worse was seen, and since then there was no sign that would end it. */
function wasSeen(what: Seen, lastSign: number | null, { seen }: Wishes): boolean {
  if (seen === null || (lastSign !== null && lastSign > seen.through)) return false;
  return seen.what === what || (seen.what === 'Fading' && what === 'Cooling');
}

/** Moments of the reading's own time become moments of the clock; where sources have ended, some never come. */
function nextTurn({ state, reading, lower, wishes }: Facts, now: number, options: ReadOptions): number | null {
  const held = [lower?.lower, lower?.fading].filter((since) => since != null).map((since) => since + HELD_DAYS * DAY);
  const passed = wishes.gapDays === null || state.last === null ? [] : [state.last + wishes.gapDays * DAY];
  const ahead = [...held, ...passed].filter((at) => at > reading.readAt).map((at) => whenRead(state, at, now, options));
  const soonest = Math.min(...[wishes.nextAt, ...ahead].map((at) => at ?? Infinity));
  return Number.isFinite(soonest) ? soonest : null;
}

/** Longer than any gap a user can choose. */
const HORIZON = 1000 * DAY;

/** When the clock stands where the reading is of `at` or later, to the hour; null where it never will. */
function whenRead(state: HealthState, at: number, now: number, { coverage }: ReadOptions): number | null {
  const isRead = (clock: number) => readTime(state, clock, coverage) >= at;
  return isRead(now + HORIZON) ? firstHour(now, now + HORIZON, isRead) : null;
}
