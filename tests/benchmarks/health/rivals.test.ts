import { describe, expect, it } from 'vitest';
import { DAY } from '../../../app/lib/dates';
import { addToHistory, fade, freshHistory, type ContactHistory } from './history';
import { isStrongTie } from './outcomes';
import { dayOf } from './replay';
import { fifths, orbitLove, RIVALS } from './rivals';

function historyOf(times: readonly number[], direction: 'in' | 'out' = 'in', history = freshHistory()): ContactHistory {
  for (const at of times) addToHistory(history, { at, direction, source: 'log' }, dayOf);
  return history;
}

const NOW = Date.UTC(2020, 1, 20);
const daysBefore = (...days: number[]) => days.map((day) => NOW - day * DAY);

describe('the scores beside Kith’s', () => {
  it('give Orbit’s love of its own example, each activity weighing 1', () => {
    expect(orbitLove(historyOf([Date.UTC(2019, 10, 14), Date.UTC(2020, 1, 11)]), NOW)).toBeCloseTo(0.729 + 1, 12);
    expect(orbitLove(historyOf([Date.UTC(2019, 11, 21)]), NOW)).toBeCloseTo(0.81, 12);
    expect(orbitLove(historyOf([Date.UTC(2020, 0, 14), Date.UTC(2020, 0, 20)]), NOW)).toBeCloseTo(1.8, 12);
  });

  it('forget love after twelve months', () => {
    expect(orbitLove(historyOf([Date.UTC(2019, 1, 28), Date.UTC(2019, 2, 1)]), NOW)).toBeCloseTo(0.9 ** 11, 12);
  });

  it('halve a decaying count every 30 days', () => {
    expect(fade(historyOf(daysBefore(60, 30, 30)), NOW)).toBeCloseTo(1 / 4 + 1 / 2 + 1 / 2, 12);
    expect(fade(freshHistory(), NOW)).toBe(0);
  });

  it('put a list into fifths, equal values into the same', () => {
    expect(fifths([10, 30, 20, 50, 40])).toEqual([1, 3, 2, 5, 4]);
    expect(fifths([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
    expect(fifths([1, 1, 1, 1])).toEqual([3, 3, 3, 3]);
  });

  it('order three contacts each in their own way', () => {
    const often = historyOf(daysBefore(100, 90, 90, 90));
    const lately = historyOf(daysBefore(3));
    const both = historyOf(daysBefore(2), 'out', historyOf(daysBefore(20, 10)));
    const scores = Object.fromEntries(RIVALS.map((rival) => [rival.name, rival.scores([often, lately, both], NOW)]));
    expect(scores['raw count']).toEqual([4, 1, 2]);
    expect(scores['both counted']).toEqual([4, 1, 3]);
    expect(scores['days since last']).toEqual(daysBefore(90, 3, 2));
    // Recency, days and interactions in fifths of three: 5 above, 3 in the middle, 1 below.
    expect(scores['RFM']).toEqual([1 + 3 + 5, 3 + 1 + 1, 5 + 5 + 3]);
  });
});

describe('a strong tie', () => {
  it.each([
    ['three days of each side', [1, 2, 3], [1, 2, 3], true],
    ['three messages on two days', [1, 2, 2], [1, 2, 3], false],
    ['one side only', [1, 2, 3, 4], [], false],
    ['the third day a year ago', [1, 2, 365], [1, 2, 3], true],
    ['the third day longer ago', [1, 2, 366], [1, 2, 3], false],
  ])('%s', (_, theirs, yours, strong) => {
    const oldestFirst = (days: number[]) => daysBefore(...days.toSorted((a, b) => b - a));
    const history = historyOf(oldestFirst(yours), 'out', historyOf(oldestFirst(theirs), 'in'));
    expect(isStrongTie({ history }, NOW)).toBe(strong);
  });
});
