/** What counts as speaking with one another: words and encounters, not clicks. */
import type { LogEvent } from '../contacts/events';
import { interactionWeight } from '../pulse/weight';

const WORD = Math.round(interactionWeight('message') * 100);
const ENCOUNTER = Math.round(interactionWeight('meeting') * 100);

export function isWord({ weight }: LogEvent): boolean {
  return weight === WORD;
}

/** A meeting, a call, a purchase, a gift: it takes both, so whoever logged it, both were there. */
function isEncounter({ weight }: LogEvent): boolean {
  return weight === ENCOUNTER;
}

/** They wrote, answered, bought or met the user. */
export function isTheirSign(event: LogEvent): boolean {
  return isEncounter(event) || (isWord(event) && event.direction === 'in');
}

export function isYourSign(event: LogEvent): boolean {
  return isEncounter(event) || (isWord(event) && event.direction === 'out');
}
