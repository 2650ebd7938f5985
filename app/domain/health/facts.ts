/** Facts shown without points: they don't improve the ranking, people ask for them. Nothing is told of a side that can't be seen. */
import { DAY, HOUR, monthAndYear, shortDay } from '../../lib/dates';
import { counted } from '../../lib/text';
import { longestGap, oldestUnanswered } from './calls';
import { NEW_SOURCE_DAYS, WARMING_TREND } from './constants';
import type { CoverageBySource } from './coverage';
import type { EvidenceTopic, LoggedEvent } from './evidence';
import { daysLong, rhythmPhrase } from './phrases';
import type { HealthReading } from './read';
import type { Replies, ReplyFacts } from './replies';
import type { DayOf, HealthState } from './state';

/** Fewer answers than this make no habit. */
export const LEAST_ANSWERS = 3;
/** From so many days of theirs on, one gap is longer than another. */
const LEAST_GAPS = 2;
/** From so many days in touch on, a month can be more or less than usual. */
const LEAST_DAYS = 3;

export interface Fact {
  /** What its events are asked for by. */
  topic: EvidenceTopic;
  /** "They answer" */
  name: string;
  /** "3 of 7" */
  value: string;
  /** Above the events, without a full stop: "They answered 3 of 7" */
  sentence: string;
}

export interface FactsInput {
  state: HealthState;
  reading: HealthReading;
  replies: Replies;
  /** The same log as the state's, oldest first. */
  log: readonly LoggedEvent[];
  coverage: CoverageBySource;
  dayOf: DayOf;
  zone: string;
  /** UTC milliseconds: the real now; dates of another year than its own carry their year. */
  now: number;
  /** They wait for the user: what was closed or put off is not called unanswered. */
  theyWait: boolean;
}

/** "Under an hour", "1 hour", "5 hours", "1 day", "2 days" */
export function roughly(duration: number): string {
  if (duration < HOUR) return 'Under an hour';
  const hours = Math.round(duration / HOUR);
  return hours < 24 ? counted(hours, 'hour', 'hours') : counted(Math.round(duration / DAY), 'day', 'days');
}

function firstContact({ state, zone }: FactsInput): Fact[] {
  if (state.first === null) return [];
  const month = monthAndYear(state.first, zone);
  return [{ topic: 'first', name: 'First contact', value: month, sentence: `First contact in ${month}` }];
}

/** By its date: where the sources saw no further, "ago" would be counted from another day than the silence. */
function lastWord({ zone, now }: FactsInput, words: readonly LoggedEvent[]): Fact[] {
  const last = words.at(-1);
  if (!last) return [];
  const day = shortDay(last.at, zone, now);
  const [who, whose] = last.direction === 'in' ? ['They', 'Theirs'] : ['You', 'Yours'];
  return [{ topic: 'lastWord', name: 'Last word', value: `${whose}, ${day}`, sentence: `${who} wrote last, on ${day}` }];
}

function unanswered({ reading, coverage, dayOf, theyWait }: FactsInput, words: readonly LoggedEvent[]): Fact[] {
  const oldest = oldestUnanswered(words, reading.readAt, coverage);
  if (!oldest || (oldest.direction === 'in' && !theyWait)) return [];
  const days = dayOf(reading.readAt) - dayOf(oldest.at);
  if (days < 1) return [];
  const whose = oldest.direction === 'in' ? 'Theirs' : 'Yours';
  return [{
    topic: 'unanswered', name: 'Unanswered', value: `${whose}, for ${daysLong(days)}`,
    sentence: `${whose === 'Theirs' ? 'A word of theirs' : 'A word of yours'} has had no answer for ${daysLong(days)}`,
  }];
}

function answers({ replies: { theirs, yours } }: FactsInput): Fact[] {
  const share = ({ answered, calls }: ReplyFacts) => `${answered} of ${calls}`;
  const facts: Fact[] = [];
  if (theirs.calls > 0) {
    facts.push({ topic: 'theirAnswers', name: 'They answer', value: share(theirs), sentence: `They answered ${share(theirs)}` });
  }
  if (yours.calls > 0) {
    facts.push({ topic: 'yourAnswers', name: 'You answer', value: share(yours), sentence: `You answered ${share(yours)}` });
  }
  return facts;
}

function replyTimes({ replies: { theirs, yours } }: FactsInput): Fact[] {
  const usual = ({ answered, medianTime }: ReplyFacts) => (answered >= LEAST_ANSWERS && medianTime !== null ? roughly(medianTime) : null);
  const fact = (topic: EvidenceTopic, name: string, who: string, time: string | null): Fact[] =>
    time === null ? [] : [{ topic, name, value: `${time}, usually`, sentence: `${who} usually answer in ${time.toLowerCase()}` }];
  return [...fact('theirTimes', 'Replies in', 'They', usual(theirs)), ...fact('yourTimes', 'You reply in', 'You', usual(yours))];
}

/** Of theirs, without the present silence. */
function longest({ state, reading, log, dayOf, zone }: FactsInput): Fact[] {
  const gap = longestGap(log, reading.readAt, dayOf);
  const end = gap?.after[0];
  if (!gap || !end || state.kIn < LEAST_GAPS || gap.days < 1) return [];
  const days = daysLong(Math.round(gap.days));
  return [{
    topic: 'longestGap', name: 'Longest gap', value: `${days}, to ${monthAndYear(end.at, zone)}`,
    sentence: `The longest gap before this one was ${days}`,
  }];
}

/** Needs coverage on both of its windows; where the alarm has ended, it says nothing. */
function lately({ state, reading: { measures, rhythm } }: FactsInput): Fact[] {
  const { trend, age, newSource } = measures;
  if (newSource || rhythm.grey.reached || state.days < LEAST_DAYS || age < NEW_SOURCE_DAYS) return [];
  const much = trend > WARMING_TREND ? 'more than usual' : trend < -WARMING_TREND ? 'less than usual' : 'as much as usual';
  return [{
    topic: 'month', name: 'Lately', value: much.charAt(0).toUpperCase() + much.slice(1),
    sentence: `You two were in touch ${much} in the last 30 days`,
  }];
}

/** Past three of their usual gaps: by how long the expected time is over. */
function late({ state, reading: { rhythm, readAt }, dayOf }: FactsInput): Fact[] {
  if (!rhythm.late || rhythm.grey.reached || !rhythm.band || rhythm.usualIn === null || state.lastIn === null) return [];
  const days = Math.floor((readAt - rhythm.band.to) / DAY);
  if (days < 1) return [];
  const silent = Math.max(0, dayOf(readAt) - dayOf(state.lastIn));
  return [{ topic: 'theirSilence', name: 'Late', value: `By ${daysLong(days)}`, sentence: rhythmPhrase(rhythm.usualIn, silent) }];
}

/** In the order they are read. */
export function factsBetween(input: FactsInput): Fact[] {
  const { readAt, measures: { seesIn, seesOut } } = input.reading;
  const words = input.log.filter((event) => event.words && event.at <= readAt);
  const ofBoth = seesIn && seesOut;
  return [
    ...firstContact(input),
    ...(ofBoth ? [...lastWord(input, words), ...unanswered(input, words), ...answers(input), ...replyTimes(input)] : []),
    ...(seesIn ? [...longest(input), ...late(input)] : []),
    ...(ofBoth ? lately(input) : []),
  ];
}
