import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldInteraction, freshState, healthStateSchema, rebuildHealth, type HealthEvent } from '../../../app/domain/health';
import { DAY, HOUR } from '../../../app/lib/dates';
import { logArbitrary, utcDay } from './logs';

const START = Date.UTC(2026, 0, 5, 9);

const inOrder = (log: readonly HealthEvent[]) => log.toSorted((a, b) => a.at - b.at);
const fold = (log: readonly HealthEvent[]) => log.reduce((state, event) => foldInteraction(state, event, utcDay), freshState());
const shuffledLog = logArbitrary.chain((log) =>
  fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length })),
);

describe('folding', () => {
  it('in order equals rebuilding, whatever order the log comes in, equal instants included', () => {
    fc.assert(
      fc.property(shuffledLog, ([log, shuffled]) => {
        const folded = fold(inOrder(log));
        expect(rebuildHealth(log, utcDay)).toEqual(folded);
        expect(rebuildHealth(shuffled, utcDay)).toEqual(folded);
        expect(fold(inOrder(shuffled))).toEqual(folded);
      }),
    );
  });

  it('leaves the given state as it was', () => {
    fc.assert(
      fc.property(logArbitrary, (log) => {
        const sorted = inOrder(log);
        const state = fold(sorted.slice(0, -1));
        const before = structuredClone(state);
        for (const event of sorted.slice(-1)) foldInteraction(state, event, utcDay);
        expect(state).toEqual(before);
      }),
    );
  });

  it('keeps a state of constant size that its schema knows', () => {
    fc.assert(
      fc.property(logArbitrary, (log) => {
        const state = rebuildHealth(log, utcDay);
        expect(healthStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
        expect(Object.keys(state)).toEqual(Object.keys(freshState()));
        expect(state.sources.length).toBe(new Set(log.map(({ source }) => source)).size);
      }),
    );
  });

  it('refuses what is earlier than the last one', () => {
    const state = fold([{ at: START, direction: 'in', source: 'mail' }]);
    expect(() => foldInteraction(state, { at: START - 1, direction: 'in', source: 'mail' }, utcDay)).toThrow(RangeError);
  });

  it('counts days, not messages', () => {
    const day = [0, 1, 2, 3].map((hours): HealthEvent => ({ at: START + hours * HOUR, direction: 'in', source: 'mail' }));
    const state = fold(day);
    expect(state).toMatchObject({ days: 1, nIn: 4, k: 0, kIn: 0, lastTouch: START, last: START + 3 * HOUR });
    expect(state.i365).toBeCloseTo(1, 3);
  });

  it('counts days by the calendar it is given', () => {
    const evening = Date.UTC(2026, 0, 5, 22);
    const log: HealthEvent[] = [0, 3 * HOUR].map((later) => ({ at: evening + later, direction: 'in', source: 'mail' }));
    const tokyoDay = (at: number) => Math.floor((at + 9 * HOUR) / DAY);
    expect(rebuildHealth(log, utcDay).days).toBe(2);
    expect(rebuildHealth(log, tokyoDay).days).toBe(1);
  });

  it('measures gaps from the first word of a day, at least a quarter of a day', () => {
    const state = fold([0, 5 * HOUR, 2 * DAY, 2 * DAY + 16 * HOUR].map((later) => ({ at: START + later, direction: 'in', source: 'mail' })));
    expect(state.kIn).toBe(2);
    expect(state.mIn).toBeCloseTo((Math.log(2) + Math.log(16 / 24)) / 2, 12);
    expect(state.longestInGap).toBe(2);
    const late = Date.UTC(2026, 0, 5, 23, 59);
    expect(fold([late, late + 2 * 60_000].map((at) => ({ at, direction: 'in', source: 'mail' }))).mIn).toBe(Math.log(0.25));
  });

  it('remembers the last five gaps more than older ones', () => {
    const gaps = [1, 1, 1, 1, 1, 32];
    const log = gaps.reduce<HealthEvent[]>(
      (sofar, gap) => [...sofar, { at: (sofar.at(-1)?.at ?? START) + gap * DAY, direction: 'in', source: 'mail' }],
      [{ at: START, direction: 'in', source: 'mail' }],
    );
    expect(fold(log).mIn).toBeCloseTo(Math.log(32) / 5, 12);
  });
});
