import { describe, expect, it } from 'vitest';
import { areaUnderCurve, averagePrecision, Calibration, rank } from './metrics';

/** "+" where it happened, in the order of the scores. */
const happened = (signs: string) => [...signs].map((sign) => sign === '+');

describe('ranking', () => {
  it('keeps equal scores together, highest first', () => {
    expect(rank([1, 3, 2, 3])).toEqual([[1, 3], [2], [0]]);
    expect(rank([-Infinity, 5])).toEqual([[1], [0]]);
    expect(rank([])).toEqual([]);
  });
});

describe('area under the curve', () => {
  it.each([
    ['all in order', [4, 3, 2, 1], '++--', 1],
    ['all the wrong way round', [4, 3, 2, 1], '--++', 0],
    // Of four pairs: 4 beats both, 2 beats one.
    ['one pair wrong', [4, 3, 2, 1], '+-+-', 3 / 4],
    ['nothing told apart', [7, 7, 7], '+--', 1 / 2],
    // The pairs 3:1 and 2:1 are won; 3:2 is won, 2:2 is a tie.
    ['a tie counts half', [3, 2, 2, 1], '++--', 3.5 / 4],
  ])('%s', (_, scores, signs, area) => {
    expect(areaUnderCurve(rank(scores), happened(signs))).toBeCloseTo(area, 12);
  });

  it.each(['++', '--', ''])('is none of %j', (signs) => {
    expect(areaUnderCurve(rank([...signs].map((_, index) => index)), happened(signs))).toBeNaN();
  });
});

describe('average precision', () => {
  it.each([
    ['all in order', [4, 3, 2, 1], '++--', 1],
    // Found at places 1 and 3: (1/1 + 2/3) / 2.
    ['one in between', [4, 3, 2, 1], '+-+-', 5 / 6],
    // Found at places 3 and 4: (1/3 + 2/4) / 2.
    ['all the wrong way round', [4, 3, 2, 1], '--++', 5 / 12],
    ['nothing told apart: the share', [7, 7, 7, 7], '-+--', 1 / 4],
    // 1 of 1 at the top, then 2 of 3 at once: (1 + 2/3) / 2.
    ['equal scores are one step', [3, 2, 2, 1], '++--', 5 / 6],
  ])('%s', (_, scores, signs, precision) => {
    expect(averagePrecision(rank(scores), happened(signs))).toBeCloseTo(precision, 12);
  });

  it('is none where it happened to nobody', () => {
    expect(averagePrecision(rank([2, 1]), happened('--'))).toBeNaN();
  });
});

describe('calibration error', () => {
  const errorOf = (forecasts: readonly (readonly [number, boolean])[]) => {
    const calibration = new Calibration();
    for (const [probability, came] of forecasts) calibration.add({ probability, happened: came });
    return calibration.error;
  };

  it.each([
    ['certain and right', [[1, true], [0, false]], 0],
    ['certain and wrong', [[1, false], [0, true]], 1],
    ['right on average within a bin', [[0.52, true], [0.48 + 0.02, false]], 0.02 / 2],
    // Expected .2 of a bin's two, none came: .2 · 2/4 = .1; .9 of the other bin's two, one came: .4 · 2/4 = .2.
    ['weighted by how many', [[0.2, false], [0.2, false], [0.9, true], [0.9, false]], 0.1 + 0.2],
    // 1 belongs to the last bin: 1.9 expected, 2 came.
    ['the last bin holds 1', [[1, true], [0.9, true]], 0.05],
  ] as const)('%s', (_, forecasts, error) => {
    expect(errorOf(forecasts)).toBeCloseTo(error, 12);
  });

  it('is none of nothing, and takes no other number for a probability', () => {
    expect(errorOf([])).toBeNaN();
    expect(() => errorOf([[-0.1, true]])).toThrow(RangeError);
    expect(() => errorOf([[Number.NaN, true]])).toThrow(RangeError);
  });
});
