/** How somebody is kept, in words: the gap that was chosen, rest, time away. */
import type { Kept } from '../../db/keeping.server';
import { away, NOT_KEPT, resting, type Gap } from '../../domain/contacts/keeping';
import { wishSource, wishWords } from '../../domain/contacts/keeping-words';
import { isLate, pulseRhythm } from '../../domain/pulse';
import { dayWithoutWeekday, type PersonReading, type SilenceGap, type Spoken } from './health.server';

/** Of somebody of whom nothing was said. */
export const UNKEPT: Kept = { keeping: NOT_KEPT, gap: null, seen: null };

export interface PersonKeeping {
  /** What was set on the person, for the form. */
  own: Gap;
  /** "You want every 14 days, 30 at most", "from the tag Customers" ('' where it is the person's own). */
  wish: { words: string; source: string } | null;
  /** "Resting until 5 January" */
  resting: string | null;
  /** "Away until 5 January" */
  away: string | null;
}

export function keepingInWords({ keeping, gap }: Kept, own: Gap, spoken: Pick<Spoken, 'zone' | 'now'>): PersonKeeping {
  return {
    own: { idealDays: own.idealDays, longestDays: own.longestDays },
    wish: gap && { words: wishWords(gap), source: wishSource(gap) },
    ...restAndAway(keeping, spoken),
  };
}

/** Null where it is not so at this moment. */
export function restAndAway(keeping: Kept['keeping'], { zone, now }: Pick<Spoken, 'zone' | 'now'>): Pick<PersonKeeping, 'resting' | 'away'> {
  const { askAgainAt, awayUntil } = keeping;
  const until = askAgainAt === null ? 'you say otherwise' : dayWithoutWeekday(askAgainAt, zone, now);
  return {
    resting: resting(keeping, now) ? `Resting until ${until}` : null,
    away: away(keeping, now) && awayUntil !== null ? `Away until ${dayWithoutWeekday(awayUntil, zone, now)}` : null,
  };
}

/** Shown beside any state; never of somebody who rests. */
export function lateNow({ state, reading }: PersonReading, { keeping, gap }: Kept, now: number): boolean {
  return !resting(keeping, now) && isLate(pulseRhythm(state, reading, gap), reading);
}

/** Without alarm where they rest. */
export function quietly(gap: SilenceGap | null, { keeping }: Kept, now: number): SilenceGap | null {
  return gap && resting(keeping, now) ? { ...gap, tone: 'mute' } : gap;
}
