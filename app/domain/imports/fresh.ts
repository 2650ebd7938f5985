/** How old what an archive shows may be before a fresh one is offered. */
import { DAY } from '../../lib/dates';

/** An export takes its platform a day or two and the user some minutes: asked for more often than weekly, it would nag. */
export const FRESH_DAYS = 7;

/** @param seenTo up to when the newest archive shows anything, UTC milliseconds */
export function isFresh(seenTo: number, now: number): boolean {
  return now - seenTo <= FRESH_DAYS * DAY;
}
