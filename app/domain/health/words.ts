/** Plain sentences for reasons. Numbers are counted from the log, never taken from decayed sums. */
import { COOLING_OVER } from './constants';
import type { ContactDays } from './contact-days';
import { daysAgo, daysLong, rhythmPhrase } from './phrases';
import type { HealthReading } from './read';
import type { Reason, ReasonTerm } from './reasons';
import type { CeilingKind } from './scale';
import type { DayOf, HealthState } from './state';

export interface ReasonContext {
  reading: HealthReading;
  state: HealthState;
  days: ContactDays;
  dayOf: DayOf;
}

/** Calendar days from an instant to the read time. */
function daysSince(at: number | null, { reading, dayOf }: ReasonContext): number {
  return at === null ? 0 : Math.max(0, dayOf(reading.readAt) - dayOf(at));
}

function monthSentence(who: 'They' | 'You', days: number, adds: boolean): string {
  // What is just over a month old still weighs.
  if (adds) return days > 0 ? `${who} were in touch on ${days} of the last 30 days` : `${who} were often in touch some weeks ago`;
  if (who === 'You') return 'You were hardly in touch in the last 30 days';
  return days > 0 ? 'Little from them in the last 30 days' : 'Nothing from them in the last 30 days';
}

function yearSentence(who: 'They' | 'You', days: number, adds: boolean): string {
  if (adds) {
    return days > 0 ? `${who} were in touch on ${daysLong(days)} in the last year` : `${who} were often in touch in earlier years`;
  }
  return days > 0 ? `${who} were in touch on only ${daysLong(days)} in the last year` : `${who} were not in touch in the last year`;
}

function silenceSentence(context: ReasonContext, adds: boolean): string {
  const days = daysSince(context.state.last, context);
  // Read in the past, "ago" would be counted from the wrong day.
  if (adds && context.reading.stale) return `You had been in contact within ${daysLong(days + 1)}`;
  if (adds || days === 0) return `You were in contact ${daysAgo(days)}`;
  return `No word either way for ${daysLong(days)}`;
}

function silenceCeiling(context: ReasonContext): string {
  const { measures, rhythm } = context.reading;
  const silent = daysSince(context.state.lastIn, context);
  if (measures.overIn <= COOLING_OVER) return 'No higher until they write again';
  return rhythm.usualIn === null ? `Silent for ${daysLong(silent)}` : rhythmPhrase(rhythm.usualIn, silent);
}

/** Where a source may hide something of theirs, it is not known that they never did. */
const neverWrote = ({ reading }: ReasonContext) =>
  reading.measures.seesAllIn ? 'They have never written to you' : 'No word of theirs was seen';

const CEILING_SENTENCES: Record<Exclude<CeilingKind, 'silence' | 'neverWrote'>, string> = {
  youWrite: 'They answer less than one day in five that you write',
  theyWrite: 'You answer less than one day in five that they write',
  unseen: 'Only your side can be seen here',
};

const SENTENCES: Record<ReasonTerm, (context: ReasonContext, adds: boolean) => string> = {
  theirMonth: ({ days }, adds) => monthSentence('They', days.inMonth, adds),
  yourMonth: ({ days }, adds) => monthSentence('You', days.outMonth, adds),
  theirYear: ({ days }, adds) => yearSentence('They', days.inYear, adds),
  yourYear: ({ days }, adds) => yearSentence('You', days.outYear, adds),
  silence: silenceSentence,
  workspace: (_, adds) => `Your people answer ${adds ? 'more' : 'less'} often than most`,
  'ceiling:silence': silenceCeiling,
  'ceiling:neverWrote': neverWrote,
  'ceiling:youWrite': () => CEILING_SENTENCES.youWrite,
  'ceiling:theyWrite': () => CEILING_SENTENCES.theyWrite,
  'ceiling:unseen': () => CEILING_SENTENCES.unseen,
};

/** What a reason says, without a full stop: "They were in touch on 4 of the last 30 days". */
export function reasonSentence(reason: Reason, context: ReasonContext): string {
  return SENTENCES[reason.term](context, reason.points >= 0);
}
