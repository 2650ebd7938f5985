/** What the sources of a contact could see, and up to when they are read. */
import { DAY } from '../../lib/dates';
import { NEW_SOURCE_DAYS } from './constants';
import type { HealthState } from './state';

/** What one source can show. Outside it silence means nothing. */
export interface SourceCoverage {
  /** UTC milliseconds; null where it is unknown since when. */
  start: number | null;
  /** UTC milliseconds; null for a live source and for one kept by hand. */
  end: number | null;
  seesIn: boolean;
  seesOut: boolean;
  /** Some kinds of its words lack that side though others show it, as posts of the user's beside messages of both. */
  hidesIn?: boolean;
  hidesOut?: boolean;
}

/** By source. A source that is not named is live and shows both sides. */
export type CoverageBySource = Readonly<Record<string, SourceCoverage>>;

const LIVE: SourceCoverage = { start: null, end: null, seesIn: true, seesOut: true };

/** What a source shows; live and both sides where nothing is known of it. */
export function coverageOf(coverage: CoverageBySource, source: string): SourceCoverage {
  return (Object.hasOwn(coverage, source) ? coverage[source] : undefined) ?? LIVE;
}

/**
 * The instant a contact is read at: time that a source could not see is no silence. Since the last interaction, each
 * source's share of this contact's days counts up to that source's end. One source: the earlier of now and its end.
 * Never before the last interaction, also where `now` is.
 */
export function readTime(state: HealthState, now: number, coverage: CoverageBySource = {}): number {
  const last = state.last ?? now;
  const total = state.sources.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || now <= last) return last;
  return state.sources.reduce((at, { source, weight }) => {
    const end = coverageOf(coverage, source).end ?? now;
    return at + (weight / total) * Math.max(0, Math.min(now, end) - last);
  }, last);
}

export interface Sight {
  /** Any of the sources shows that side. */
  seesIn: boolean;
  seesOut: boolean;
  /** All of them do, and hide nothing of it: only then can that side be said to be missing. */
  seesAllIn: boolean;
  seesAllOut: boolean;
  /** A source began after the first interaction and less than sixty days before the reading. */
  newSource: boolean;
}

/** What all sources of a contact together show at the read time. */
export function sightOf(state: HealthState, readAt: number, coverage: CoverageBySource): Sight {
  const { first } = state;
  const seen = state.sources.map(({ source }) => coverageOf(coverage, source));
  return {
    seesIn: seen.some((one) => one.seesIn),
    seesOut: seen.some((one) => one.seesOut),
    seesAllIn: seen.every((one) => one.seesIn && !one.hidesIn),
    seesAllOut: seen.every((one) => one.seesOut && !one.hidesOut),
    newSource: seen.some(
      ({ start }) => start !== null && first !== null && start > first && readAt - start < NEW_SOURCE_DAYS * DAY,
    ),
  };
}
