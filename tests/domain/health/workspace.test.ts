import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interceptsOf, probability, replayWorkspace } from '../../../app/domain/health';
import { fitIntercept, type Prediction } from '../../../app/domain/health/workspace';
import { every, NOW, utcDay, wrote } from './logs';

const predictions = fc.array(
  fc.record({ logOdds: fc.double({ min: -6, max: 6, noNaN: true }), happened: fc.boolean() }),
  { maxLength: 200 },
);

describe('the intercept', () => {
  it('is nothing without evidence', () => {
    expect(fitIntercept([])).toBe(0);
  });

  it('is where what was expected, held back by the intercept itself, is what happened', () => {
    fc.assert(
      fc.property(predictions, (given) => {
        const delta = fitIntercept(given);
        const surplus = given.reduce((sum, { logOdds, happened }) => sum + (happened ? 1 : 0) - probability(logOdds + delta), 0);
        expect(surplus).toBeCloseTo(delta, 6);
      }),
    );
  });

  it.each<[string, number, number, number]>([
    ['twenty of twenty, where half were expected', 20, 20, 2.13],
    ['none of twenty', 20, 0, -2.13],
    ['half of twenty', 20, 10, 0],
    ['one of one moves it a little', 1, 1, 0.4],
  ])('%s', (_, people, happened, delta) => {
    const given = Array.from({ length: people }, (__, index): Prediction => ({ logOdds: 0, happened: index < happened }));
    expect(fitIntercept(given)).toBeCloseTo(delta, 2);
  });
});

describe('the replay', () => {
  it('compares three closed months with what was known before each', () => {
    const faithful = wrote({ in: every(7, 60), out: every(7, 60, 8) });
    const replay = replayWorkspace([faithful], NOW, utcDay);
    expect(replay.twoWay).toMatchObject({ people: 3, happened: 3 });
    expect(replay.inbound).toMatchObject({ people: 3, happened: 3 });
    expect(replay.twoWay.delta).toBeGreaterThan(0);
    expect(replay.twoWay.expectedWithDelta).toBeGreaterThan(replay.twoWay.expected);
    expect(interceptsOf(replay)).toEqual({ twoWay: replay.twoWay.delta, inbound: replay.inbound.delta, kept: 0 });
  });

  it.each([
    ['somebody not yet known', wrote({ in: [20], out: [19] }), 0],
    ['somebody known since before the last window', wrote({ in: [31], out: [31] }), 1],
    ['somebody silent for a year before the first window, then less', wrote({ in: [430], out: [430] }), 1],
    ['somebody silent for over a year', wrote({ in: [500], out: [500] }), 0],
  ])('%s', (_, log, people) => {
    expect(replayWorkspace([log], NOW, utcDay).inbound.people).toBe(people);
  });

  it('leaves out of the two-way intercept whom a ceiling decides about', () => {
    const neverAnswered = wrote({ out: every(1, 300) });
    expect(replayWorkspace([neverAnswered], NOW, utcDay)).toMatchObject({ twoWay: { people: 0, delta: 0 }, inbound: { people: 3 } });
  });
});
