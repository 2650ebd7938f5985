/** When people write: in waking hours of the workspace's zone, and never in the future. */
import { DAY, HOUR, MINUTE, startOfDay } from '../../lib/dates';

/** People write from seven in the morning until eleven at night. */
const WAKES = 7;
const SLEEPS = 23;

/**
 * An instant so many days ago at which somebody may have written: what falls into the night moves to the evening before,
 * so that no silence becomes shorter.
 * @param now UTC milliseconds
 */
export function momentAgo(now: number, zone: string, ago: number): number {
  const at = now - ago * DAY;
  const midnight = startOfDay(at, zone);
  const hour = (at - midnight) / HOUR;
  if (hour >= WAKES && hour < SLEEPS) return Math.round(at);
  // Today's night is all that lies between the last evening and now: a word of the last hours stays where it is.
  if (ago < 1) return Math.round(at);
  const evening = hour >= SLEEPS ? midnight + (SLEEPS - 1) * HOUR : startOfDay(midnight, zone, -1) + (SLEEPS - 1) * HOUR;
  return Math.round(evening + (at % (50 * MINUTE)));
}

/**
 * An answer after so many hours; what falls into the night comes in the morning.
 * @param before the answer comes earlier than this
 */
export function answerAfter(at: number, zone: string, hours: number, before: number): number {
  const meant = at + hours * HOUR;
  const midnight = startOfDay(meant, zone);
  const hour = (meant - midnight) / HOUR;
  const morning = midnight + (WAKES + 0.2 + (hours % 1.5)) * HOUR;
  const awake = hour < WAKES ? morning : hour >= SLEEPS ? morning + DAY : meant;
  return Math.round(Math.min(Math.max(awake, at + 4 * MINUTE), at + (before - at) * 0.8));
}
