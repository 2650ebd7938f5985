import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshState, rebuildHealth, tieStrength } from '../../../app/domain/health';
import { DAY } from '../../../app/lib/dates';
import { every, NOW, utcDay, wrote } from './logs';

const weekly = every(7, 600, 0);
const tieOf = (log: Parameters<typeof wrote>[0], at = NOW) => tieStrength(rebuildHealth(wrote(log), utcDay), at);

describe('the strength of a tie', () => {
  it.each([
    ['weekly both ways for a decade', { in: weekly, out: weekly }, 1],
    ['daily both ways', { in: every(1, 400, 0), out: every(1, 400, 0) }, 1],
    ['weekly from one side only', { out: weekly }, 0.25],
    ['a word each, today', { in: [0], out: [0] }, 0.16],
    ['one word from them, a year ago', { in: [365] }, 0.023],
  ])('%s', (_, log, tie) => {
    expect(tieOf(log)).toBeCloseTo(tie, 2);
  });

  it('is nothing for an empty log', () => {
    expect(tieStrength(freshState(), NOW)).toBe(0);
  });

  it('hardly minds a fortnight of silence', () => {
    const log = { in: every(9, 30), out: every(9, 30, 10) };
    expect(tieOf(log, NOW + 14 * DAY)).toBeGreaterThan(0.97 * tieOf(log));
  });

  it('grows with either side, and lies between 0 and 1', () => {
    const days = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(days, days, days, fc.integer({ min: -10, max: 900 }), (i365, o365, more, silent) => {
        const tie = (theirs: number, yours: number) =>
          tieStrength({ ...freshState(), first: NOW, last: NOW, i365: theirs, o365: yours }, NOW + silent * DAY);
        expect(tie(i365 + more, o365)).toBeGreaterThanOrEqual(tie(i365, o365));
        expect(tie(i365, o365 + more)).toBeGreaterThanOrEqual(tie(i365, o365));
        expect(tie(i365, o365) >= 0 && tie(i365, o365) <= 1).toBe(true);
      }),
    );
  });
});
