import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEALTH_STATES } from '../../../app/domain/health';
import { relationshipsHeadline, type Movement } from '../../../app/domain/relationships/headline';
import { movesBetween, movesFrom, packMove, trendOf, unpackMove, type Move } from '../../../app/domain/relationships/move';
import { comparableMoments, endedMeanwhile, reachAt } from '../../../app/domain/relationships/reach';
import { cohortCount, cohortKey, cohortMonths, cohortsOf } from '../../../app/domain/relationships/retention';
import { audienceSentence, questionTitle, reachSentence, reachTrend } from '../../../app/domain/relationships/words';

const NOBODY: Movement = { people: 0, comparable: 0, closer: 0, drifting: 0, name: { closer: null, drifting: null, only: null } };
const NAMES = { closer: 'Leila Haddad', drifting: 'Kwame Mensah', only: 'Leila Haddad' };
const LONG_AGO = { asOfDay: 20_718, today: 20_780, asOf: '22 September' };
const TODAY = { asOfDay: 20_780, today: 20_780, asOf: null };

describe('the headline', () => {
  it.each<[Partial<Movement>, string]>([
    [{}, 'Nobody to draw yet.'],
    [{ people: 9, comparable: 9, closer: 3, drifting: 2 }, 'More people are drawing closer than drifting.'],
    [{ people: 9, comparable: 9, closer: 1, drifting: 2 }, 'More people are drifting than drawing closer.'],
    [{ people: 9, comparable: 9, closer: 2, drifting: 2 }, 'As many people are drawing closer as drifting.'],
    [{ people: 9, comparable: 9, closer: 1, name: NAMES }, 'Leila is drawing closer, nobody is drifting.'],
    [{ people: 9, comparable: 9, closer: 6 }, 'Six people are drawing closer, nobody is drifting.'],
    [{ people: 9, comparable: 9, drifting: 1, name: NAMES }, 'Kwame is drifting, nobody is drawing closer.'],
    [{ people: 90, comparable: 90, drifting: 30 }, '30 people are drifting, nobody is drawing closer.'],
    [{ people: 9, comparable: 9 }, 'Everybody is about as close as a month ago.'],
    [{ people: 9 }, 'Everybody here is new within the month.'],
    [{ people: 1, comparable: 1, closer: 1, name: NAMES }, 'Leila is drawing closer.'],
    [{ people: 1, comparable: 1, drifting: 1, name: NAMES }, 'Kwame is drifting.'],
    [{ people: 1, comparable: 1, name: NAMES }, 'Leila is as close as a month ago.'],
    [{ people: 1, name: NAMES }, 'Leila is new here.'],
  ])('of %j is "%s"', (movement, sentence) => {
    expect(relationshipsHeadline({ ...NOBODY, ...movement })).toBe(sentence);
  });
});

describe('moves in one number', () => {
  const state = fc.nat(HEALTH_STATES.length - 1);
  const move: fc.Arbitrary<Move> = fc.record({ from: fc.option(state, { nil: null }), to: state, trend: fc.constantFrom('none', 'closer', 'drifting') });

  it('are read back, and found by where they came from and went', () => {
    fc.assert(
      fc.property(move, move, (one, other) => {
        const within = ([least, most]: readonly [number, number]) => packMove(one) >= least && packMove(one) <= most;
        expect(unpackMove(packMove(one))).toEqual(one);
        expect(within(movesFrom(other.from))).toBe(one.from === other.from);
        expect(within(movesBetween(other.from, other.to))).toBe(one.from === other.from && one.to === other.to);
      }),
    );
  });

  it.each([
    [60, 51, 'closer'], [60, 52, 'none'], [51, 60, 'drifting'], [52, 60, 'none'], [60, null, 'none'],
  ] as const)('from %j to %j in thirty days is %s', (health, before, trend) => {
    expect(trendOf(health, before, false)).toBe(trend);
    expect(trendOf(health, before, true)).toBe('none');
  });
});

