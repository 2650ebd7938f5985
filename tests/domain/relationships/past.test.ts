/** Earlier moments of one contact: as if the log had ended there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../app/domain/contacts/events';
import { HEALTH_STATES, readHealth, rebuildHealth, replyFacts, tieStrength } from '../../../app/domain/health';
import { answerBucket, answerTime } from '../../../app/domain/relationships/answers';
import { beginOfDay, firstDayOfMonth, monthFromKey, monthKey, monthOfDay } from '../../../app/domain/relationships/calendar';
import {
  monthsSeen, NOTHING_TALLIED, pointsAt, QUIET_DAYS, REACH_MOMENTS, tallyOn, type PastContext,
} from '../../../app/domain/relationships/past';
import { calendarDay, DAY, HOUR, MINUTE } from '../../../app/lib/dates';
import { eventArbitrary, NOW, nowArbitrary, optionsArbitrary, utcDay } from '../health/logs';

const WEIGHTS = { word: 100, click: 35, encounter: 150 } as const;
const logArbitrary = fc
  .array(fc.record({ event: eventArbitrary, weight: fc.constantFrom(...Object.values(WEIGHTS)) }), { minLength: 1, maxLength: 60 })
  .map((log) => log.map(({ event, weight }): LogEvent => ({ ...event, weight })).sort((a, b) => a.at - b.at));
const context = (given: Partial<PastContext> = {}): PastContext => ({ asOfDay: utcDay(NOW), dayOf: utcDay, options: {}, ...given });
const isTheirs = ({ direction, weight }: LogEvent) => weight === WEIGHTS.encounter || (weight === WEIGHTS.word && direction === 'in');
const isYours = ({ direction, weight }: LogEvent) => weight === WEIGHTS.encounter || (weight === WEIGHTS.word && direction === 'out');
const event = (daysAgo: number, direction: 'in' | 'out', weight: number = WEIGHTS.word): LogEvent => ({ at: NOW - daysAgo * DAY, direction, source: 'letters', weight });

describe('readings of earlier moments', () => {
  it('are those of the log cut at each moment', () => {
    fc.assert(
      fc.property(logArbitrary, optionsArbitrary, fc.array(nowArbitrary, { minLength: 1, maxLength: 4 }), (log, options, moments) => {
        const read = pointsAt(log, rebuildHealth(log, utcDay), moments, { dayOf: utcDay, options });
        const expected = moments.map((at) => {
          const cut = rebuildHealth(log.filter((one) => one.at < at), utcDay);
          if (cut.last === null) return null;
          const { health, state, readAt } = readHealth(cut, at, options);
          return { health, tie: Math.round(100 * tieStrength(cut, readAt)), state: HEALTH_STATES.indexOf(state) };
        });
        expect(read).toEqual(expected);
      }),
    );
  });

  it('need no log where nothing has happened since', () => {
    fc.assert(
      fc.property(logArbitrary, fc.integer({ min: 1, max: 400 }), (log, days) => {
        const state = rebuildHealth(log, utcDay);
        const moment = (state.last ?? 0) + days * DAY;
        expect(pointsAt([], state, [moment], { dayOf: utcDay, options: {} })).toEqual(pointsAt(log, state, [moment], { dayOf: utcDay, options: {} }));
      }),
    );
  });
});

describe('what is counted by days and months', () => {
  it('is the same, whether counted at once or one event after the other', () => {
    fc.assert(
      fc.property(logArbitrary, optionsArbitrary, fc.nat(60), (log, options, cut) => {
        const whole = tallyOn(NOTHING_TALLIED, log, context({ options }));
        const first = tallyOn(NOTHING_TALLIED, log.slice(0, cut), context({ options }));
        const second = tallyOn(first.tally, log.slice(cut), context({ options }));
        expect(second.tally).toEqual(whole.tally);
        expect([...first.answers, ...second.answers]).toEqual(whole.answers);
      }),
    );
  });

  it('reaches whoever wrote, bought or met within ninety days of each moment', () => {
    fc.assert(
      fc.property(logArbitrary, fc.integer({ min: -20, max: 60 }), (log, shift) => {
        const asOfDay = utcDay(NOW) + shift;
        const { reach } = tallyOn(NOTHING_TALLIED, log, context({ asOfDay })).tally;
        for (let moment = 0; moment < REACH_MOMENTS; moment += 1) {
          const last = asOfDay - 30 * moment;
          const reached = log.some((one) => isTheirs(one) && utcDay(one.at) > last - 90 && (moment === 0 || utcDay(one.at) <= last));
          expect([moment, ((reach >> moment) & 1) === 1]).toEqual([moment, reached]);
        }
      }),
    );
  });

  it('forgets nobody who could still weigh', () => {
    const reach = (days: number) => tallyOn(NOTHING_TALLIED, [event(days, 'in')], context()).tally.reach;
    expect(reach(QUIET_DAYS - 1)).toBe(1 << (REACH_MOMENTS - 1));
    expect(reach(QUIET_DAYS)).toBe(0);
  });

  it('begins the exchange where both sides had spoken, and says in which months after it they were in touch', () => {
    fc.assert(
      fc.property(logArbitrary, (log) => {
        const { exchangeMonth, monthsSpoken } = tallyOn(NOTHING_TALLIED, log, context()).tally;
        const monthOf = (one: LogEvent) => monthOfDay(utcDay(one.at));
        const [theirs, yours] = [log.find(isTheirs), log.find(isYours)];
        const began = theirs && yours ? Math.max(monthOf(theirs), monthOf(yours)) : null;
        expect(exchangeMonth).toBe(began);
        for (let month = 1; began !== null && month < 24; month += 1) {
          expect([month, (monthsSpoken >> month) & 1]).toEqual([month, log.some((one) => isTheirs(one) && monthOf(one) === began + month) ? 1 : 0]);
        }
      }),
    );
  });

  it('counts a meeting as both sides, a click as none', () => {
    expect(tallyOn(NOTHING_TALLIED, [event(3, 'out', WEIGHTS.encounter)], context()).tally).toMatchObject({ reach: 1, spoken: 3, call: null });
    expect(tallyOn(NOTHING_TALLIED, [event(3, 'in', WEIGHTS.click)], context()).tally).toEqual(NOTHING_TALLIED);
  });
});

describe('answers', () => {
  it('are those of the reply facts, where all of the log lies within ninety days', () => {
    fc.assert(
      fc.property(logArbitrary, (log) => {
        const recent = log.map((one) => ({ ...one, at: NOW - ((NOW - one.at) % (89 * DAY)) })).sort((a, b) => a.at - b.at);
        const { answers } = tallyOn(NOTHING_TALLIED, recent, context());
        const facts = replyFacts(recent.filter(({ weight }) => weight === WEIGHTS.word), NOW);
        for (const side of ['theirs', 'yours'] as const) {
          expect(answers.filter((answer) => answer.side === side)).toHaveLength(facts[side].answered);
        }
      }),
    );
  });

  it('come only of sources that show both sides', () => {
    const log = [event(9, 'in'), event(8, 'out')];
    const oneWay = { coverage: { letters: { start: null, end: null, seesIn: false, seesOut: true } } };
    expect(tallyOn(NOTHING_TALLIED, log, context()).answers).toHaveLength(1);
    expect(tallyOn(NOTHING_TALLIED, log, context({ options: oneWay }))).toMatchObject({ answers: [], tally: { call: null } });
  });

  it('leave out what was answered before the last ninety days', () => {
    const answers = (daysAgo: number) => tallyOn(NOTHING_TALLIED, [event(daysAgo + 1, 'in'), event(daysAgo, 'out')], context()).answers.length;
    expect([answers(89), answers(90)]).toEqual([1, 0]);
  });

  it.each([
    [0, 0, 'under a minute'], [25 * MINUTE, 0, '25 min'], [HOUR, 1, '1 h'], [4 * HOUR - 1, 1, '4 h'], [11 * HOUR, 2, '11 h'], [DAY, 4, '24 h'],
    [2 * DAY, 5, '2 days'], [7 * DAY, 7, '7 days'],
  ])('of %i ms stand in bucket %i and read "%s"', (took, bucket, words) => {
    expect([answerBucket(took), answerTime(Math.floor(took / MINUTE))]).toEqual([bucket, words]);
  });
});

describe('days and months by number', () => {
  it.each(['UTC', 'Europe/Lisbon', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'])('begin where the calendar of %s does', (zone) => {
    const dayOf = calendarDay(zone);
    for (let day = utcDay(NOW) - 400; day < utcDay(NOW); day += 1) {
      const begin = beginOfDay(day, dayOf);
      expect([dayOf(begin), dayOf(begin - 1)]).toEqual([day, day - 1]);
    }
  });

  it('know the first day of a month and its key', () => {
    const november = monthOfDay(utcDay(NOW));
    expect(firstDayOfMonth(november)).toBe(utcDay(Date.UTC(2026, 10, 1)));
    expect(monthKey(november)).toBe('2026-11');
    expect(monthFromKey('2026-11')).toBe(november);
    expect(monthKey(monthFromKey('2026-12') + 1)).toBe('2027-01');
  });

  it('count only whole months as seen', () => {
    const june = monthFromKey('2026-06');
    const seen = (day: number) => monthsSeen(june, utcDay(day));
    expect([seen(Date.UTC(2026, 5, 30)), seen(Date.UTC(2026, 6, 31)), seen(Date.UTC(2026, 7, 1)), seen(Date.UTC(2026, 10, 22))]).toEqual([0, 0, 1, 4]);
  });
});
