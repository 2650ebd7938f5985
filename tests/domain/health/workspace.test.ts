import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldInteraction, freshState, interceptsOf, probability, readHealth, rebuildHealth, replayWorkspace, statesBefore, type HealthEvent,
} from '../../../app/domain/health';
import { fitIntercept, type Prediction } from '../../../app/domain/health/workspace';
import { DAY } from '../../../app/lib/dates';
import { every, logArbitrary, NOW, utcDay, wrote } from './logs';

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

/** Logs by name, each oldest first, as the store hands them over. */
const named = (logs: Record<string, HealthEvent[]>) =>
  Object.entries(logs).map(([name, log]) => [name, log.toSorted((a, b) => a.at - b.at)] as const);

describe('states on the way', () => {
  it('are what a rebuild of what came before each moment would be, and nobody else’s', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 5 }).map((ages) => ages.toSorted((a, b) => b - a).map((age) => NOW - age * DAY));
    fc.assert(
      fc.property(logArbitrary, moments, (log, at) => {
        const ordered = log.toSorted((a, b) => a.at - b.at);
        const states = statesBefore(ordered, at, utcDay);
        const rebuilt = at.map((moment) => rebuildHealth(log.filter((event) => event.at < moment), utcDay));
        expect(states).toEqual(rebuilt);
        expect(new Set(states).size).toBe(at.length);
      }),
    );
  });

  it('goes on from any of them', () => {
    const log = wrote({ in: every(9, 10).toReversed() });
    const [half] = statesBefore(log, [NOW - 45 * DAY], utcDay);
    const whole = log.filter(({ at }) => at >= NOW - 45 * DAY).reduce((state, event) => foldInteraction(state, event, utcDay), half ?? freshState());
    expect(whole).toEqual(rebuildHealth(log, utcDay));
  });
});

describe('the replay', () => {
  it('compares three closed months with what was known before each', () => {
    const faithful = wrote({ in: every(7, 60), out: every(7, 60, 8) });
    const replay = replayWorkspace(named({ faithful }), NOW, utcDay);
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
    expect(replayWorkspace(named({ log }), NOW, utcDay).inbound.people).toBe(people);
  });

  it('leaves out of the two-way intercept whom a ceiling decides about', () => {
    const neverAnswered = wrote({ out: every(1, 300) });
    expect(replayWorkspace(named({ neverAnswered }), NOW, utcDay)).toMatchObject({ twoWay: { people: 0, delta: 0 }, inbound: { people: 3 } });
  });

  it('names the likeliest, as many as it expected to write, and tells who wrote', () => {
    const logs = named({
      weekly: wrote({ in: every(7, 60), out: every(7, 60, 8) }),
      fortnightly: wrote({ in: every(14, 30, 10), out: every(14, 30, 11) }),
      quiet: wrote({ in: [200, 190], out: [199] }),
      surprise: wrote({ in: [300, 20], out: [299] }),
    });
    const [latest, ...earlier] = replayWorkspace(logs, NOW, utcDay).windows;
    expect(latest).toMatchObject({ from: NOW - 30 * DAY, to: NOW, people: 4, named: ['weekly', 'fortnightly'] });
    expect(latest?.wrote.toSorted()).toEqual(['fortnightly', 'surprise', 'weekly']);
    expect(earlier.map(({ from }) => (NOW - from) / DAY)).toEqual([60, 90]);
    expect(Math.round(latest?.expected ?? 0)).toBe(latest?.named.length);
  });

  it('knows nothing of a window when it asks about it', () => {
    const log = fc.array(logArbitrary, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(log, (logs) => {
        const all = named(Object.fromEntries(logs.map((one, index) => [String(index), one])));
        const { windows } = replayWorkspace(all, NOW, utcDay);
        for (const { from, to, named: whom, people, expected, wrote: whoWrote } of windows) {
          const known = all.map(([name, one]) => [name, one.filter(({ at }) => at < from)] as const).filter(([, one]) => one.length > 0);
          const likely = new Map(known.map(([name, one]) => [name, readHealth(rebuildHealth(one, utcDay), from).odds.inbound]));
          const asked = known.filter(([, one]) => from - (one.at(-1)?.at ?? 0) <= 365 * DAY).map(([name]) => name);
          expect(people).toBe(asked.length);
          expect(expected).toBeCloseTo(asked.reduce((sum, name) => sum + (likely.get(name) ?? 0), 0), 9);
          const least = Math.min(...whom.map((name) => likely.get(name) ?? 0), 1);
          for (const name of asked) if (!whom.includes(name)) expect(likely.get(name)).toBeLessThanOrEqual(least + 1e-12);
          const during = new Set(all.filter(([, one]) => one.some(({ at, direction }) => direction === 'in' && at >= from && at < to)).map(([name]) => name));
          expect(new Set(whoWrote)).toEqual(new Set(asked.filter((name) => during.has(name))));
        }
      }),
    );
  });
});
