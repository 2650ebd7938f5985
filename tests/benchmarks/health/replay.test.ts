import { describe, expect, it } from 'vitest';
import { rebuildHealth } from '../../../app/domain/health';
import { DAY, HOUR } from '../../../app/lib/dates';
import { at, FRIENDS, PAST, START } from './friends';
import { cutOffsOf } from './protocol';
import { dayOf, logsByPerson, replay } from './replay';

const CUT_OFF = START + 20 * DAY;
/** In the month after the cut-off I write to five of them; two answer, the second too late. */
const AFTER = [
  ...FRIENDS.slice(0, 5).map((friend) => at(CUT_OFF, 'me', friend)),
  at(CUT_OFF + HOUR, 'friend 0', 'me'),
  at(CUT_OFF + 30 * DAY, 'friend 1', 'me'),
];

describe('replaying a log', () => {
  it('asks about everyone seen, knows the past only, and looks 30 days ahead', () => {
    const [panel, ...others] = replay([...PAST, ...AFTER], [CUT_OFF]);
    expect(others).toEqual([]);
    expect(panel?.person).toBe('me');
    expect(panel?.contacts.map(({ theyWrote }) => theyWrote)).toEqual(FRIENDS.map((_, index) => index === 0));
    expect(panel?.contacts.map(({ youWrote }) => youWrote)).toEqual(FRIENDS.map((_, index) => index < 5));
    const past = logsByPerson(PAST).get('me')?.filter(({ contact }) => contact === 'friend 1') ?? [];
    expect(panel?.contacts[1]?.state).toEqual(rebuildHealth(past, dayOf));
    expect(panel?.contacts[1]?.history.interactions).toBe(2);
  });

  it('passes over who has nine contacts, or writes four times', () => {
    const without = (friend: string) => PAST.filter(({ from, to }) => from !== friend && to !== friend);
    expect([...replay([...without('friend 9'), ...AFTER], [CUT_OFF])]).toEqual([]);
    expect([...replay([...PAST, ...AFTER.slice(1)], [CUT_OFF])]).toEqual([]);
  });

  it('forgets who was last seen more than a year ago', () => {
    expect([...replay([...PAST, ...AFTER.map((event) => ({ ...event, at: event.at + 365 * DAY }))], [CUT_OFF + 365 * DAY])]).toEqual([]);
  });
});

describe('cut-offs', () => {
  const logOf = (name: string, days: number) => ({ name, events: [at(START, 'a', 'b'), at(START + days * DAY, 'a', 'b')] });
  const daysOf = (name: string, days: number) => cutOffsOf(logOf(name, days)).map((cutOff) => (cutOff - START) / DAY);

  it('of the published logs are the published ones', () => {
    expect(daysOf('college', 193)).toEqual([40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160]);
    expect(daysOf('email-eu', 803)).toHaveLength(16);
    expect(daysOf('mathoverflow', 2350).at(-1)).toBe(365 + 34 * 55);
  });

  it('of another log are spread over it and leave a month', () => {
    const days = daysOf('constructor', 180);
    expect(days).toHaveLength(16);
    expect(days.slice(0, 2).map(Math.round)).toEqual([36, 44]);
    expect(days.at(-1)).toBe(150);
    expect(daysOf('long', 4000)[0]).toBe(365);
    expect(() => daysOf('short', 59)).toThrow('short covers 59 days; it takes 60 to learn from and to compare with.');
  });
});
