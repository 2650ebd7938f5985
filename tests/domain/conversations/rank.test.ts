import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byWait, horizonStart, waitRank } from '../../../app/domain/conversations/rank';
import { DAY, HOUR } from '../../../app/lib/dates';

const NOW = Date.UTC(2026, 10, 23, 9);
const ago = (days: number): number => NOW - days * DAY;

describe('the weight of a wait', () => {
  it.each([
    ['a stranger, four days', 4, 0, 4],
    ['the closest, four days', 4, 1, 12],
    ['half as close, four days', 4, 0.5, 8],
    ['just now', 0, 1, 0],
    ['a clock that runs ahead', -1, 1, 0],
    ['a tie beyond its scale', 4, 7, 12],
    ['a tie nobody could read', 4, Number.NaN, 4],
  ])('%s', (_says, days, tie, rank) => {
    expect(waitRank({ since: ago(days), tie }, NOW)).toBeCloseTo(rank, 9);
  });

  it('a day of a close tie counts as much as three of a stranger', () => {
    expect(waitRank({ since: ago(1), tie: 1 }, NOW)).toBe(waitRank({ since: ago(3), tie: 0 }, NOW));
  });

  const days = fc.double({ min: 0, max: 4000, noNaN: true });
  const tie = fc.double({ min: 0, max: 1, noNaN: true });

  it('grows with the wait and with the tie', () => {
    fc.assert(
      fc.property(days, days, tie, tie, (a, b, c, d) => {
        const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
        const [looser, closer] = [Math.min(c, d), Math.max(c, d)];
        const least = waitRank({ since: ago(shorter), tie: looser }, NOW);
        expect(waitRank({ since: ago(longer), tie: looser }, NOW)).toBeGreaterThanOrEqual(least);
        expect(waitRank({ since: ago(shorter), tie: closer }, NOW)).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('nobody waits for ever: a stranger who waits over three times as long comes first', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), tie, (length, close) => {
        expect(waitRank({ since: ago(3.01 * length), tie: 0 }, NOW)).toBeGreaterThan(waitRank({ since: ago(length), tie: close }, NOW));
      }),
    );
  });
});

describe('the order', () => {
  it('is heaviest first, then longest, then by id, and leaves its input alone', () => {
    const waits = [
      { id: 4, since: ago(3), tie: 0 },
      { id: 3, since: ago(1), tie: 1 },
      { id: 2, since: ago(1), tie: 1 },
      { id: 1, since: ago(9), tie: 0 },
    ];
    expect(byWait(waits, NOW).map(({ id }) => id)).toEqual([1, 4, 2, 3]);
    expect(waits.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
  });

  it('does not depend on the order it is given', () => {
    const wait = fc.record({ since: fc.integer({ min: 0, max: 5 }).map((n) => ago(n)), tie: fc.constantFrom(0, 0.5, 1) });
    fc.assert(
      fc.property(fc.array(wait), (waits) => {
        const numbered = waits.map((one, id) => ({ ...one, id }));
        expect(byWait(numbered.toReversed(), NOW)).toEqual(byWait(numbered, NOW));
      }),
    );
  });
});

describe('the horizon', () => {
  it.each([
    [89, 90, true],
    [90, 90, true],
    [90 + HOUR / DAY, 90, false],
    [400, 90, false],
    [400, 500, true],
  ])('a wait of %d days within %d: %s', (days, horizon, within) => {
    expect(ago(days) >= horizonStart(NOW, horizon)).toBe(within);
  });
});
