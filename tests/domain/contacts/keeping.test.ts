import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksAgainSince, away, chosenGap, nextKeepingChange, NO_GAP, NOT_KEPT, nudgesFrom, pausedNow, problemOfGap, resting, restsWith, wholeGap,
  wishedBand, type Gap, type Keeping,
} from '../../../app/domain/contacts/keeping';
import { gapWords, monthsLater, wishSource, wishWords } from '../../../app/domain/contacts/keeping-words';
import { DAY } from '../../../app/lib/dates';

const NOW = Date.UTC(2026, 10, 26, 12);
const gap = (idealDays: number | null, longestDays: number | null): Gap => ({ idealDays, longestDays });
const tag = (name: string, ideal: number | null, longest: number | null) => ({ name, ...gap(ideal, longest) });
const stage = (ideal: number | null, longest: number | null) => ({ stage: 'customer' as const, ...gap(ideal, longest) });
const kept = (changes: Partial<Keeping>): Keeping => ({ ...NOT_KEPT, ...changes });

describe('two gaps as they are typed', () => {
  it.each<[Gap, ReturnType<typeof problemOfGap>]>([
    [gap(null, null), null],
    [gap(14, null), null],
    [gap(null, 30), null],
    [gap(14, 14), null],
    [gap(1, 730), null],
    [gap(14, 7), { at: 'longestDays', sentence: 'The longest gap is shorter than the ideal one.' }],
    [gap(0, null), { at: 'idealDays', sentence: 'A gap is at least one day.' }],
    [gap(null, -3), { at: 'longestDays', sentence: 'A gap is at least one day.' }],
    [gap(null, 731), { at: 'longestDays', sentence: 'At most 730 days, which is two years.' }],
    [gap(1.5, null), { at: 'idealDays', sentence: 'Whole days, please.' }],
    [gap(7, NaN), { at: 'longestDays', sentence: 'Whole days, please.' }],
  ])('%o', (typed, problem) => {
    expect(problemOfGap(typed)).toEqual(problem);
  });

  it.each([
    [gap(14, 30), 'You want every 14 days, 30 at most'],
    [gap(1, 3), 'You want every day, 3 days at most'],
    [gap(14, null), 'You want every 14 days'],
    [gap(null, 30), 'You want to be at most 30 days apart'],
    [gap(null, 1), 'You want to be at most 1 day apart'],
  ])('%o: %s', (typed, words) => {
    expect(wishWords(typed)).toBe(words);
  });

  it('of nothing say nothing', () => {
    expect(gapWords(NO_GAP)).toBe('');
  });
});

describe('whose wish counts', () => {
  it.each([
    ['the person’s own before any tag', gap(9, null), [tag('Press', 3, 5)], stage(1, 2), { ...gap(9, null), from: { is: 'person' } }],
    ['a tag’s before the stage’s', NO_GAP, [tag('Press', 30, 60)], stage(7, 14), { ...gap(30, 60), from: { is: 'tag', name: 'Press' } }],
    ['of several tags the shortest ideal', NO_GAP, [tag('A', 30, 60), tag('B', 14, 90)], stage(null, null), { ...gap(14, 90), from: { is: 'tag', name: 'B' } }],
    ['then the shortest longest', NO_GAP, [tag('A', 14, 60), tag('B', 14, 30)], stage(null, null), { ...gap(14, 30), from: { is: 'tag', name: 'B' } }],
    ['a longest alone asks as often as one and a half times less', NO_GAP, [tag('A', 22, null), tag('B', null, 30)], stage(null, null), { ...gap(null, 30), from: { is: 'tag', name: 'B' } }],
    ['the stage’s where nothing else is set', NO_GAP, [tag('A', null, null)], stage(7, null), { ...gap(7, null), from: { is: 'stage', stage: 'customer' } }],
    ['nobody’s', NO_GAP, [], stage(null, null), null],
  ] as const)('%s', (_, person, tags, ofStage, chosen) => {
    expect(chosenGap({ person, tags, stage: ofStage })).toEqual(chosen);
  });

  it('is said with it', () => {
    expect(wishSource({ ...gap(7, null), from: { is: 'tag', name: 'Customers' } })).toBe('from the tag Customers');
    expect(wishSource({ ...gap(7, null), from: { is: 'stage', stage: 'customer' } })).toBe('from the stage Customer');
    expect(wishSource({ ...gap(7, null), from: { is: 'person' } })).toBe('');
  });

  const days = fc.option(fc.integer({ min: 1, max: 730 }), { nil: null });
  const gaps = fc.record({ idealDays: days, longestDays: days });
  const tags = fc.uniqueArray(fc.record({ name: fc.string(), idealDays: days, longestDays: days }), { selector: ({ name }) => name });

  it('does not depend on the order of the tags', () => {
    fc.assert(
      fc.property(gaps, tags, (person, some) => {
        const of = (list: typeof some) => chosenGap({ person, tags: list, stage: stage(null, null) });
        expect(of([...some].reverse())).toEqual(of(some));
      }),
    );
  });

  it('makes a band that begins before it ends, after the last touch', () => {
    fc.assert(
      fc.property(gaps, (typed) => {
        fc.pre(problemOfGap(typed) === null && wholeGap(typed) !== null);
        const band = wishedBand(typed, NOW);
        expect(band).not.toBeNull();
        expect(band && NOW < band.from && band.from <= band.to).toBe(true);
        if (typed.idealDays !== null) expect(band?.from).toBe(NOW + typed.idealDays * DAY);
        if (typed.longestDays !== null) expect(band?.to).toBe(NOW + typed.longestDays * DAY);
      }),
    );
  });
});

