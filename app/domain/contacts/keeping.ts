/**
 * How the user wants to keep somebody: how often to be in touch, whether to let them rest, and that they are away.
 * None of it moves health: the model reads what happened, this says what is announced. Instants are UTC milliseconds.
 */
import { DAY } from '../../lib/dates';
import type { Stage } from './stages';

/** Whole days between touches of either side; either may stand alone. */
export interface Gap {
  /** How often they would like to be in touch. */
  idealDays: number | null;
  /** The longest they can bear. */
  longestDays: number | null;
}

export const NO_GAP: Gap = { idealDays: null, longestDays: null };

/** A gap that the user set, and whose wish it is. */
export interface ChosenGap extends Gap {
  from: { is: 'person' } | { is: 'tag'; name: string } | { is: 'stage'; stage: Stage };
}

/** Bounds of a gap, in whole days. */
export const SHORTEST_GAP_DAYS = 1;
export const LONGEST_GAP_DAYS = 730;

/**
 * Where only one of the two is set, the other follows: a nudge comes after one and a half of the usual gap, as where the
 * rhythm was learned (state Cooling, and the end of the pulse's band).
 */
const LONGEST_OF_IDEAL = 1.5;

/** Both gaps, the missing one completed; in days, not always whole. Null where neither is set. */
export function wholeGap({ idealDays, longestDays }: Gap): { idealDays: number; longestDays: number } | null {
  if (idealDays !== null) return { idealDays, longestDays: longestDays ?? idealDays * LONGEST_OF_IDEAL };
  return longestDays === null ? null : { idealDays: longestDays / LONGEST_OF_IDEAL, longestDays };
}

/** What is wrong with two gaps as they were typed, and at which of them; null where they will do. */
export function problemOfGap(gap: Gap): { at: keyof Gap; sentence: string } | null {
  for (const at of ['idealDays', 'longestDays'] as const) {
    const days = gap[at];
    if (days === null) continue;
    if (!Number.isInteger(days)) return { at, sentence: 'Whole days, please.' };
    if (days < SHORTEST_GAP_DAYS) return { at, sentence: 'A gap is at least one day.' };
    if (days > LONGEST_GAP_DAYS) return { at, sentence: 'At most 730 days, which is two years.' };
  }
  const { idealDays, longestDays } = gap;
  if (idealDays === null || longestDays === null || idealDays <= longestDays) return null;
  return { at: 'longestDays', sentence: 'The longest gap is shorter than the ideal one.' };
}

export interface GapWishes {
  /** What was set on the person. */
  person: Gap;
  /** What was set on the tags they carry. */
  tags: readonly (Gap & { name: string })[];
  /** What was set on their stage. */
  stage: Gap & { stage: Stage };
}

/**
 * The person's own words win over a tag's, a tag's over their stage's; of several tags, the one that asks most often.
 * Wishes are never mixed: an ideal of the person's own doesn't meet the longest of a tag.
 * @returns null where nothing was set: then the rhythm is the learned one
 */
export function chosenGap({ person, tags, stage }: GapWishes): ChosenGap | null {
  if (wholeGap(person)) return { ...daysOf(person), from: { is: 'person' } };
  const [tag] = tags.filter((one) => wholeGap(one) !== null).sort(byHowOften);
  if (tag) return { ...daysOf(tag), from: { is: 'tag', name: tag.name } };
  return wholeGap(stage) ? { ...daysOf(stage), from: { is: 'stage', stage: stage.stage } } : null;
}

const daysOf = ({ idealDays, longestDays }: Gap): Gap => ({ idealDays, longestDays });

/** The shortest ideal first, then the shortest longest; names decide between equals, so that it stays the same one. */
function byHowOften(a: Gap & { name: string }, b: Gap & { name: string }): number {
  const [one, other] = [wholeGap(a), wholeGap(b)];
  if (!one || !other) return 0;
  return one.idealDays - other.idealDays || one.longestDays - other.longestDays || (a.name < b.name ? -1 : 1);
}

/** When the next touch is wished for, from the last one of either side; null without a wish. */
export function wishedBand(gap: Gap, lastTouch: number): { from: number; to: number } | null {
  const whole = wholeGap(gap);
  return whole && { from: lastTouch + whole.idealDays * DAY, to: lastTouch + whole.longestDays * DAY };
}

/** Rest and time away, as they stand in the store. */
export interface Keeping {
  /** Off every nudge since then; null: not. */
  restedAt: number | null;
  /** The rest ends then; null: when the user says so. */
  askAgainAt: number | null;
  /** Away from then until then; both null: not. */
  awayFrom: number | null;
  awayUntil: number | null;
}

export const NOT_KEPT: Keeping = { restedAt: null, askAgainAt: null, awayFrom: null, awayUntil: null };

/** Nothing is to be announced of them. Who writes is the user's turn all the same: that is no nudge. */
export function resting({ restedAt, askAgainAt }: Keeping, now: number): boolean {
  return restedAt !== null && (askAgainAt === null || now < askAgainAt);
}

/**
 * Since when it is asked again what to do with somebody who rested; null where they were not put to rest, rest still,
 * or were in touch since (then the question has been answered).
 * @param lastTouch of either side; null if never
 */
export function asksAgainSince(keeping: Keeping, now: number, lastTouch: number | null): number | null {
  const { restedAt, askAgainAt } = keeping;
  if (restedAt === null || askAgainAt === null || now < askAgainAt) return null;
  return lastTouch !== null && lastTouch >= askAgainAt ? null : askAgainAt;
}

/**
 * A conversation that waited before its person was put to rest is no turn while they rest; a word of theirs since is.
 * The same rule stands in SQL: RESTING in db/keeping.server.ts.
 * @param lastIn their last word in this conversation
 */
export function restsWith(keeping: Keeping, now: number, lastIn: number | null): boolean {
  return keeping.restedAt !== null && resting(keeping, now) && (lastIn === null || lastIn <= keeping.restedAt);
}

export function away({ awayFrom, awayUntil }: Keeping, now: number): boolean {
  return awayFrom !== null && awayUntil !== null && awayFrom <= now && now < awayUntil;
}

/** The `now` to read health with: while somebody is away, the moment they left. Time away is no silence. */
export function pausedNow(now: number, keeping: Keeping): number {
  return away(keeping, now) && keeping.awayFrom !== null ? keeping.awayFrom : now;
}

/**
 * Nothing is announced of somebody before this instant: not while they are away, and not before they have had the time
 * they usually take. Null where they were not away.
 * @param usualGapDays what they usually take between touches, or what the user chose
 */
export function nudgesFrom({ awayUntil }: Keeping, usualGapDays: number): number | null {
  return awayUntil === null ? null : awayUntil + usualGapDays * DAY;
}

/** The next instant after `now` at which any of this begins or ends by itself; null where nothing will. */
export function nextKeepingChange({ askAgainAt, awayFrom, awayUntil }: Keeping, now: number): number | null {
  const ahead = [askAgainAt, awayFrom, awayUntil].filter((at) => at !== null && at > now);
  return ahead.length === 0 ? null : Math.min(...ahead.map(Number));
}
