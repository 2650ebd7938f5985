/** The sentence that comes before the number: what is going on with this person. */
import { daysAgo, daysLong, everyDays, rhythmPhrase } from './phrases';
import type { HealthReading } from './read';
import type { DayOf, HealthState } from './state';

export interface HeadlineContext {
  /** What the person is called, or "They". */
  name: string;
  reading: HealthReading;
  state: HealthState;
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

/** For every state that their rhythm, or at least their last word, says enough about. */
function rhythmSentence(context: HeadlineContext): string {
  const { state, reading } = context;
  const { usualIn } = reading.rhythm;
  if (state.lastIn === null) return state.lastOut === null ? 'No word yet.' : `No word from them yet; you wrote ${ago(state.lastOut, context)}.`;
  const wrote = ago(state.lastIn, context);
  if (reading.state === 'Warming') {
    return `More in touch than before; ${usualIn === null ? `wrote ${wrote}` : `usually writes ${everyDays(usualIn)}`}.`;
  }
  if (usualIn === null) return `Last wrote ${wrote}.`;
  const silent = silentDays(state.lastIn, context);
  return silent > usualIn ? `${rhythmPhrase(usualIn, silent)}.` : `Usually writes ${everyDays(usualIn)}; wrote ${wrote}.`;
}

/** One or two whole sentences. @param context its state must hold an interaction, as for a reading */
export function headline(context: HeadlineContext): string {
  const { name, state, reading } = context;
  const { measures, rhythm } = reading;
  if (rhythm.owed && state.lastIn !== null) return owedSentence(state.lastIn, context);
  const theirLast = (measures.seesIn ? (state.lastIn ?? state.first) : state.last) ?? reading.readAt;
  if (reading.state === 'Dormant') return `Quiet for ${daysLong(silentDays(theirLast, context))}, and that is fine.`;
  if (!measures.seesIn) return `Only your side can be seen here; you were in touch ${ago(theirLast, context)}.`;
  if (reading.state === 'New') return `First contact ${ago(state.first ?? reading.readAt, context)}.`;
  if (reading.state === 'One-sided: you write') return youWriteSentence(context);
  if (reading.state === 'One-sided: they write') return `${name} writes; you answer on less than one day in five.`;
  return rhythmSentence(context);
}
