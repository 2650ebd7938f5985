/** The pulse as plain data, ready to be drawn. Pure: the same input gives the same strings. */
import { DAY } from '../../lib/dates';
import { wholeGap, type Gap } from '../contacts/keeping';
import { wishWords } from '../contacts/keeping-words';
import { daysAgo, rhythmPhrase, type DayOf, type HealthReading, type HealthState } from '../health';
import { GREY_DAYS, GREY_GAPS } from '../health/constants';
import { bandOf, BAND_FROM, BAND_TO, expectedTime, heatOf, type PulseBand, type PulseHeat, type PulseRhythm } from './band';
import { barPaths, type PulseEvent } from './bars';
import { monthsOf, type PulseMonth } from './months';
import { LAYOUTS, YEAR_DAYS, type PulseLayout, type PulseSize } from './sizes';

export interface PulseInput {
  /** In any order; what is older than a year or later than `now` is not drawn. */
  events: readonly PulseEvent[];
  /** UTC milliseconds: the reading's own time, so that unseen time is no silence. */
  now: number;
  /** Null without one, and for the one-sided: then there is neither band nor heat. See `pulseRhythm`. */
  rhythm: PulseRhythm | null;
  /** They wrote last and the user normally answers. */
  owed: boolean;
  /** The user lets them rest: no alarm. */
  atRest?: boolean;
  /** What the person is called. */
  name: string;
  /** The workspace's calendar. */
  dayOf: DayOf;
}

export interface PulseGeometry {
  width: number;
  height: number;
  /** Path data: bars above and below the axis. */
  themPath: string;
  youPath: string;
  baseline: number;
  band: PulseBand | null;
  nowX: number;
  heat: PulseHeat;
  /** The hollow bar of an owed reply. */
  owed: { x: number; y: number; width: number; height: number } | null;
  /** Oldest first; empty in a row. */
  months: PulseMonth[];
  /** The strip in a sentence, for screen readers. */
  label: string;
}

/**
 * What the pulse draws of a reading's rhythm: nothing where one side hardly answers. What the user wants goes before it,
 * whoever writes: it counts from the last touch of either side, and its longest gap is where the expected time ends.
 */
export function pulseRhythm(state: HealthState, reading: HealthReading, wish: Gap | null = null): PulseRhythm | null {
  const { rhythm, measures, state: name } = reading;
  const whole = wish && wholeGap(wish);
  if (whole && state.last !== null) {
    const gap = whole.longestDays / BAND_TO;
    const says = { is: 'wished', gap: wish } as const;
    return { gap, bandFrom: whole.idealDays / gap, since: state.last, greyAfter: Math.max(GREY_DAYS, GREY_GAPS * gap), says };
  }
  if (rhythm.usualIn === null || state.lastIn === null || name.startsWith('One-sided')) return null;
  const says = { is: 'learned', usualIn: rhythm.usualIn } as const;
  return { gap: measures.usualGapIn, bandFrom: BAND_FROM, since: state.lastIn, greyAfter: rhythm.grey.after, says };
}

/** By their own rhythm far past the usual; by the user's wish, past the longest gap. */
export function isLate(rhythm: PulseRhythm | null, reading: HealthReading): boolean {
  return rhythm?.says.is === 'wished' ? reading.readAt > expectedTime(rhythm).to : reading.rhythm.late;
}

/** "12 from them, 3 from you" */
function countsPhrase({ events, now }: PulseInput): string {
  const drawn = events.filter(({ at, weight }) => weight > 0 && at <= now && now - at < YEAR_DAYS * DAY);
  const theirs = drawn.filter(({ direction }) => direction === 'in').length;
  return `${theirs} from them, ${drawn.length - theirs} from you`;
}

/** "Usually writes every 9 days; silent for 41", "You want every 14 days; in touch 41 days ago" */
function rhythmWords({ says, since }: PulseRhythm, now: number, dayOf: DayOf): string {
  const days = Math.max(0, dayOf(now) - dayOf(since));
  return says.is === 'learned' ? rhythmPhrase(says.usualIn, days) : `${wishWords(says.gap)}; in touch ${daysAgo(days)}`;
}

/** "Amara and you, last 12 months. Usually writes every 9 days; silent for 41. You owe a reply." */
function labelOf(input: PulseInput): string {
  const { now, rhythm, owed, name, dayOf } = input;
  const facts = rhythm ? rhythmWords(rhythm, now, dayOf) : countsPhrase(input);
  return `${name} and you, last 12 months. ${facts}.${owed ? ' You owe a reply.' : ''}`;
}

function owedBar({ past, baseline, owed: { width, height, offset } }: PulseLayout) {
  return { x: past + offset, y: baseline + 2.5, width, height };
}

/** One person's year of both sides: them above the line, the user below, their rhythm behind. */
export function pulseGeometry(input: PulseInput, size: PulseSize): PulseGeometry {
  const layout = LAYOUTS[size];
  const { now, rhythm, atRest } = input;
  return {
    width: layout.past + layout.ahead,
    height: layout.height,
    ...barPaths(input.events, now, layout),
    baseline: layout.baseline,
    band: bandOf(rhythm, now, layout, atRest),
    nowX: layout.past,
    heat: heatOf(rhythm, now, atRest),
    owed: input.owed ? owedBar(layout) : null,
    months: monthsOf(input.dayOf(now), layout),
    label: labelOf(input),
  };
}
