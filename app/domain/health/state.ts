/**
 * What the model remembers of one contact: a few numbers of constant size, folded from the log in time order. Days are
 * counted, not messages, and they are the workspace's calendar days.
 */
import { z } from 'zod';
import { DAY } from '../../lib/dates';
import { HALF_LIFE, LEAST_GAP_DAYS, LEAST_GAP_SHARE } from './constants';

/** One interaction that counts towards health. */
export interface HealthEvent {
  /** UTC milliseconds. */
  at: number;
  direction: 'in' | 'out';
  /** Which own account it was seen on; coverage is looked up by the same name. */
  source: string;
}

/** The running number of the workspace's calendar day at an instant. Never falls as time goes on. */
export type DayOf = (at: number) => number;

const instant = z.number().nullable();
const count = z.number().int().nonnegative();
const decayed = z.number().nonnegative();

export const healthStateSchema = z.object({
  /** Instants of the first and the last interaction, by either side. */
  first: instant,
  last: instant,
  /** First interaction of the last day with any, and that day's number. */
  lastTouch: instant,
  lastDay: z.number().int().nullable(),
  /** Last day they, and the user, were in touch. */
  inDay: z.number().int().nullable(),
  outDay: z.number().int().nullable(),
  lastIn: instant,
  lastOut: instant,
  /** Their first interaction on their last day. */
  lastInTouch: instant,
  /** Days in touch, decayed to `last`: a by either side, i theirs, o the user's; the number is the half life in days. */
  a7: decayed,
  i30: decayed,
  o30: decayed,
  i365: decayed,
  o365: decayed,
  /** Days with any interaction; interactions of theirs and of the user. */
  days: count,
  nIn: count,
  nOut: count,
  /** Gaps between days in touch: how many, and the running mean of their logs (days). The same for their days alone. */
  k: count,
  m: z.number(),
  kIn: count,
  mIn: z.number(),
  /** Longest gap between two days of theirs, in days. */
  longestInGap: z.number().nonnegative(),
  /** Days in touch per source, decayed over a year to `last`, and the last such day. Ordered by source. */
  sources: z.array(z.object({ source: z.string(), weight: decayed, day: z.number().int() })),
});
export type HealthState = z.infer<typeof healthStateSchema>;

/** The state of somebody with an empty log. */
export function freshState(): HealthState {
  return {
    first: null, last: null, lastTouch: null, lastDay: null, inDay: null, outDay: null,
    lastIn: null, lastOut: null, lastInTouch: null,
    a7: 0, i30: 0, o30: 0, i365: 0, o365: 0, days: 0, nIn: 0, nOut: 0,
    k: 0, m: 0, kIn: 0, mIn: 0, longestInGap: 0, sources: [],
  };
}

function gapDays(from: number, to: number): number {
  return Math.max((to - from) / DAY, LEAST_GAP_DAYS);
}

/** A plain mean of the first five, then a fifth of each new one. `k` counts the new one. */
function runningMean(mean: number, k: number, value: number): number {
  return mean + Math.max(1 / k, LEAST_GAP_SHARE) * (value - mean);
}

/** 2^(-days/h) as e^(rate·days): a rebuild asks for it millions of times, and a power takes three times as long. */
const WEEK_RATE = -Math.LN2 / HALF_LIFE.week;
const MONTH_RATE = -Math.LN2 / HALF_LIFE.month;
const YEAR_RATE = -Math.LN2 / HALF_LIFE.year;

function decay(state: HealthState, days: number): void {
  const month = Math.exp(MONTH_RATE * days);
  const year = Math.exp(YEAR_RATE * days);
  state.a7 *= Math.exp(WEEK_RATE * days);
  state.i30 *= month;
  state.o30 *= month;
  state.i365 *= year;
  state.o365 *= year;
  for (const one of state.sources) one.weight *= year;
}

/** Without a closure: a rebuild asks a million times. */
function sourceNamed(sources: HealthState['sources'], name: string): HealthState['sources'][number] | null {
  for (const one of sources) if (one.source === name) return one;
  return null;
}

