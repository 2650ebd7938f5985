/** Health of one person in words: the sentence, the number and how it moved, the reasons, and "as of". */
import type { HealthContext } from '../../db/derive/contact-health.server';
import { healthHistory } from '../../domain/contacts/health-history';
import {
  contactDays, daysLong, explainHealth, headline, readHealth, reasonSentence, replyFacts, type HealthReading, type HealthState,
  type HealthStateName, type LastTouches, type Replies,
} from '../../domain/health';
import { DAY, HOUR, longDay, monthAndYear, shortDay } from '../../lib/dates';
import { counted } from '../../lib/text';
import type { PersonLog } from './log.server';

/** Fewer answers than this make no habit. */
const LEAST_ANSWERS = 3;
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

export interface PersonHealth {
  state: HealthStateName;
  health: number;
  /** Points since thirty days before the reading; null where there was nothing to read then. */
  change: number | null;
  /** Readings of the past year, oldest first; null before the first word. */
  past: (number | null)[];
  sentence: string;
  reasons: { points: number; sentence: string }[];
  /** Points of somebody typical, from which the reasons lead to this number. */
  base: number;
  late: boolean;
  /** "22 November", where the sources saw no further; null where the reading is of now. */
  asOf: string | null;
}

export interface PersonFacts {
  /** "Every 9 days"; null without a rhythm of theirs. */
  cadence: string | null;
  /** "May 2024" */
  firstWords: string | null;
  /** "5 hours, usually"; null below three answers. */
  theyReplyIn: string | null;
  youReplyIn: string | null;
}

/** @returns null where nothing counts towards health yet */
export function readPerson(state: HealthState | null, log: PersonLog, context: HealthContext, now: number): PersonReading | null {
  if (state?.last == null) return null;
  const reading = readHealth(state, now, { coverage: context.coverage });
  return { state, reading, replies: replyFacts(log.words, reading.readAt) };
}

export interface Spoken {
  /** What the person is called. */
  name: string;
  zone: string;
  /** UTC milliseconds. */
  now: number;
}

export function healthInWords(
  read: PersonReading,
  log: PersonLog,
  touches: LastTouches,
  context: HealthContext,
  { name, zone, now }: Spoken,
): PersonHealth {
  const { state, reading, replies } = read;
  const { dayOf, coverage } = context;
  const days = contactDays(log.health, reading.readAt, dayOf);
  const explained = explainHealth(reading);
  const past = healthHistory({ log: log.health, dayOf, coverage, until: reading.readAt, stepDays: STEP_DAYS, steps: STEPS });
  const before = past.at(-1 - MONTH_STEPS)?.health ?? null;
  const { yours } = replies;
  const answersWithin = yours.answered >= LEAST_ANSWERS && yours.medianTime !== null ? yours.medianTime / DAY : null;
  return {
    state: reading.state,
    health: reading.health,
    change: before === null ? null : reading.health - before,
    past: past.map(({ health }) => health),
    sentence: headline({ name, reading, state, touches, now, dayOf, answersWithin }),
    reasons: explained.reasons
      .filter(({ shown }) => Math.abs(shown) >= LEAST_POINTS)
      .map((reason) => ({ points: reason.shown, sentence: reasonSentence(reason, { reading, state, days, dayOf }) })),
    base: explained.base,
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
export function factsOf(read: PersonReading | null, zone: string): PersonFacts {
  if (!read) return { cadence: null, firstWords: null, theyReplyIn: null, youReplyIn: null };
  const { state, reading, replies } = read;
  const { usualIn } = reading.rhythm;
  const gap = usualIn === null ? null : Math.max(1, Math.round(usualIn));
  const bothSeen = reading.measures.seesIn && reading.measures.seesOut;
  const usually = ({ answered, medianTime }: Replies['yours']) =>
    bothSeen && answered >= LEAST_ANSWERS && medianTime !== null ? `${roughly(medianTime)}, usually` : null;
  return {
    cadence: gap === null ? null : gap === 1 ? 'Every day' : `Every ${gap} days`,
    firstWords: state.first === null ? null : monthAndYear(state.first, zone),
    theyReplyIn: usually(replies.theirs),
    youReplyIn: usually(replies.yours),
  };
}

/** "Under an hour", "1 hour", "5 hours", "1 day", "2 days" */
function roughly(duration: number): string {
  if (duration < HOUR) return 'Under an hour';
  const hours = Math.round(duration / HOUR);
  return hours < 24 ? counted(hours, 'hour', 'hours') : counted(Math.round(duration / DAY), 'day', 'days');
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
