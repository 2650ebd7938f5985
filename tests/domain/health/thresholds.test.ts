/** Numbers of the model that the golden vectors leave room around: each side of each. Written out, not imported. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHealth, rebuildHealth, type SourceCoverage } from '../../../app/domain/health';
import { DAY } from '../../../app/lib/dates';
import { every, logArbitrary, NOW, nowArbitrary, utcDay, wrote } from './logs';

const read = (log: Parameters<typeof wrote>[0], seen: Partial<SourceCoverage> = {}) =>
  readHealth(rebuildHealth(wrote(log), utcDay), NOW, { coverage: { letters: { start: null, end: null, seesIn: true, seesOut: true, ...seen } } });

describe('ceilings', () => {
  it.each([
    ['they hardly answer', read({ in: [3], out: every(2, 40, 1) }), 'youWrite', -0.1],
    ['you hardly answer', read({ in: every(2, 40, 1), out: [3] }), 'theyWrite', -0.1],
    ['only your side can be seen', read({ in: every(2, 40, 1), out: every(2, 40, 1) }, { seesIn: false }), 'unseen', -0.05],
  ])('%s: log-odds end there', (_, { odds }, kind, logOdds) => {
    expect([odds.ceiling, odds.shownLogOdds]).toEqual([kind, logOdds]);
    expect(odds.logOdds).toBeGreaterThan(logOdds);
  });

  it('silence: even odds at six of their usual gaps, 1.25 for each e-fold', () => {
    const { odds, measures } = read({ in: every(1, 200, 30), out: every(1, 200, 1) });
    expect(odds.ceiling).toBe('silence');
    expect(odds.shownLogOdds).toBeCloseTo(1.25 * (Math.log(6) - Math.log(30.5 / measures.usualGapIn)), 12);
  });
});

describe('one side hardly answers', () => {
  it('is less than one day in five of the last year, from three days together on, for any log', () => {
    const near = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 12 })).map(([theirs, yours]) => wrote({ in: every(3, theirs), out: every(3, yours) }));
    fc.assert(
      fc.property(fc.oneof(near, logArbitrary), nowArbitrary, (log, now) => {
        const state = rebuildHealth(log, utcDay);
        const { accumulators: { i365, o365 }, youWriteOnly, theyWriteOnly } = readHealth(state, now).measures;
        expect(theyWriteOnly).toBe(state.days >= 3 && i365 >= 1 && o365 < 0.2 * i365);
        expect(youWriteOnly).toBe(state.days >= 3 && o365 >= 1 && i365 < 0.2 * o365);
      }),
    );
  });

  it('is said from three days together on', () => {
    expect([[6, 3], [9, 6, 3]].map((days) => read({ in: days }).measures.theyWriteOnly)).toEqual([false, true]);
    expect([[6, 3], [9, 6, 3]].map((days) => read({ out: days }).measures.youWriteOnly)).toEqual([false, true]);
  });

  it.each([[8, 39, false], [7, 36, true]])('%d days for %d of the other side: %s', (yours, theirs, hardly) => {
    const [few, many] = [every(5, yours), every(1, theirs)];
    const [youHardly, theyHardly] = [read({ in: many, out: few }).measures, read({ in: few, out: many }).measures];
    expect([youHardly.theyWriteOnly, theyHardly.youWriteOnly]).toEqual([hardly, hardly]);
    expect(Math.abs(youHardly.accumulators.o365 / youHardly.accumulators.i365 - 0.2)).toBeLessThan(0.007);
  });
});

describe('what a new source hides', () => {
  it.each([[59.9, true], [60, false]])('%d days after it began: %s', (days, hidden) => {
    expect(read({ in: every(9, 20), out: every(9, 20) }, { start: NOW - days * DAY }).measures.newSource).toBe(hidden);
  });
});