function touchSource(state: HealthState, source: string, day: number): void {
  const known = sourceNamed(state.sources, source);
  if (!known) {
    state.sources.push({ source, weight: 1, day });
    state.sources.sort((a, b) => (a.source < b.source ? -1 : 1));
  } else if (known.day !== day) {
    known.weight += 1;
    known.day = day;
  }
}

function touchDay(state: HealthState, at: number, day: number): void {
  if (state.lastDay === day) return;
  if (state.lastTouch !== null) {
    state.k += 1;
    state.m = runningMean(state.m, state.k, Math.log(gapDays(state.lastTouch, at)));
  }
  state.lastTouch = at;
  state.lastDay = day;
  state.days += 1;
  state.a7 += 1;
}

function touchIn(state: HealthState, at: number, day: number): void {
  state.nIn += 1;
  state.lastIn = at;
  if (state.inDay === day) return;
  if (state.lastInTouch !== null) {
    const gap = gapDays(state.lastInTouch, at);
    state.kIn += 1;
    state.mIn = runningMean(state.mIn, state.kIn, Math.log(gap));
    state.longestInGap = Math.max(state.longestInGap, gap);
  }
  state.lastInTouch = at;
  state.inDay = day;
  state.i30 += 1;
  state.i365 += 1;
}

function touchOut(state: HealthState, at: number, day: number): void {
  state.nOut += 1;
  state.lastOut = at;
  if (state.outDay === day) return;
  state.outDay = day;
  state.o30 += 1;
  state.o365 += 1;
}

/**
 * A copy that is nobody else's, with its parts in the order of `freshState`. Whatever made the original, the engine then
 * meets one kind of object in `step`, where several kinds would double the time of a rebuild.
 */
function ownCopy(state: HealthState): HealthState {
  const sources = state.sources.map(({ source, weight, day }) => ({ source, weight, day }));
  return Object.assign(freshState(), state, { sources });
}

/** Changes `state`, which must be an own copy. */
function step(state: HealthState, event: HealthEvent, dayOf: DayOf): void {
  const { at } = event;
  if (state.last !== null && at < state.last) throw new RangeError('Out of order: rebuild this contact from its log');
  state.first ??= at;
  if (state.last !== null && at > state.last) decay(state, (at - state.last) / DAY);
  const day = dayOf(at);
  touchDay(state, at, day);
  touchSource(state, event.source, day);
  if (event.direction === 'in') touchIn(state, at, day);
  else touchOut(state, at, day);
  state.last = at;
}

/**
 * Adds one interaction in constant time and leaves the given state as it was. Interactions of the same instant may
 * come in any order.
 * @throws RangeError if it is earlier than the last one
 */
export function foldInteraction(state: HealthState, event: HealthEvent, dayOf: DayOf): HealthState {
  const next = ownCopy(state);
  step(next, event, dayOf);
  return next;
}

/** The log itself where it is in order, which is how the store hands it over. */
function inOrder(log: readonly HealthEvent[]): readonly HealthEvent[] {
  let before = -Infinity;
  for (const { at } of log) {
    if (at < before) return log.toSorted((a, b) => a.at - b.at);
    before = at;
  }
  return log;
}

/** The state of a whole log, in any order: for late, edited, deleted or imported history. */
export function rebuildHealth(log: readonly HealthEvent[], dayOf: DayOf): HealthState {
  const state = freshState();
  for (const event of inOrder(log)) step(state, event, dayOf);
  return state;
}

/**
 * The state at several moments on the way, in one pass: what was known before each.
 * @param log oldest first
 * @param moments UTC milliseconds, the earliest first; an interaction of that very instant is not known yet
 * @returns as many states as moments, each nobody else's
 */
export function statesBefore(log: readonly HealthEvent[], moments: readonly number[], dayOf: DayOf): HealthState[] {
  const state = freshState();
  let next = 0;
  return moments.map((moment) => {
    for (let event = log[next]; event && event.at < moment; event = log[next]) {
      step(state, event, dayOf);
      next += 1;
    }
    return ownCopy(state);
  });
}
