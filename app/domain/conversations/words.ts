/** How waiting is said: sentences for headlines and panes, and short labels for rows. */
import { DAY, HOUR } from '../../lib/dates';
import { counted, withThousands } from '../../lib/text';
import { firstName } from '../contacts/names';

export { firstName, initials } from '../contacts/names';

const NUMBERS = [
  'nobody', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
] as const;

const AVERAGE_MONTH = 365.25 / 12;
/** Days from which a wait is told in weeks, months, years: never "1 week" or "1 month", which say too little. */
const IN_WEEKS = 14;
const IN_MONTHS = 61;
const IN_YEARS = 731;

/** "Seven people are waiting on you." Words to twenty, digits beyond. */
export function headlineForWaiting(count: number): string {
  const word = NUMBERS[count] ?? withThousands(count);
  const number = word.charAt(0).toUpperCase() + word.slice(1);
  if (count === 0) return `${number} is waiting on you.`;
  return count === 1 ? `${number} person is waiting on you.` : `${number} people are waiting on you.`;
}

/** A length of a day or more: "1 day", "13 days", "7 weeks", "5 months", "2 years". */
function daysAndLonger(elapsed: number): string {
  const days = Math.floor(elapsed / DAY);
  if (days < IN_WEEKS) return counted(days, 'day', 'days');
  if (days < IN_MONTHS) return counted(Math.floor(days / 7), 'week', 'weeks');
  if (days < IN_YEARS) return counted(Math.floor(days / AVERAGE_MONTH), 'month', 'months');
  return counted(Math.floor(days / (12 * AVERAGE_MONTH)), 'year', 'years');
}

/** The age of a wait for a row, rounded down: "under an hour", "19 h", "4 days", "7 weeks", "5 months". */
export function waitLabel(since: number, now: number): string {
  const elapsed = now - since;
  if (elapsed < HOUR) return 'under an hour';
  return elapsed < DAY ? `${Math.floor(elapsed / HOUR)} h` : daysAndLonger(elapsed);
}

/**
 * "Leila wrote 4 days ago."
 * @param name a display name; the sentence uses the first name
 */
export function waitedSentence(name: string, since: number, now: number): string {
  const elapsed = now - since;
  const hours = Math.floor(elapsed / HOUR);
  const short = hours < 1 ? 'less than an hour' : counted(hours, 'hour', 'hours');
  const length = elapsed < DAY ? short : daysAndLonger(elapsed);
  return `${firstName(name)} wrote ${length} ago.`;
}
