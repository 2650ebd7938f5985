/** A fall has to hold before it is said; a rise shows with the very interaction that makes it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldInteraction, NO_WISHES, readHealth, readQuiet, rebuildHealth, type HealthState } from '../../../app/domain/health';
import { every, logArbitrary, NOW, nowArbitrary, utcDay, wrote } from './logs';

const read = (state: HealthState, now: number) => readHealth(state, now);
const theyWrite = (state: HealthState, at: number) => foldInteraction(state, { at, direction: 'in', source: 'letters' }, utcDay);

describe('a rise shows at once', () => {
  it.each([
    ['Cooling', wrote({ in: every(9, 12, 25), out: every(9, 11, 33) })],
    ['Fading', wrote({ in: every(12, 6, 60), out: every(12, 6, 59) })],
    ['Dormant', wrote({ in: every(9, 12, 200), out: every(9, 11, 208) })],
  ])('%s ends with a word of theirs, in state and in number, a second later', (name, log) => {
    const before = rebuildHealth(log, utcDay);
    expect(read(before, NOW).state).toBe(name);
    const after = read(theyWrite(before, NOW), NOW + 1_000);
    expect(['Cooling', 'Fading', 'Dormant']).not.toContain(after.state);
    expect(after.health).toBeGreaterThan(read(before, NOW).health);
  });

  it('for any log: after their word nobody is lower, nothing of a fall is left, and nothing waits to be said', () => {
    fc.assert(
      fc.property(fc.tuple(logArbitrary, nowArbitrary), ([log, now]) => {
        const before = rebuildHealth(log, utcDay);
        fc.pre(before.last === null || before.last <= now);
        const written = theyWrite(before, now);
        const [was, is] = [read(before, now), read(written, now)];
        expect(['Cooling', 'Fading', 'Dormant']).not.toContain(is.state);
        // Whoever writes five times as often as they are answered is called one-sided: that is no rise.
        if (before.last !== null && !is.state.startsWith('One-sided')) expect(is.health).toBeGreaterThanOrEqual(was.health);
        expect(readQuiet(written, is, NO_WISHES, now)).toMatchObject({ lowerSince: null, announcement: null });
      }),
    );
  });
});
