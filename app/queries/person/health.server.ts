/** Health of one person in words: the sentence, the number and how it moved, the reasons, and "as of". */
import type { HealthContext } from '../../db/derive/contact-health.server';
import { healthHistory } from '../../domain/contacts/health-history';
import {
  contactDays, daysLong, explainHealth, factsBetween, headline, LEAST_ANSWERS, readHealth, reasonSentence, replyFacts, topicOf,
  type EvidenceTopic, type Fact, type HealthReading, type HealthState, type HealthStateName, type LastTouches, type Replies,
} from '../../domain/health';
import { DAY, longDay, shortDay } from '../../lib/dates';
import type { PersonLog } from './log.server';

/** The line under the number: a year, read every fifteen days; two readings back are the thirty days it is compared with. */
const STEP_DAYS = 15;
const STEPS = 24;
const MONTH_STEPS = 2;
/** Silence is unusual as in the state Cooling: past one and a half of their usual gaps, and longer than a week. */
const UNUSUAL_GAPS = 1.5;
const LEAST_GAP_DAYS = 8;
/** Reasons that move nothing are left out. */
const LEAST_POINTS = 1;

export interface PersonReading {
  state: HealthState;
  reading: HealthReading;
  replies: Replies;
}

export interface ReasonInWords {
  points: number;
  sentence: string;
  /** What its events are asked for by; null where it rests on everybody. */
  topic: EvidenceTopic | null;
}

export interface PersonHealth {
  state: HealthStateName;
  health: number;
  /** Points since thirty days before the reading; null where there was nothing to read then. */
  change: number | null;
  /** Readings of the past year, oldest first; null before the first word. */
  past: (number | null)[];
  sentence: string;
  reasons: ReasonInWords[];
  /** Points of somebody typical, from which the reasons lead to this number. */
  base: number;
  late: boolean;
  /** "22 November", where the sources saw no further; null where the reading is of now. */
  asOf: string | null;
}

export interface PersonFacts {
  /** "Every 9 days"; null without a rhythm of theirs. */
  cadence: string | null;
  /** What is between the two, each with the events behind it. */
  between: Fact[];
}

/** @returns null where nothing counts towards health yet */
export function readPerson(state: HealthState | null, log: PersonLog, context: HealthContext, now: number): PersonReading | null {
  if (state?.last == null) return null;
  const reading = readHealth(state, now, context);
  return { state, reading, replies: replyFacts(log.words, reading.readAt, context.coverage) };
}

export interface Spoken {
  /** What the person is called. */
  name: string;
  zone: string;
  /** UTC milliseconds. */
  now: number;
}

/** All reasons, also those that move nothing, the weightiest first. */
export function reasonsInWords({ state, reading }: PersonReading, log: PersonLog, { dayOf }: HealthContext): ReasonInWords[] {
  const days = contactDays(log.health, reading.readAt, dayOf);
  return explainHealth(reading).reasons.map((reason) => ({
    points: reason.shown, sentence: reasonSentence(reason, { reading, state, days, dayOf }), topic: topicOf(reason.term),
  }));
}

/** @param theyWait how soon the user usually answers is only said where an answer is due */
export function healthInWords(
  read: PersonReading,
  log: PersonLog,
  touches: LastTouches,
  context: HealthContext,
  { name, zone, now }: Spoken,
  theyWait: boolean,
): PersonHealth {
  const { state, reading, replies } = read;
  const { dayOf, coverage, delta } = context;
  const past = healthHistory({ log: log.health, dayOf, coverage, delta, until: reading.readAt, stepDays: STEP_DAYS, steps: STEPS });
  const before = past.at(-1 - MONTH_STEPS)?.health ?? null;
  const { yours } = replies;
  const answersWithin = theyWait && yours.answered >= LEAST_ANSWERS && yours.medianTime !== null ? yours.medianTime / DAY : null;
  return {
    state: reading.state,
    health: reading.health,
    change: before === null ? null : reading.health - before,
    past: past.map(({ health }) => health),
    sentence: headline({ name, reading, state, touches, now, dayOf, answersWithin }),
    reasons: reasonsInWords(read, log, context).filter(({ points }) => Math.abs(points) >= LEAST_POINTS),
    base: explainHealth(reading).base,
    late: reading.rhythm.late,
    asOf: reading.stale ? dayWithoutWeekday(reading.readAt, zone, now) : null,
  };
}

/** "22 November"; with the year where it is another: "22 Nov 2025". */
export function dayWithoutWeekday(at: number, zone: string, now: number): string {
  const short = shortDay(at, zone, now);
  return /\d{4}$/.test(short) ? short : longDay(at, zone).replace(/^\S+ /, '');
}

/** @param read null for somebody without any word yet */
export function factsOf(
  read: PersonReading | null, log: PersonLog, { dayOf, coverage }: HealthContext, { zone, now }: Spoken, theyWait: boolean,
): PersonFacts {
  if (!read) return { cadence: null, between: [] };
  const { usualIn } = read.reading.rhythm;
  const gap = usualIn === null ? null : Math.max(1, Math.round(usualIn));
  return {
    cadence: gap === null ? null : gap === 1 ? 'Every day' : `Every ${gap} days`,
    between: factsBetween({ ...read, log: log.health, coverage, dayOf, zone, now, theyWait }),
  };
}

export interface SilenceGap {
  /** UTC milliseconds: their last word, above which the line stands. */
  lastIn: number;
  sentence: string;
  /** Grey once the alarm has ended. */
  tone: 'amber' | 'red' | 'mute';
}

/** "41 days without a word. The longest gap before this was 30." Null while their silence is nothing unusual. */
export function silenceGap({ state, reading }: PersonReading, dayOf: HealthContext['dayOf']): SilenceGap | null {
  const { rhythm, measures } = reading;
  if (!rhythm.known || state.lastIn === null || measures.overIn <= Math.log(UNUSUAL_GAPS)) return null;
  const days = dayOf(reading.readAt) - dayOf(state.lastIn);
  const longest = Math.round(state.longestInGap);
  if (days < LEAST_GAP_DAYS) return null;
  const length = daysLong(days);
  // "41 days … was 30": the unit is said already.
  const unitSaid = length.endsWith(' days') && daysLong(longest).endsWith(' days');
  const before = longest >= 1 ? ` The longest gap before this was ${unitSaid ? longest : daysLong(longest)}.` : '';
  const tone = rhythm.grey.reached ? 'mute' : rhythm.late ? 'red' : 'amber';
  return { lastIn: state.lastIn, sentence: `${length} without a word.${before}`, tone };
}
