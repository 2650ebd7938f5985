/** How a change of health over thirty days is shown: the same on a person's page and beside a conversation. */

export type ChangeTone = 'good' | 'amber' | 'red' | 'mute';

/**
 * Smaller moves get no colour. Between one word of theirs and the next, health of somebody who writes every nine days
 * goes from 87 to 79 and back, though nothing has changed: readings thirty days apart differ by up to eight for that
 * alone.
 */
export const LEAST_CHANGE = 9;
/** Half of the thirty points that a state spans (Steady is 40 to 69): as good as a step down. */
const GRAVE_FALL = 15;

/** @param points over thirty days; null where there was nothing to compare with */
export function changeTone(points: number | null): ChangeTone {
  if (points === null || Math.abs(points) < LEAST_CHANGE) return 'mute';
  if (points > 0) return 'good';
  return points <= -GRAVE_FALL ? 'red' : 'amber';
}
