/**
 * Who is asked what, and when: the protocol of the published results of Kith's model.
 *
 * At each cut-off every contact of a person that was seen in the last 365 days is scored from history alone; the next 30
 * days tell what happened. A person counts at a cut-off with ten contacts, five interactions of their own in those 30 days,
 * and two contacts to whom it happened. Results are means over a person's cut-offs, then over people.
 */
import { DAY } from '../../../app/lib/dates';
import { LogProblem, type EventLog } from './read-log';

export const OUTCOME_DAYS = 30;
export const SEEN_WITHIN_DAYS = 365;
export const LEAST_CONTACTS = 10;
export const LEAST_OWN_EVENTS = 5;
export const LEAST_POSITIVES = 2;

interface CutOffs {
  /** Days from the log's first event; the last one included. */
  first: number;
  last: number;
  step: number;
}

/** The logs the results were published for. */
const PUBLISHED: Readonly<Record<string, CutOffs>> = {
  college: { first: 40, last: 160, step: 10 },
  'email-eu': { first: 120, last: 495, step: 25 },
  mathoverflow: { first: 365, last: 2285, step: 55 },
};

/** Any other log: this many, after a fifth of it or a year, whichever is sooner, for the model to learn from. */
const OTHER_CUT_OFFS = 16;
const LEARNT_SHARE = 1 / 5;
const LEARNT_DAYS = 365;
/** Shorter ones leave no room for history and 30 days of outcome at once. */
const SHORTEST_LOG_DAYS = 60;

function spread(days: number): number[] {
  const first = Math.min(LEARNT_SHARE * days, LEARNT_DAYS);
  const last = days - OUTCOME_DAYS;
  return Array.from({ length: OTHER_CUT_OFFS }, (_, index) => first + ((last - first) * index) / (OTHER_CUT_OFFS - 1));
}

function published({ first, last, step }: CutOffs): number[] {
  return Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
}

/**
 * Cut-offs in UTC milliseconds, in order. Those of the published logs are known by the file's name; another log gets
 * sixteen, evenly spread, of which the last leaves 30 days of outcome.
 * @throws LogProblem for another log that is too short
 */
export function cutOffsOf({ name, events }: EventLog): number[] {
  const start = events[0]?.at ?? 0;
  const known = Object.hasOwn(PUBLISHED, name) ? PUBLISHED[name] : undefined;
  const days = ((events.at(-1)?.at ?? start) - start) / DAY;
  if (!known && days < SHORTEST_LOG_DAYS) {
    throw new LogProblem(`${name} covers ${Math.floor(days)} days; it takes ${SHORTEST_LOG_DAYS} to learn from and to compare with.`);
  }
  return (known ? published(known) : spread(days)).map((day) => start + day * DAY);
}
