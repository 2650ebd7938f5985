/** How waiting is said: sentences for headlines and panes, and short labels for rows. */
import { DAY, HOUR } from '../../lib/dates';
import { counted, daysAndLonger, withThousands } from '../../lib/text';
import { firstName } from '../contacts/names';

export { firstName, initials } from '../contacts/names';

const NUMBERS = [
  'nobody', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
] as const;

function numberWord(count: number): string {
  const word = NUMBERS[count] ?? withThousands(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Those who wait, and only where nobody does, those who have gone quiet: "Nobody is waiting on you. Three people have
 * gone quiet." @param asked people whose rest is over
 */
export function headlineForDay(waiting: number, quiet: number, asked: number): string {
  const first = headlineForWaiting(waiting);
  if (waiting > 0) return first;
  if (quiet > 0) return `${first} ${numberWord(quiet)} ${quiet === 1 ? 'person has' : 'people have'} gone quiet.`;
  return asked === 0 ? first : `${first} ${asked === 1 ? 'A rest is' : `${numberWord(asked)} rests are`} over.`;
}

/** "Seven people are waiting on you." Words to twenty, digits beyond. */
export function headlineForWaiting(count: number): string {
  const number = numberWord(count);
  if (count === 0) return `${number} is waiting on you.`;
  return count === 1 ? `${number} person is waiting on you.` : `${number} people are waiting on you.`;
}

/** The age of a wait for a row, rounded down: "under an hour", "19 h", "4 days", "7 weeks", "5 months". */
export function waitLabel(since: number, now: number): string {
  const elapsed = now - since;
  if (elapsed < HOUR) return 'under an hour';
  return elapsed < DAY ? `${Math.floor(elapsed / HOUR)} h` : daysAndLonger(Math.floor(elapsed / DAY));
}

/**
 * "Leila wrote 4 days ago."
 * @param name a display name; the sentence uses the first name
 */
export function waitedSentence(name: string, since: number, now: number): string {
  const elapsed = now - since;
  const hours = Math.floor(elapsed / HOUR);
  const short = hours < 1 ? 'less than an hour' : counted(hours, 'hour', 'hours');
  const length = elapsed < DAY ? short : daysAndLonger(Math.floor(elapsed / DAY));
  return `${firstName(name)} wrote ${length} ago.`;
}