describe('rest', () => {
  it.each([
    ['nobody rests by themselves', kept({}), false],
    ['until the user says otherwise', kept({ restedAt: NOW - DAY }), true],
    ['until a day to come', kept({ restedAt: NOW - DAY, askAgainAt: NOW + 1 }), true],
    ['no longer than that day', kept({ restedAt: NOW - DAY, askAgainAt: NOW }), false],
  ])('%s', (_, keeping, rests) => {
    expect(resting(keeping, NOW)).toBe(rests);
  });

  it.each([
    ['what waited before leaves Today', NOW - 2 * DAY, true],
    ['what was said at that very moment too', NOW - DAY, true],
    ['a word of theirs since brings it back', NOW - DAY + 1, false],
  ])('%s', (_, lastIn, rests) => {
    expect(restsWith(kept({ restedAt: NOW - DAY }), NOW, lastIn)).toBe(rests);
    expect(restsWith(NOT_KEPT, NOW, lastIn)).toBe(false);
  });

  it.each([
    ['on the day it was to be asked', kept({ restedAt: 1, askAgainAt: NOW }), NOW - DAY, NOW],
    ['not before', kept({ restedAt: 1, askAgainAt: NOW + 1 }), null, null],
    ['never, where no day was said', kept({ restedAt: 1 }), null, null],
    ['not where the two were in touch since', kept({ restedAt: 1, askAgainAt: NOW - DAY }), NOW - 1, null],
    ['also where they never were in touch', kept({ restedAt: 1, askAgainAt: NOW - DAY }), null, NOW - DAY],
  ])('asks again %s', (_, keeping, lastTouch, since) => {
    expect(asksAgainSince(keeping, NOW, lastTouch)).toBe(since);
  });
});

describe('time away', () => {
  const gone = kept({ awayFrom: NOW - 3 * DAY, awayUntil: NOW + 3 * DAY });

  it('holds the clock that health is read with, and gives it back', () => {
    expect(away(gone, NOW)).toBe(true);
    expect(pausedNow(NOW, gone)).toBe(NOW - 3 * DAY);
    expect(pausedNow(NOW + 3 * DAY, gone)).toBe(NOW + 3 * DAY);
    expect(pausedNow(NOW - 4 * DAY, gone)).toBe(NOW - 4 * DAY);
    expect(pausedNow(NOW, NOT_KEPT)).toBe(NOW);
  });

  it('gives them their usual gap before anything is announced', () => {
    expect(nudgesFrom(gone, 9)).toBe(NOW + 12 * DAY);
    expect(nudgesFrom(NOT_KEPT, 9)).toBeNull();
  });

  it('says when something ends by itself', () => {
    expect(nextKeepingChange({ ...gone, restedAt: 1, askAgainAt: NOW + DAY }, NOW)).toBe(NOW + DAY);
    expect(nextKeepingChange(gone, NOW)).toBe(NOW + 3 * DAY);
    expect(nextKeepingChange(gone, NOW + 3 * DAY)).toBeNull();
    expect(nextKeepingChange(NOT_KEPT, NOW)).toBeNull();
  });

  it('never runs ahead of the clock', () => {
    const instant = fc.option(fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY }), { nil: null });
    fc.assert(
      fc.property(fc.record({ restedAt: instant, askAgainAt: instant, awayFrom: instant, awayUntil: instant }), (keeping) => {
        expect(pausedNow(NOW, keeping)).toBeLessThanOrEqual(NOW);
        const next = nextKeepingChange(keeping, NOW);
        if (next === null) return;
        // Nothing changes before the next change.
        const before = Math.floor((NOW + next) / 2);
        if (before < next) expect([resting(keeping, before), away(keeping, before)]).toEqual([resting(keeping, NOW), away(keeping, NOW)]);
      }),
    );
  });
});

describe('some months later', () => {
  it.each([
    ['2026-11-26', 1, '2026-12-26'], ['2026-11-30', 3, '2027-02-28'], ['2027-11-30', 3, '2028-02-29'], ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('%s and %d: %s', (date, months, later) => {
    expect(monthsLater(date, months)).toBe(later);
  });
});
