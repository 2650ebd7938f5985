import { describe, expect, it } from 'vitest';
import { problemOfDay, snoozeChoices, type DayClock, type SnoozeChoice } from '../../../app/domain/conversations/snooze';
import { atHour, DAY, HOUR, startOfDay } from '../../../app/lib/dates';

const clockIn = (zone: string): DayClock => ({
  startOfDay: (at, plusDays) => startOfDay(at, zone, plusDays),
  atHour: (at, hour, plusDays) => atHour(at, zone, hour, plusDays),
});
const LISBON = clockIn('Europe/Lisbon');
const MONDAY = Date.UTC(2026, 10, 23);
const keys = (choices: SnoozeChoice[]): string[] => choices.map(({ key }) => key);

describe('the snooze menu', () => {
  it('on a morning, for somebody with a rhythm', () => {
    expect(snoozeChoices(MONDAY + 9 * HOUR, LISBON, MONDAY + 3 * DAY)).toEqual([
      { key: 'afternoon', label: 'This afternoon', mode: 'date', until: MONDAY + 16 * HOUR },
      { key: 'tomorrow', label: 'Tomorrow', mode: 'date', until: MONDAY + DAY },
      { key: 'rhythm', label: 'When their rhythm says', mode: 'rhythm', until: MONDAY + 3 * DAY },
      { key: 'they_write', label: 'They write again', mode: 'they_write', until: null },
      { key: 'pick', label: 'Pick a date', mode: 'date', until: null },
    ]);
  });

  it.each([
    ['a minute to three', 15 * HOUR - 60_000, true],
    ['three', 15 * HOUR, false],
    ['the evening', 20 * HOUR, false],
    ['just past midnight', 60_000, true],
  ])('this afternoon at %s', (_says, time, offered) => {
    expect(keys(snoozeChoices(MONDAY + time, LISBON, null)).includes('afternoon')).toBe(offered);
  });

  it.each([
    ['nobody knows it', null],
    ['it has passed', MONDAY],
    ['it is now', MONDAY + 9 * HOUR],
  ])('no rhythm where %s', (_says, expected) => {
    expect(keys(snoozeChoices(MONDAY + 9 * HOUR, LISBON, expected))).toEqual(['afternoon', 'tomorrow', 'they_write', 'pick']);
  });

  it("keeps the workspace's own days: ten at night in Lisbon is the next morning in Auckland", () => {
    const now = MONDAY + 22 * HOUR;
    expect(keys(snoozeChoices(now, LISBON, null))).not.toContain('afternoon');
    const [afternoon, tomorrow] = snoozeChoices(now, clockIn('Pacific/Auckland'), null);
    expect(afternoon).toMatchObject({ key: 'afternoon', until: Date.UTC(2026, 10, 24, 3) });
    expect(tomorrow).toMatchObject({ key: 'tomorrow', until: Date.UTC(2026, 10, 24, 11) });
  });
});

it.each<[string, boolean, string | null]>([
  ['2026-11-24', false, null],
  ['2027-01-01', false, null],
  ['2026-11-23', false, 'Pick a day after today.'],
  ['2025-12-31', false, 'Pick a day after today.'],
  ['', false, 'Pick a day.'],
  ['', true, 'The calendar has no such day.'],
])('a picked day %j, half typed %j: %j', (date, notADay, problem) => {
  expect(problemOfDay(date, notADay, '2026-11-23')).toBe(problem);
});