describe('the people behind a mark', () => {
  const [steady, cooling] = [HEALTH_STATES.indexOf('Steady'), HEALTH_STATES.indexOf('Cooling')];
  it.each([
    [{ about: 'moved', from: steady, to: cooling }, 'Steady on 1 November, Cooling today', 'Steady on 1 September, Cooling on 22 September'],
    [{ about: 'moved', from: null, to: steady }, 'Not there yet on 1 November, Steady today', 'Not there yet on 1 September, Steady on 22 September'],
    [{ about: 'moved', from: steady, to: steady }, 'Steady on 1 November and today', 'Steady on 1 September and on 22 September'],
    [{ about: 'theirs', bucket: 2 }, 'Answered you in 4 to 12 hours, in the last 90 days', 'Answered you in 4 to 12 hours, in the 90 days to 22 September'],
    [{ about: 'cohort', cohort: '2026-06', month: 7, wrote: false }, 'First exchange in June 2026, no word from them in January 2027', null],
  ] as const)('%j are called "%s"', (question, today, longAgo) => {
    expect(questionTitle(question, TODAY)).toBe(today);
    if (longAgo !== null) expect(questionTitle(question, LONG_AGO)).toBe(longAgo);
  });
});

describe('real reach', () => {
  it.each([
    [0, 'Nobody answered, wrote, bought or met you in the last 90 days.'],
    [1, 'One person answered, wrote, bought or met you in the last 90 days.'],
    [1312, '1,312 people answered, wrote, bought or met you in the last 90 days.'],
  ])('of %i reads "%s"', (people, sentence) => {
    expect(reachSentence(people, null)).toBe(sentence);
  });

  it('is compared in words', () => {
    const august = 2026 * 12 + 7;
    expect([reachTrend(34, 10, august), reachTrend(10, 34, august), reachTrend(10, 10, august)]).toEqual([
      '24 more than in August', '24 fewer than in August', 'as many as in August',
    ]);
    expect(audienceSentence(18_940)).toBe('Platforms count an audience of 18,940. It changes nothing above.');
  });

  it('counts people by their bits', () => {
    expect(reachAt([[0b1, 3], [0b111, 2], [0b100000000000, 1]])).toEqual([5, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('is compared only where every source saw both windows', () => {
    const today = 20_780;
    expect(comparableMoments([], today)).toBe(12);
    expect(comparableMoments([{ start: null, end: null }], today)).toBe(12);
    // Ninety days before the ninety days of now: the third moment is the last that was seen whole.
    expect(comparableMoments([{ start: today - 179, end: null }], today)).toBe(4);
    expect(comparableMoments([{ start: today - 178, end: null }], today)).toBe(3);
    expect(comparableMoments([{ start: today - 10, end: null }, { start: 0, end: null }], today)).toBe(1);
    expect(comparableMoments([{ start: today - 400, end: today - 300 }, { start: 0, end: null }], today)).toBe(12);
    expect(endedMeanwhile([{ start: 0, end: today - 50 }], today)).toBe(true);
    expect(endedMeanwhile([{ start: 0, end: today - 2 }, { start: 0, end: null }, { start: 0, end: today - 300 }], today)).toBe(false);
  });
});

describe('still talking after', () => {
  const november = 2026 * 12 + 10;

  it('shows the last six months with a whole month after them', () => {
    expect(cohortMonths(november)).toEqual([2026 * 12 + 3, 2026 * 12 + 8]);
  });

  it('counts of those who could be seen all through a month', () => {
    const june = 2026 * 12 + 5;
    const counts = [
      { exchangeMonth: june, monthsSeen: 4, monthsSpoken: 0b1011, people: 3 },
      { exchangeMonth: june, monthsSeen: 1, monthsSpoken: 0b1, people: 1 },
    ];
    expect(cohortsOf(counts, november)).toEqual([{ month: 'Jun', key: '2026-06', people: 4, shares: [75, 0, 100, 0, null] }]);
    expect(cohortsOf([], november)).toEqual([]);
  });

  it('is counted by one number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 30_000 }), fc.nat(30), fc.nat(2 ** 24), (month, seen, spoken) => {
        expect(cohortCount(cohortKey(month, seen, spoken), 7)).toEqual({
          exchangeMonth: month, monthsSeen: Math.min(seen, 5), monthsSpoken: spoken % 64, people: 7,
        });
      }),
    );
  });
});
