/** How far the figures of real reach may be compared: only where the sources saw all of both windows. */
import { REACH_DAYS, REACH_MOMENTS, REACH_STEP_DAYS } from './past';

/** A quarter ago: the first moment whose ninety days share no day with the present ones. */
export const COMPARED_MOMENT = REACH_DAYS / REACH_STEP_DAYS;
/** A source that ended so shortly before is as good as one that saw everything. */
const NEARLY = 3;

/** From and to which day one source showed what others wrote; null for without end. */
export interface SourceDays {
  start: number | null;
  end: number | null;
}

/**
 * How many of the moments, from the present one backwards, were seen as the present one was. Each source that shows
 * anything of the present ninety days has to have begun before the ninety days of the moment.
 */
export function comparableMoments(sources: readonly SourceDays[], asOfDay: number): number {
  const present = sources.filter(({ end }) => end === null || end > asOfDay - REACH_DAYS);
  const begun = Math.max(-Infinity, ...present.map(({ start }) => start ?? -Infinity));
  const moments = Array.from({ length: REACH_MOMENTS }, (_, moment) => moment);
  const unseen = moments.findIndex((moment) => moment > 0 && begun > asOfDay - moment * REACH_STEP_DAYS - REACH_DAYS + 1);
  return unseen < 0 ? REACH_MOMENTS : unseen;
}

/** Whether a source ended within the two quarters that are compared, so that fewer people could be seen at their end. */
export function endedMeanwhile(sources: readonly SourceDays[], asOfDay: number): boolean {
  return sources.some(({ end }) => end !== null && end > asOfDay - 2 * REACH_DAYS && end < asOfDay - NEARLY);
}

/**
 * @param counts people by their bits of reach
 * @returns how many people each moment reached, the present one first
 */
export function reachAt(counts: readonly (readonly [bits: number, people: number])[]): number[] {
  const people = Array.from({ length: REACH_MOMENTS }, () => 0);
  for (const [bits, count] of counts) {
    for (let moment = 0; moment < REACH_MOMENTS; moment += 1) {
      if ((bits >> moment) & 1) people[moment] = (people[moment] ?? 0) + count;
    }
  }
  return people;
}
