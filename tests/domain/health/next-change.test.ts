import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshState, nextChange, readHealth, rebuildHealth, type HealthState, type ReadOptions } from '../../../app/domain/health';
import { DAY, HOUR } from '../../../app/lib/dates';
import { every, logArbitrary, NOW, nowArbitrary, optionsArbitrary, utcDay, wrote } from './logs';

const HORIZON = 400 * DAY;

function shown(state: HealthState, at: number, options: ReadOptions = {}): string {
  const { health, state: name } = readHealth(state, at, options);
  return `${health} ${name}`;
}

describe('the next change', () => {
  it('is a change, with none on a day before it, and none an hour before it on its own day', () => {
    fc.assert(
      fc.property(logArbitrary, nowArbitrary, optionsArbitrary, (log, now, options) => {
        const state = rebuildHealth(log, utcDay);
        const present = shown(state, now, options);
        const next = nextChange(state, now, options);
        const from = Math.max(now, state.last ?? now);
        const quietUntil = next ?? from + HORIZON;
        for (let at = from; at < quietUntil; at += DAY) expect(shown(state, at, options)).toBe(present);
        if (next === null || next === from + HORIZON) return;
        expect(next).toBeGreaterThan(now);
        expect(shown(state, next, options)).not.toBe(present);
        expect(shown(state, next - HOUR, options)).toBe(present);
      }),
      { numRuns: 60 },
    );
  });

  it('never comes where every source has ended', () => {
    const state = rebuildHealth(wrote({ in: every(9, 8), out: every(10, 7) }), utcDay);
    const coverage = { letters: { start: null, end: NOW - 2 * DAY, seesIn: true, seesOut: true } };
    expect(nextChange(state, NOW, { coverage })).toBeNull();
    expect(nextChange(state, NOW - 5 * DAY, { coverage })).not.toBeNull();
  });

  it('comes again after the horizon where only decades could change anything', () => {
    const state = rebuildHealth(wrote({ in: [9000] }), utcDay);
    expect(nextChange(state, NOW)).toBe(NOW + HORIZON);
  });

  it('does not exist for an empty log', () => {
    expect(nextChange(freshState(), NOW)).toBeNull();
  });
});
