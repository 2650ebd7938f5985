/** Sentences of the Relationships page, and what the people behind a mark are called together. */
import { HEALTH_STATES } from '../health';
import { counted, withThousands } from '../../lib/text';
import { bucketInWords } from './answers';
import { dayName, firstDayOfMonth, monthFromKey, monthName, monthOfDay } from './calendar';
import type { Area, RelationshipsQuestion } from './question';

const NUMBERS = [
  'Nobody', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve', 'Thirteen',
  'Fourteen', 'Fifteen', 'Sixteen', 'Seventeen', 'Eighteen', 'Nineteen', 'Twenty',
] as const;

/** "Six", "4,120": words to twenty, digits beyond. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? withThousands(count);
}

/** "in the last 90 days"; where the readings are of an earlier day "in the 90 days to 22 November". */
export function withinReach(asOf: string | null): string {
  return asOf === null ? 'in the last 90 days' : `in the 90 days to ${asOf}`;
}

/** "312 people answered, wrote, bought or met you in the last 90 days." */
export function reachSentence(people: number, asOf: string | null): string {
  const who = people === 0 ? 'Nobody' : people === 1 ? 'One person' : `${withThousands(people)} people`;
  return `${who} answered, wrote, bought or met you ${withinReach(asOf)}.`;
}

/** "24 more than in August", "3 fewer than in August", "as many as in August" */
export function reachTrend(people: number, before: number, month: number): string {
  const than = `than in ${monthName(month)}`;
  if (people === before) return `as many as in ${monthName(month)}`;
  return people > before ? `${withThousands(people - before)} more ${than}` : `${withThousands(before - people)} fewer ${than}`;
}

export function audienceSentence(audience: number): string {
  return `Platforms count an audience of ${withThousands(audience)}. It changes nothing above.`;
}

/** "Still counting: 1,200 of 4,000 people so far." */
export function countingSentence(read: number, total: number): string {
  return `Still counting: ${withThousands(read)} of ${counted(total, 'person', 'people')} so far.`;
}

const AREA_TITLES: Record<Area, string> = {
  inner: 'Inner circle', rekindle: 'Worth rekindling', rest: 'Let rest', growing: 'Growing',
};

export interface TitleContext {
  /** The day everything is counted back from, and the real one. */
  asOfDay: number;
  today: number;
  /** The former in words where it is not now. */
  asOf: string | null;
}

/** "Steady on 1 November, Cooling today" */
export function questionTitle(question: RelationshipsQuestion, { asOfDay, today, asOf }: TitleContext): string {
  const since = dayName(firstDayOfMonth(monthOfDay(asOfDay)), today);
  const present = asOf === null ? 'today' : `on ${asOf}`;
  const nameOf = (state: number) => HEALTH_STATES[state] ?? '';
  switch (question.about) {
    case 'moved':
      if (question.from === null) return `Not there yet on ${since}, ${nameOf(question.to)} ${present}`;
      return question.from === question.to
        ? `${nameOf(question.to)} on ${since} and ${present}`
        : `${nameOf(question.from)} on ${since}, ${nameOf(question.to)} ${present}`;
    case 'was':
      return `${nameOf(question.state)} on ${since}`;
    case 'is':
      return `${nameOf(question.state)} ${present}`;
    case 'closer':
      return 'Closer than thirty days before';
    case 'drifting':
      return 'Drifting for thirty days';
    case 'reach':
      return `Answered, wrote, bought or met you ${withinReach(asOf)}`;
    case 'area':
      return AREA_TITLES[question.area];
    case 'theirs':
      return `Answered you ${bucketInWords(question.bucket)}, ${withinReach(asOf)}`;
    case 'yours':
      return `You answered ${bucketInWords(question.bucket)}, ${withinReach(asOf)}`;
    case 'cohort':
      return cohortTitle(question);
  }
}

/** "First exchange in June 2026, in touch in September 2026" */
function cohortTitle({ cohort, month, wrote }: Extract<RelationshipsQuestion, { about: 'cohort' }>): string {
  const first = monthFromKey(cohort);
  const named = (number: number) => `${monthName(number)} ${Math.floor(number / 12)}`;
  const began = `First exchange in ${named(first)}`;
  return month === null ? began : `${began}, ${wrote ? 'in touch' : 'no word from them'} in ${named(first + month)}`;
}
