import { HOUR } from '../../lib/dates';

/** Halves the time until the first moment that holds is known to the hour. `to` holds, `from` does not. */
export function firstHour(from: number, to: number, holds: (at: number) => boolean): number {
  while (to - from > HOUR) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle;
  }
  return to;
}
