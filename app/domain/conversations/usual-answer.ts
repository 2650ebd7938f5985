/** How soon the user usually answers somebody, as a sentence beside how long they have been waiting. */
import { DAY, HOUR } from '../../lib/dates';
import { counted } from '../../lib/text';
import type { ReplyFacts } from '../health';

/** From so many answers on there is a habit. */
const HABIT = 3;

/**
 * "You usually answer within 2." after "4 days ago", otherwise with its unit.
 * @param waited how long they have been waiting, in milliseconds
 * @returns null where there is no habit yet
 */
export function usualAnswer({ answered, medianTime }: ReplyFacts, waited: number): string | null {
  if (answered < HABIT || medianTime === null) return null;
  return `You usually answer within ${length(medianTime, waited)}.`;
}

function length(time: number, waited: number): string {
  if (time <= HOUR) return 'the hour';
  if (time <= 12 * HOUR) return counted(Math.ceil(time / HOUR), 'hour', 'hours');
  const days = Math.ceil(time / DAY);
  if (days === 1) return 'a day';
  const saidInDays = waited >= 2 * DAY && waited < 14 * DAY;
  return saidInDays ? String(days) : `${days} days`;
}
