import { describe, expect, it } from 'vitest';
import { minutesLeft, restLine } from '../../../app/domain/conversations/day';
import { laterDraft, typedAfter, type Draft } from '../../../app/domain/conversations/draft';
import { oneLine } from '../../../app/domain/conversations/one-line';
import { usualAnswer } from '../../../app/domain/conversations/usual-answer';
import { DAY, HOUR, MINUTE } from '../../../app/lib/dates';

it.each([[0, 15, 0], [1, 15, 2], [7, 15, 11], [8, 15, 12], [10, 15, 15], [400, 15, 15], [400, 60, 60]])(
  '%d people and %d minutes a day leave about %d', (waiting, aDay, left) => {
    expect(minutesLeft(waiting, aDay)).toBe(left);
  },
);

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
