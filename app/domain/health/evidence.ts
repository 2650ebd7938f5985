/** What each thing said about a relationship rests on: the very events, chosen from the log. */
import { callsOf, longestGap, oldestUnanswered, type Call } from './calls';
import { MONTH_DAYS, YEAR_DAYS } from './contact-days';
import type { CoverageBySource } from './coverage';
import type { ReasonTerm } from './reasons';
import type { DayOf, HealthEvent } from './state';

/** What can be opened: reasons first, then the facts without points. An address may hold each of these. */
export const EVIDENCE_TOPICS = [
  'theirMonth', 'yourMonth', 'theirYear', 'yourYear', 'silence', 'theirSilence', 'onlyYou', 'yearOfBoth',
  'first', 'lastWord', 'unanswered', 'theirAnswers', 'yourAnswers', 'theirMisses', 'yourMisses', 'theirTimes', 'yourTimes',
  'longestGap', 'month',
] as const;
export type EvidenceTopic = (typeof EVIDENCE_TOPICS)[number];

/** An event that can be found again. */
export interface LoggedEvent extends HealthEvent {
  id: number;
  /** Written; not a click, and not a meeting. */
  words: boolean;
}

export interface EvidenceInput<E extends LoggedEvent> {
  /** Everything that counts towards health, oldest first. */
  log: readonly E[];
  /** UTC milliseconds: the reading's own time. What came later is not chosen. */
  readAt: number;
  dayOf: DayOf;
  coverage: CoverageBySource;
}

/**
 * these: exactly what was said; earlier: nothing was there in those days, so these are the last before them; otherSide:
 * that side never was in touch, so this is all of the other's.
 */
export interface Evidence<E> {
  events: E[];
  how: 'these' | 'earlier' | 'otherSide';
}

/** What the sentence of a reason rests on; null where it rests on everybody. */
export function topicOf(term: ReasonTerm): EvidenceTopic | null {
  switch (term) {
    case 'workspace':
      return null;
    case 'ceiling:silence':
      return 'theirSilence';
    case 'ceiling:neverWrote':
    case 'ceiling:unseen':
      return 'onlyYou';
    case 'ceiling:youWrite':
    case 'ceiling:theyWrite':
      return 'yearOfBoth';
    default:
      return term;
  }
}

type Direction = HealthEvent['direction'];

const these = <E>(events: E[]): Evidence<E> => ({ events, how: 'these' });

/** One side's days of the last so many; where there were none, as many up to its last word. */
function sideWithin<E extends LoggedEvent>(seen: readonly E[], side: Direction, days: number, input: EvidenceInput<E>): Evidence<E> {
  const { readAt, dayOf } = input;
  const own = seen.filter(({ direction }) => direction === side);
  const last = own.at(-1);
  if (!last) return { events: [...seen], how: 'otherSide' };
  const upTo = (until: number) => own.filter(({ at }) => dayOf(until) - dayOf(at) < days);
  const within = upTo(readAt);
  return within.length > 0 ? these(within) : { events: upTo(last.at), how: 'earlier' };
}

/** The last so many days of both; where there were none, as many up to the last word. */
function bothWithin<E extends LoggedEvent>(seen: readonly E[], days: number, { readAt, dayOf }: EvidenceInput<E>): Evidence<E> {
  const last = seen.at(-1);
  const upTo = (until: number) => seen.filter(({ at }) => dayOf(until) - dayOf(at) < days);
  const within = upTo(readAt);
  return within.length > 0 || !last ? these(within) : { events: upTo(last.at), how: 'earlier' };
}

/** All that the user did; where that is nothing, all of theirs. */
function onlyYours<E extends LoggedEvent>(seen: readonly E[]): Evidence<E> {
  const yours = seen.filter(({ direction }) => direction === 'out');
  return yours.length > 0 ? these(yours) : { events: [...seen], how: 'otherSide' };
}

