/** Logs to test with. Days are UTC days. */
import fc from 'fast-check';
import type { HealthEvent, SourceCoverage } from '../../../app/domain/health';
import { DAY, HOUR } from '../../../app/lib/dates';

export const utcDay = (at: number) => Math.floor(at / DAY);

/** 22 November 2026, noon. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export const SOURCES = ['letters', 'calls', 'constructor'] as const;

/** Instants on a grid of six hours within two years before now, so that equal ones are common. */
const moment = fc.integer({ min: 0, max: 2 * 365 * 4 }).map((quarters) => NOW - quarters * 6 * HOUR);

export const eventArbitrary: fc.Arbitrary<HealthEvent> = fc.record({
  at: moment,
  direction: fc.constantFrom('in', 'out'),
  source: fc.constantFrom(...SOURCES),
});

export const logArbitrary = fc.array(eventArbitrary, { minLength: 1, maxLength: 60 });

const bound = fc.option(moment, { nil: null });
const coverageArbitrary: fc.Arbitrary<SourceCoverage> = fc.record({
  start: bound, end: bound, seesIn: fc.boolean(), seesOut: fc.boolean(),
});

/** Some sources have ended, some show one side only, some are not named at all. */
export const optionsArbitrary = fc.record({
  coverage: fc.dictionary(fc.constantFrom(...SOURCES), coverageArbitrary, { noNullPrototype: true }),
  delta: fc.record({ twoWay: fc.double({ min: -1, max: 1, noNaN: true }) }),
});

/** Up to three years around now, also before the end of the log. */
export const nowArbitrary = fc.integer({ min: -400, max: 1000 }).map((days) => NOW + days * DAY);

/** Each day on which they, and the user, wrote: so many days before now. */
export function wrote(days: { in?: readonly number[]; out?: readonly number[] }, source = 'letters'): HealthEvent[] {
  const side = (direction: 'in' | 'out', ages: readonly number[] = []) =>
    ages.map((age) => ({ at: NOW - age * DAY, direction, source }));
  return [...side('in', days.in), ...side('out', days.out)];
}

/** `count` numbers from `from`, `step` apart. */
export function every(step: number, count: number, from = step): number[] {
  return Array.from({ length: count }, (_, index) => from + index * step);
}
