/** The sentence that comes before the number: what is going on with this person. */
import { daysAgo, daysLong, everyDays, rhythmPhrase } from './phrases';
import type { HealthReading } from './read';
import type { DayOf, HealthState } from './state';

/** What takes both, so that nobody wrote. */
export type EncounterKind = 'meeting' | 'call' | 'purchase' | 'gift';

/** What came last, told apart: the state counts words, meetings and clicks alike. Instants are UTC milliseconds. */
export interface LastTouches {
  /** The last words of theirs, and of the user; null if never. */
  wordIn: number | null;
  wordOut: number | null;
  /** Null if never. */
  encounter: { at: number; kind: EncounterKind; direction: 'in' | 'out' } | null;
}

export interface HeadlineContext {
  /** What the person is called, or "They". */
  name: string;
  reading: HealthReading;
  state: HealthState;
  /** Of the same log as the state. */
  touches: LastTouches;
  /** UTC milliseconds: the real now. "Ago" counts to it, "silent for" only to the read time. */
  now: number;
  dayOf: DayOf;
  /** Days within which the user usually answers them; null or absent where that is not known. */
  answersWithin?: number | null;
}

type Dates = Pick<HeadlineContext, 'now' | 'dayOf' | 'reading'>;

function ago(at: number, { now, dayOf }: Dates): string {
  return daysAgo(dayOf(now) - dayOf(at));
}

function silentDays(since: number, { reading, dayOf }: Dates): number {
  return Math.max(0, dayOf(reading.readAt) - dayOf(since));
}

const ENCOUNTERS: Record<EncounterKind, readonly [them: string, you: string]> = {
  meeting: ['you met', 'you met'],
  call: ['you talked', 'you talked'],
  purchase: ['they bought from you', 'you bought from them'],
  gift: ['they gave you something', 'you gave them something'],
};

/** "you met yesterday" */
function encounterPhrase({ at, kind, direction }: NonNullable<LastTouches['encounter']>, dates: Dates): string {
  return `${ENCOUNTERS[kind][direction === 'in' ? 0 : 1]} ${ago(at, dates)}`;
}

const asSentence = (phrase: string) => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;

/** Their last sign, by what it was: a part of a sentence, and a sentence of its own. A like is neither word nor meeting. */
function lastSign(lastIn: number, context: HeadlineContext): { part: string; sentence: string } {
  const { wordIn, encounter } = context.touches;
  if (encounter && encounter.at >= (wordIn ?? -Infinity)) {
    const part = encounterPhrase(encounter, context);
    return { part, sentence: asSentence(part) };
  }
  const when = ago(wordIn ?? lastIn, context);
  return wordIn === null
    ? { part: `was in touch ${when}`, sentence: `Was last in touch ${when}.` }
    : { part: `wrote ${when}`, sentence: `Last wrote ${when}.` };
}

/** "Leila wrote 4 days ago. You usually answer within 2." */
function owedSentence(lastIn: number, context: HeadlineContext): string {
  const { name, answersWithin } = context;
  const wrote = ago(lastIn, context);
  if (answersWithin == null) return `${name} wrote ${wrote}.`;
  const within = Math.max(1, Math.ceil(answersWithin));
  // "4 days ago … within 2": the unit is said already.
  const unitSaid = wrote.endsWith('days ago');
  const limit = unitSaid ? String(within) : daysLong(within);
  return `${name} wrote ${wrote}. You usually answer within ${within === 1 ? 'a day' : limit}.`;
}

function youWriteSentence(context: HeadlineContext): string {
  const { state, reading } = context;
  if (state.lastIn === null) return 'You write; no answer yet.';
  if (reading.rhythm.grey.reached) return `You write; silent for ${daysLong(silentDays(state.lastIn, context))}.`;
  return 'You write; an answer on less than one day in five.';
}

/** Nothing of theirs counts: what the user did, if anything. */
function noSignYet(context: HeadlineContext): string {
  const { lastOut } = context.state;
  const { wordOut, encounter } = context.touches;
  if (encounter && encounter.at >= (wordOut ?? -Infinity)) return asSentence(encounterPhrase(encounter, context));
  // Where a source may hide something of theirs, it is not known that there is none.
  const none = context.reading.measures.seesAllIn ? 'No word from them yet' : 'No word of theirs was seen';
  if (wordOut !== null) return `${none}; you wrote ${ago(wordOut, context)}.`;
  return lastOut === null ? 'No word yet.' : `${none}; you were in touch ${ago(lastOut, context)}.`;
}

/**
 * They were last to be in touch and the user normally answers: what they wrote, or that the two met since. Null where
 * their last word was answered, and only a click came after.
 */
function awaitingSentence(context: HeadlineContext): string | null {
  const { wordIn, wordOut, encounter } = context.touches;
  if (encounter && encounter.at >= Math.max(wordIn ?? -Infinity, wordOut ?? -Infinity)) {
    return asSentence(encounterPhrase(encounter, context));
  }
  return wordIn !== null && wordIn > (wordOut ?? -Infinity) ? owedSentence(wordIn, context) : null;
}

/** For every state that their rhythm, or at least their last word, says enough about. */
function rhythmSentence(context: HeadlineContext): string {
  const { state, reading } = context;
  const { usualIn } = reading.rhythm;
  if (state.lastIn === null) return noSignYet(context);
  const sign = lastSign(state.lastIn, context);
  if (reading.state === 'Warming') {
    return `More in touch than before; ${usualIn === null ? sign.part : `usually writes ${everyDays(usualIn)}`}.`;
  }
  if (usualIn === null) return sign.sentence;
  const silent = silentDays(state.lastIn, context);
  return silent > usualIn ? `${rhythmPhrase(usualIn, silent)}.` : `Usually writes ${everyDays(usualIn)}; ${sign.part}.`;
}

/** One or two whole sentences. @param context its state must hold an interaction, as for a reading */
export function headline(context: HeadlineContext): string {
  const { name, state, reading } = context;
  const { measures, rhythm } = reading;
  const awaiting = rhythm.owed ? awaitingSentence(context) : null;
  if (awaiting !== null) return awaiting;
  const theirLast = (measures.seesIn ? (state.lastIn ?? state.first) : state.last) ?? reading.readAt;
  if (reading.state === 'Dormant') return `Quiet for ${daysLong(silentDays(theirLast, context))}, and that is fine.`;
  if (!measures.seesIn) return `Only your side can be seen here; you were in touch ${ago(theirLast, context)}.`;
  if (reading.state === 'New') return `First contact ${ago(state.first ?? reading.readAt, context)}.`;
  if (reading.state === 'One-sided: you write') return youWriteSentence(context);
  if (reading.state === 'One-sided: they write') return `${name} writes; you answer on less than one day in five.`;
  return rhythmSentence(context);
}