/** Their last day, and what the user did since; where they never were in touch, all of the user's. */
function theirSilence<E extends LoggedEvent>(seen: readonly E[], { dayOf }: EvidenceInput<E>): Evidence<E> {
  const last = seen.findLast(({ direction }) => direction === 'in');
  if (!last) return { events: [...seen], how: 'otherSide' };
  return these(
    seen.filter(({ at, direction }) => (direction === 'in' ? dayOf(at) === dayOf(last.at) : at >= last.at)),
  );
}

/** Oldest first, each once. */
function said<E extends LoggedEvent>(calls: readonly Call<E>[], which: (call: Call<E>) => boolean): E[] {
  const words = new Map<number, E>();
  for (const one of calls.filter(which)) {
    words.set(one.call.id, one.call);
    if (one.answer) words.set(one.answer.id, one.answer);
  }
  return [...words.values()].sort((a, b) => a.at - b.at || a.id - b.id);
}

function ofCalls<E extends LoggedEvent>(caller: Direction, which: 'all' | 'answered' | 'missed', input: EvidenceInput<E>): Evidence<E> {
  const { log, readAt, coverage } = input;
  const calls = callsOf(log.filter(({ words }) => words), readAt, coverage).filter(({ call }) => call.direction === caller);
  return these(said(calls, ({ answer }) => which === 'all' || (which === 'answered') === (answer !== null)));
}

/** The word that has waited longest, and what the same side wrote after it. */
function unanswered<E extends LoggedEvent>({ log, readAt, coverage }: EvidenceInput<E>): Evidence<E> {
  const words = log.filter((event) => event.words && event.at <= readAt);
  const oldest = oldestUnanswered(words, readAt, coverage);
  return these(oldest ? words.slice(words.indexOf(oldest)) : []);
}

function gapEnds<E extends LoggedEvent>({ log, readAt, dayOf }: EvidenceInput<E>): Evidence<E> {
  const gap = longestGap(log, readAt, dayOf);
  return these(gap ? [...gap.before, ...gap.after] : []);
}

/**
 * Days counted in the events are the days that the sentence says; calls and answers are as many as it says.
 * @returns events oldest first; none only for a fact that isn't told of this log
 */
export function evidenceOf<E extends LoggedEvent>(topic: EvidenceTopic, input: EvidenceInput<E>): Evidence<E> {
  const { readAt, dayOf } = input;
  const seen = input.log.filter(({ at }) => at <= readAt);
  const onDayOf = (event: E | undefined) => (event ? seen.filter(({ at }) => dayOf(at) === dayOf(event.at)) : []);
  switch (topic) {
    case 'theirMonth': return sideWithin(seen, 'in', MONTH_DAYS, input);
    case 'yourMonth': return sideWithin(seen, 'out', MONTH_DAYS, input);
    case 'theirYear': return sideWithin(seen, 'in', YEAR_DAYS, input);
    case 'yourYear': return sideWithin(seen, 'out', YEAR_DAYS, input);
    case 'silence': return these(onDayOf(seen.at(-1)));
    case 'theirSilence': return theirSilence(seen, input);
    case 'onlyYou': return onlyYours(seen);
    case 'yearOfBoth': return bothWithin(seen, YEAR_DAYS, input);
    case 'month': return bothWithin(seen, MONTH_DAYS, input);
    case 'first': return these(onDayOf(seen[0]));
    case 'lastWord': return these(seen.filter(({ words }) => words).slice(-1));
    case 'unanswered': return unanswered(input);
    case 'theirAnswers': return ofCalls('out', 'all', input);
    case 'yourAnswers': return ofCalls('in', 'all', input);
    case 'theirMisses': return ofCalls('out', 'missed', input);
    case 'yourMisses': return ofCalls('in', 'missed', input);
    case 'theirTimes': return ofCalls('out', 'answered', input);
    case 'yourTimes': return ofCalls('in', 'answered', input);
    case 'longestGap': return gapEnds(input);
  }
}
