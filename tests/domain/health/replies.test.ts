import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactDays, replyFacts } from '../../../app/domain/health';
import { DAY, HOUR } from '../../../app/lib/dates';
import { every, logArbitrary, NOW, utcDay, wrote } from './logs';

describe('how each side answers', () => {
  const none = { answered: 0, calls: 0, medianTime: null };

  it.each([
    ['nothing', {}, none, none],
    ['a word that may still be answered', { in: [5] }, none, none],
    ['a word that was not', { in: [31] }, none, { answered: 0, calls: 1, medianTime: null }],
    ['an answer', { in: [9], out: [7] }, none, { answered: 1, calls: 1, medianTime: 2 * DAY }],
    ['an answer after a month is a new beginning', { in: [60], out: [29] }, none, { answered: 0, calls: 1, medianTime: null }],
    ['an answer to several words counts from the first', { in: [9, 8, 7], out: [5] }, none, { answered: 1, calls: 1, medianTime: 4 * DAY }],
    [
      'ping and pong', { in: [9, 4], out: [8, 1] },
      { answered: 1, calls: 1, medianTime: 4 * DAY }, { answered: 2, calls: 2, medianTime: 2 * DAY },
    ],
    ['what comes later than the reading', { in: [9], out: [-1] }, none, none],
  ])('%s', (_, log, theirs, yours) => {
    expect(replyFacts(wrote(log), NOW)).toEqual({ theirs, yours });
  });

  it('never has more answers than calls, nor an answer later than a month', () => {
    fc.assert(
      fc.property(logArbitrary, (log) => {
        for (const { answered, calls, medianTime } of Object.values(replyFacts(log, NOW))) {
          expect(answered).toBeLessThanOrEqual(calls);
          expect(medianTime === null).toBe(answered === 0);
          expect(medianTime ?? 0).toBeLessThanOrEqual(30 * DAY);
        }
      }),
    );
  });
});

describe('days in touch, for sentences', () => {
  it('counts calendar days up to the reading, a month of 30 and a year of 365', () => {
    const log = wrote({ in: [-1, 0, 29, 30, 364, 365], out: every(1, 500, 0) });
    expect(contactDays(log, NOW, utcDay)).toEqual({ inMonth: 2, inYear: 4, outMonth: 30, outYear: 365 });
  });

  it('counts a day once', () => {
    const morning = { at: NOW - 3 * HOUR, direction: 'in', source: 'calls' } as const;
    expect(contactDays([...wrote({ in: [0] }), morning], NOW, utcDay)).toMatchObject({ inMonth: 1, inYear: 1 });
  });
});
