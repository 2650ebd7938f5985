import { describe, expect, it } from 'vitest';
import { longerDay, minutesFor, placesForQuiet, restLine, rowsLeft, sizeOfDay } from '../../../app/domain/conversations/day';
import { laterDraft, typedAfter, type Draft } from '../../../app/domain/conversations/draft';
import { oneLine } from '../../../app/domain/conversations/one-line';
import { usualAnswer } from '../../../app/domain/conversations/usual-answer';
import { DAY, HOUR, MINUTE } from '../../../app/lib/dates';

describe('the size of a day', () => {
  it.each([[5, 3], [6, 4], [15, 10], [20, 13], [30, 20], [60, 40], [120, 40]])('of %d minutes is %d rows', (minutes, rows) => {
    expect(sizeOfDay(minutes)).toBe(rows);
  });

  it.each([[5], [10], [15], [60], [120]])('of %d minutes fits into them', (minutes) => {
    expect(minutesFor(sizeOfDay(minutes))).toBeLessThanOrEqual(minutes);
  });

  it.each([[0, 0], [1, 2], [3, 5], [7, 11], [8, 12], [10, 15]])('%d rows take about %d minutes', (rows, minutes) => {
    expect(minutesFor(rows)).toBe(minutes);
  });

  it.each([
    ['nothing is done', 10, 0, 10],
    ['four are done', 10, 4, 6],
    ['all are done', 10, 10, 0],
    ['more than all are done', 10, 14, 0],
    ['the day was made longer', 20, 14, 6],
    ['the day was made very long', 90, 10, 40],
  ])('leaves rows where %s', (_, size, handled, left) => {
    expect(rowsLeft(size, handled)).toBe(left);
  });

  it.each<[string, [number, number, number, number], number | null]>([
    ['nobody further waits', [15, 0, 4, 4], null],
    ['the list is as long as it gets', [120, 0, 40, 90], null],
    ['some are left out', [15, 0, 10, 22], 20],
    ['the day is done', [15, 10, 0, 12], 20],
    ['the day was done and made longer before', [15, 20, 0, 2], 30],
    ['more was done than the day holds', [15, 14, 0, 2], 24],
  ])('can be made longer by as much again where %s', (_, given, longer) => {
    expect(longerDay(...given)).toBe(longer);
  });
});

const NOW = Date.UTC(2026, 10, 23, 12);
it.each([
  [3, HOUR, '3 more, all under a day'], [1, HOUR, '1 more, under a day'], [3, DAY, '3 more, waiting up to 1 day'],
  [1200, 30 * DAY, '1,200 more, waiting up to 4 weeks'],
])('%d more of whom one waits %d ms: %s', (count, wait, line) => {
  expect(restLine(count, NOW - wait, NOW)).toBe(line);
});

describe('how soon the user usually answers', () => {
  it.each([
    [5 * MINUTE, 4 * DAY, 'You usually answer within the hour.'],
    [HOUR, 4 * DAY, 'You usually answer within the hour.'],
    [90 * MINUTE, 4 * DAY, 'You usually answer within 2 hours.'],
    [13 * HOUR, 4 * DAY, 'You usually answer within a day.'],
    [1.2 * DAY, 4 * DAY, 'You usually answer within 2.'],
    [1.2 * DAY, 5 * HOUR, 'You usually answer within 2 days.'],
    [1.2 * DAY, DAY, 'You usually answer within 2 days.'],
    [9 * DAY, 30 * DAY, 'You usually answer within 9 days.'],
  ])('in %d ms, with somebody who waited %d ms', (medianTime, waited, sentence) => {
    expect(usualAnswer({ answered: 3, calls: 3, medianTime }, waited)).toBe(sentence);
  });

  it.each([[2, DAY], [0, null]])('is no habit with %d answers', (answered, medianTime) => {
    expect(usualAnswer({ answered, calls: 9, medianTime }, DAY)).toBeNull();
  });
});

describe('one line', () => {
  it.each([
    ['  a\n\n b\t c ', 'a b c'], ['', ''], ['\u2028x\u0000y', 'x y'], ['word '.repeat(60), /^(word ){30,31}word…$/],
    ['x'.repeat(500), /^x{160}…$/], ['👩‍🎨'.repeat(5), '👩‍🎨'.repeat(5)],
  ])('of %j', (text, line) => {
    expect(oneLine(text)).toEqual(typeof line === 'string' ? line : expect.stringMatching(line));
  });
});

describe('drafts', () => {
  const draft = (text: string, updatedAt: number): Draft => ({ mode: 'write', text, updatedAt });
  it.each([
    [draft('stored', 2), draft('kept', 3), 'kept'], [draft('stored', 3), draft('kept', 2), 'stored'],
    [draft('stored', 3), draft('kept', 3), 'stored'], [null, draft('kept', 1), 'kept'], [draft('stored', 1), null, 'stored'],
  ])('the later one of %j and %j', (stored, kept, text) => {
    expect(laterDraft(stored, kept)?.text).toBe(text);
  });

  it('is always typed after the one it was typed over', () => {
    expect([typedAfter(null, 5), typedAfter(draft('', 3), 5), typedAfter(draft('', 9), 5)]).toEqual([5, 5, 10]);
  });
});

describe('places for who has gone quiet', () => {
  it.each<[string, Parameters<typeof placesForQuiet>, { kept: number; most: number }]>([
    ['three of ten are kept', [10, 10, 8, 0], { kept: 3, most: 5 }],
    ['only for those there are', [10, 10, 1, 0], { kept: 1, most: 5 }],
    ['none for nobody', [10, 10, 0, 0], { kept: 0, most: 5 }],
    ['one of the shortest day', [3, 3, 8, 0], { kept: 1, most: 5 }],
    ['what was dealt with has used them up', [10, 10, 8, 2], { kept: 1, most: 3 }],
    ['and no more than that', [10, 10, 8, 7], { kept: 0, most: 0 }],
    ['a day twice as long takes twice as many', [20, 10, 30, 0], { kept: 3, most: 10 }],
  ])('%s', (_, given, places) => {
    expect(placesForQuiet(...given)).toEqual(places);
  });
});
