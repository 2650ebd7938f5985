/**
 * The page-sized pulse of one person: geometry, what is marked above it, what their rhythm or the user's wish said, and the
 * months in numbers.
 */
import type { Kept } from '../../db/keeping.server';
import { away, resting } from '../../domain/contacts/keeping';
import type { DayOf } from '../../domain/health';
import { expectedTime, isLate, monthCounts, pulseGeometry, pulseRhythm, type MonthCount, type PulseGeometry } from '../../domain/pulse';
import { DAY, longDay, shortDay } from '../../lib/dates';
import type { PersonReading, Spoken } from './health.server';
import type { Encounter, PersonLog } from './log.server';

const YEAR_DAYS = 365;
/** Width of a mark's words, in px: what a character takes on average, and the dot before them. */
const NOTE_CHARACTER = 6.2;
const NOTE_DOT = 7;
/** Room between two marks, and how far words may reach beyond the last day: then what is expected begins. */
const NOTE_GAP = 8;
const NOTE_BEYOND = 10;
/** Characters of a mark's words. */
const NOTE_LENGTH = 22;

export interface PersonPulse {
  geometry: PulseGeometry;
  /** What the line at the end of the strip is: "Today", or "6 Nov" where the sources saw no further. */
  nowLabel: string;
  notes: { x: number; text: string; side: 'them' | 'you'; words: 'after' | 'before' }[];
  /** "Their rhythm said" or "You wanted", "by 26 October"; empty where they rest or are away. */
  expected: string[];
  /** What is expected is what the user wants. */
  wished: boolean;
  /** "28 days late" */
  late: string | null;
  months: MonthCount[];
}

export interface PulseFacts {
  read: PersonReading | null;
  kept: Kept;
  log: PersonLog;
  /** Of the past year, newest first. */
  encounters: readonly Encounter[];
  /** It is the user's turn. */
  owed: boolean;
  dayOf: DayOf;
  spoken: Spoken;
}

export function personPulse({ read, kept, log, encounters, owed, dayOf, spoken }: PulseFacts): PersonPulse {
  const { name, zone } = spoken;
  const now = read?.reading.readAt ?? spoken.now;
  const rhythm = read ? pulseRhythm(read.state, read.reading, kept.gap) : null;
  const atRest = resting(kept.keeping, spoken.now);
  const isAway = away(kept.keeping, spoken.now);
  const geometry = pulseGeometry({ events: log.pulse, now, rhythm, owed, atRest, name, dayOf }, 'page');
  const band = rhythm && expectedTime(rhythm);
  // Late is what could be seen to be; whether a day lies ahead, the calendar says.
  const wasOver = band !== null && now > band.to;
  const isPast = band !== null && spoken.now > band.to;
  const wished = rhythm?.says.is === 'wished';
  const asked = wished ? WISHED : LEARNED;
  const still = atRest || isAway || geometry.heat === 'rest';
  return {
    geometry, wished,
    nowLabel: read?.reading.stale || (isAway && dayOf(now) !== dayOf(spoken.now)) ? shortDay(now, zone, spoken.now) : 'Today',
    notes: marks(encounters, geometry.nowX, now),
    expected: band === null || still ? [] : [isPast ? asked.past : asked.ahead, `by ${dayAndMonth(band.to, zone)}`],
    late: wasOver && !still && read && isLate(rhythm, read.reading) ? lateWords(Math.floor((now - band.to) / DAY)) : null,
    months: monthCounts(log.pulse, now, zone),
  };
}

const LEARNED = { past: 'Their rhythm said', ahead: 'Their rhythm says' };
const WISHED = { past: 'You wanted', ahead: 'You want' };

function dayAndMonth(at: number, zone: string): string {
  return longDay(at, zone).replace(/^\S+ /, '');
}

function lateWords(days: number): string | null {
  if (days < 1) return null;
  return days === 1 ? '1 day late' : `${days} days late`;
}

const DEEDS: Record<Encounter['kind'], string> = { meeting: 'Met', call: 'Call', purchase: 'Bought', gift: 'Gift' };

/** The newest win; the oldest is drawn first. Words stand after their dot, or before it where the strip ends. */
function marks(encounters: readonly Encounter[], width: number, now: number): PersonPulse['notes'] {
  const notes: PersonPulse['notes'] = [];
  let free = width + NOTE_BEYOND;
  for (const { at, kind, direction, text } of encounters) {
    // The middle of the five-day bar it stands in.
    const x = Math.floor((width * (1 - (now - at) / (YEAR_DAYS * DAY))) / 10) * 10 + 3;
    const shown = markText(kind, text);
    const needs = NOTE_DOT + shown.length * NOTE_CHARACTER;
    const words = x + needs <= free ? 'after' : 'before';
    // Of two that meet only the newer is named; the one at the end of the strip can write to the left.
    if (x < 0 || (words === 'before' && (notes.length > 0 || x > free))) continue;
    notes.unshift({ x, text: shown, side: direction === 'in' ? 'them' : 'you', words });
    free = (words === 'after' ? x : x - needs) - NOTE_GAP;
  }
  return notes;
}

function markText(kind: Encounter['kind'], text: string | null): string {
  const line = text?.split('\n', 1)[0]?.trim() ?? '';
  if (line === '') return DEEDS[kind];
  return line.length > NOTE_LENGTH ? `${line.slice(0, NOTE_LENGTH - 1).trimEnd()}…` : line;
}
