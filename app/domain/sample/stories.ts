/**
 * What each kind of story means in days: when words were exchanged, oldest first. The days are chosen by the model of
 * health (domain/health/constants.ts), with room on both sides, so that no state hangs on the hour of the day.
 */
import type { CastMember } from './cast';
import { ENDINGS } from './endings';
import type { Chance } from './random';

/** An exchange begun by either side, something they did in public, or words of the user that nobody answered. */
export interface Touch {
  /** Days before the sample's now. */
  ago: number;
  what: 'they_begin' | 'you_begin' | 'comment' | 'like' | 'unanswered';
}

const YEAR = 365;
/** Around this share of exchanges begins with them. */
const THEY_BEGIN = 68;

interface Run {
  /** Days between exchanges, on average. */
  gap: number;
  /** Days ago of the oldest and the newest. */
  from: number;
  until: number;
}

/** Days ago, oldest first, neither by the clock nor by chance alone. */
function run({ gap, from, until }: Run, chance: Chance): number[] {
  const days: number[] = [];
  for (let ago = until; ago < from; ago += gap * chance.between(0.75, 1.35)) days.unshift(ago);
  return days;
}

/** Exchanges on these days; the newest begins with them, so that their silence counts from it. */
function exchanges(days: readonly number[], chance: Chance): Touch[] {
  return days.map((ago, index) => {
    const theirs = index === days.length - 1 || index === 0 || chance.inHundred(THEY_BEGIN);
    return { ago, what: theirs ? 'they_begin' : 'you_begin' };
  });
}

/** The newest day that leaves room for the words an ending spells out. */
function beforeEnding(member: CastMember, gap: number, otherwise: number): number {
  const first = ENDINGS[member.name]?.[0];
  return first ? first[0] + gap : otherwise;
}

function regular(member: CastMember, gap: number, until: number, years: number, chance: Chance): Touch[] {
  return exchanges(run({ gap, from: years * YEAR, until: beforeEnding(member, gap, until) }, chance), chance);
}

/** Seldom for long, then three times in a month. */
function rising({ measure }: CastMember, until: number, chance: Chance): Touch[] {
  const before = run({ gap: measure, from: 1.3 * YEAR, until: 75 }, chance);
  return exchanges([...before, ...run({ gap: 10, from: 28, until }, chance)], chance);
}

/** Known for years, close for some months, and then nothing from them for `measure` days. */
function cooling(member: CastMember, chance: Chance): Touch[] {
  const close = { gap: member.measure / 4.2, from: 215, until: beforeEnding(member, member.measure / 4.2, member.measure) };
  return exchanges([...run({ gap: 70, from: 2.2 * YEAR, until: 240 }, chance), ...run(close, chance)], chance);
}

/** Came so many months ago and kept coming, some more, some less, and some not again. */
function joined({ measure }: CastMember, chance: Chance): Touch[] {
  const first = measure * 30.4 + chance.between(2, 24);
  const gap = chance.pick([14, 19, 26, 33]);
  const until = chance.inHundred(72) ? chance.between(2, 14) : Math.max(34, first - gap * 2);
  const later = run({ gap, from: first - 9, until }, chance);
  return exchanges([first, ...later], chance);
}

function fewAnswers(member: CastMember, chance: Chance): Touch[] {
  const wrote = run({ gap: 34, from: member.measure + 205, until: member.measure }, chance);
  return [{ ago: member.measure + 240, what: 'they_begin' }, ...wrote.map((ago) => ({ ago, what: 'unanswered' as const }))];
}

/** They comment and like; the user never wrote back. */
function inPublic({ measure }: CastMember, chance: Chance): Touch[] {
  const days = run({ gap: 17, from: measure + 290, until: measure }, chance);
  return days.map((ago, index) => ({ ago, what: index % 3 === 1 ? 'like' : 'comment' }));
}

/** Everything between the user and somebody but the words of the ending. */
export function touchesOf(member: CastMember, chance: Chance): Touch[] {
  const { story, measure } = member;
  switch (story) {
    case 'close':
      return regular(member, measure, Math.max(1.2, measure * chance.between(0.2, 0.6)), chance.between(1.3, 2.9), chance);
    case 'steady':
      return regular(member, measure, measure * chance.between(0.2, 0.6), chance.between(1.6, 2.9), chance);
    case 'cooling':
      return cooling(member, chance);
    case 'fading':
      return exchanges(run({ gap: 12, from: measure + 108, until: measure }, chance), chance);
    case 'rising':
      return rising(member, beforeEnding(member, 3, chance.between(3, 6)), chance);
    case 'joined':
      return joined(member, chance);
    case 'past':
      return regular(member, chance.between(18, 32), measure, measure / YEAR + chance.between(0.8, 1.4), chance);
    case 'older':
      return regular(member, 30, measure + 30, measure / YEAR + 1.1, chance);
    case 'slight':
      return exchanges([measure + 24], chance).concat({ ago: measure, what: 'they_begin' });
    case 'new':
      return ENDINGS[member.name] ? [] : [{ ago: measure, what: 'they_begin' }];
    case 'they_write':
      return inPublic(member, chance);
    case 'you_write':
      return fewAnswers(member, chance);
    case 'pitch':
      return [];
  }
}
