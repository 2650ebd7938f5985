import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactHealth, explainHealth, freshState, HEALTH_STATES, probability, readHealth, readTime, rebuildHealth, type SourceCoverage,
} from '../../../app/domain/health';
import { healthOf } from '../../../app/domain/health/scale';
import { DAY } from '../../../app/lib/dates';
import { every, logArbitrary, NOW, nowArbitrary, optionsArbitrary, utcDay, wrote } from './logs';

const live: SourceCoverage = { start: null, end: null, seesIn: true, seesOut: true };
const ended = (days: number): SourceCoverage => ({ ...live, end: NOW - days * DAY });

const anyReading = fc
  .tuple(logArbitrary, nowArbitrary, optionsArbitrary)
  .map(([log, now, options]) => readHealth(rebuildHealth(log, utcDay), now, options));

describe('any reading', () => {
  it('is a whole health from 0 to 100 with a state, at least 70 exactly where words both ways are as likely as not', () => {
    fc.assert(
      fc.property(anyReading, ({ health, state, odds }) => {
        expect(Number.isInteger(health) && health >= 0 && health <= 100).toBe(true);
        expect(HEALTH_STATES).toContain(state);
        expect(health >= 70).toBe(odds.twoWay >= 0.5);
        expect(odds.inbound).toBeGreaterThanOrEqual(odds.twoWay);
        for (const value of [odds.twoWay, odds.inbound, odds.kept]) expect(value > 0 && value < 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has reasons that add up to its health and never have the wrong sign', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        const { base, reasons } = explainHealth(reading);
        expect(base).toBe(36);
        expect(reasons.reduce((sum, { shown }) => sum + shown, base)).toBe(reading.health);
        for (const { points, logOdds, shown } of reasons) {
          expect(points * logOdds).toBeGreaterThanOrEqual(0);
          expect(shown * points).toBeGreaterThanOrEqual(0);
          expect(Math.abs(shown - points)).toBeLessThan(1 + 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('falls, or stays, as silence goes on, but where a one-sided year runs out', () => {
    fc.assert(
      fc.property(logArbitrary, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 200 }), (log, days, more) => {
        const state = rebuildHealth(log, utcDay);
        const sooner = readHealth(state, NOW + days * DAY);
        const later = readHealth(state, NOW + (days + more) * DAY);
        fc.pre(sooner.measures.youWriteOnly === later.measures.youWriteOnly);
        fc.pre(sooner.measures.theyWriteOnly === later.measures.theyWriteOnly);
        expect(later.health).toBeLessThanOrEqual(sooner.health);
      }),
    );
  });
});

describe('health and probability', () => {
  it.each([
    [0.5, 70],
    [0.4999, 69],
    [0.05, 29],
  ])('a probability of %d reads as %d', (p, health) => {
    const logOdds = Math.log(p / (1 - p));
    expect(probability(logOdds)).toBeCloseTo(p, 12);
    expect(healthOf(logOdds)).toBe(health);
  });

  it('meets both ends', () => {
    expect(healthOf(-1000)).toBe(0);
    expect(healthOf(1000)).toBe(100);
    expect(exactHealth(0)).toBeCloseTo(70, 12);
  });
});

describe('the read time', () => {
  const both = (letters: SourceCoverage, calls: SourceCoverage) => ({ letters, calls });
  const once = rebuildHealth(wrote({ in: [30] }), utcDay);
  const twice = rebuildHealth([...wrote({ in: [30] }), ...wrote({ out: [30] }, 'calls')], utcDay);
  const daysBefore = (at: number) => (NOW - at) / DAY;

  it.each([
    ['a source nobody described is live', once, {}, 0],
    ['a live one', once, { letters: live }, 0],
    ['one that ended', once, { letters: ended(10) }, 10],
    ['one that ended before the last word', once, { letters: ended(40) }, 30],
    ['one that ends in the future', once, { letters: ended(-5) }, 0],
    ['somebody else’s end', once, { calls: ended(10) }, 0],
    ['half of the days in a source that ended', twice, both(live, ended(10)), 5],
    ['both ended', twice, both(ended(4), ended(10)), 7],
  ])('%s', (_, state, coverage, days) => {
    expect(daysBefore(readTime(state, NOW, coverage))).toBeCloseTo(days, 6);
  });

  it('is the last word where now is earlier', () => {
    const state = rebuildHealth(wrote({ in: [30, 2] }), utcDay);
    expect(readTime(state, NOW - 10 * DAY)).toBe(NOW - 2 * DAY);
    expect(readHealth(state, NOW - 10 * DAY).measures.silence).toBe(0);
  });

  it('is shown when it is more than three days ago', () => {
    expect(readHealth(once, NOW, { coverage: { letters: ended(3) } }).stale).toBe(false);
    expect(readHealth(once, NOW, { coverage: { letters: ended(3.01) } }).stale).toBe(true);
  });

  it('does not exist for an empty log', () => {
    expect(() => readHealth(freshState(), NOW)).toThrow(RangeError);
  });
});

describe('what a reading says', () => {
  it('knows a rhythm from four of their days on', () => {
    const rhythm = (days: number) => readHealth(rebuildHealth(wrote({ in: every(9, days) }), utcDay), NOW).rhythm;
    expect(rhythm(3)).toMatchObject({ known: false, usualIn: null, band: null, late: false });
    expect(rhythm(4).known).toBe(true);
    expect(rhythm(4).usualIn).toBeCloseTo(9, 9);
  });

  it('owes a reply where the user normally answers', () => {
    const owed = (log: Parameters<typeof wrote>[0]) => {
      const { awaiting, owed: due } = readHealth(rebuildHealth(wrote(log), utcDay), NOW).rhythm;
      return { awaiting, owed: due };
    };
    expect(owed({ in: [9, 4], out: [8] })).toEqual({ awaiting: true, owed: true });
    expect(owed({ in: every(7, 12, 4), out: [80] })).toEqual({ awaiting: true, owed: false });
    expect(owed({ in: [9, 4], out: [3] })).toEqual({ awaiting: false, owed: false });
  });

  it('says nothing about a turn or a rhythm that one-way sources cannot show', () => {
    const log = wrote({ in: every(9, 10), out: [100] });
    const reading = (seen: Partial<SourceCoverage>) =>
      readHealth(rebuildHealth(log, utcDay), NOW, { coverage: { letters: { ...live, ...seen } } });
    expect(reading({ seesOut: false }).rhythm).toMatchObject({ known: true, awaiting: false, owed: false });
    expect(reading({ seesIn: false }).rhythm).toMatchObject({ known: false, awaiting: false, owed: false, band: null });
    expect(reading({ seesIn: false }).health).toBeLessThan(70);
  });

  it('takes names of sources for names, whatever they are', () => {
    const state = rebuildHealth(wrote({ in: [5] }, 'toString'), utcDay);
    expect(readHealth(state, NOW, { coverage: {} }).readAt).toBe(NOW);
  });
});
