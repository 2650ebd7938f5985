import { describe, expect, it } from 'vitest';
import { monthBars, monthOf, monthsSchema } from '../../../app/domain/imports/months';

const april = monthOf(Date.UTC(2024, 3, 30, 23, 59));

describe('the months read so far', () => {
  it('are one apart, across the year', () => {
    expect(monthOf(Date.UTC(2024, 4, 1))).toBe(april + 1);
    expect(monthOf(Date.UTC(2025, 0, 1)) - monthOf(Date.UTC(2024, 11, 31))).toBe(1);
  });

  it('are drawn from the first to the last, with the empty ones between, against the tallest', () => {
    const bars = monthBars({ [april - 4]: 10, [april]: 40, [april + 1]: 20 }, april);
    expect(bars).toEqual({ heights: [0.25, 0, 0, 0, 1, 0.5], now: 4, nowName: 'April 2024', years: [{ at: 1, year: 2024 }] });
  });

  it('are no picture while there is one, or none', () => {
    expect(monthBars({}, null)).toBeNull();
    expect(monthBars({ [april]: 3 }, april)).toBeNull();
  });

  it('end at twenty years, the newest', () => {
    const bars = monthBars({ [april - 400]: 1, [april]: 1 }, april);
    expect([bars?.heights.length, bars?.now]).toEqual([240, 239]);
  });

  it('survive being written and read', () => {
    const months = { [april]: 3 };
    expect(monthsSchema.parse(JSON.parse(JSON.stringify(months)))).toEqual(months);
  });
});
