import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atHour, calendarDay, clockTime, DAY, fullDay, HOUR, isTimeZone, longDay, monthAndYear, shortDay, startOfDay, weekDay,
} from '../../app/lib/dates';

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString();

describe('the calendar day of an instant', () => {
  test.each([
    // zone, instant, day it falls on
    ['UTC', '2026-11-24T00:00:00Z', '2026-11-24'],
    ['UTC', '2026-11-23T23:59:59.999Z', '2026-11-23'],
    ['Europe/Lisbon', '2026-07-01T23:30:00Z', '2026-07-02'],
    ['America/Los_Angeles', '2026-11-24T07:59:00Z', '2026-11-23'],
    ['Asia/Kathmandu', '2026-11-23T18:14:59Z', '2026-11-23'],
    ['Asia/Kathmandu', '2026-11-23T18:15:00Z', '2026-11-24'],
    ['Pacific/Kiritimati', '2026-11-23T10:00:00Z', '2026-11-24'],
  ])('%s: %s is %s', (zone, instant, day) => {
    expect(calendarDay(zone)(at(instant))).toBe(at(`${day}T00:00:00Z`) / DAY);
  });

  test('holds from the start of a day to just before the next, in every zone', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Lisbon', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata');
    fc.assert(
      fc.property(zones, fc.integer({ min: at('2005-01-01'), max: at('2035-01-01') }), (zone, instant) => {
        const dayOf = calendarDay(zone);
        const start = startOfDay(instant, zone);
        const next = startOfDay(instant, zone, 1);
        expect(start).toBeLessThanOrEqual(instant);
        expect(next).toBeGreaterThan(instant);
        expect(dayOf(start)).toBe(dayOf(instant));
        expect(dayOf(next - 1)).toBe(dayOf(instant));
        expect(dayOf(next)).toBe(dayOf(instant) + 1);
      }),
    );
  });
});

describe('an hour of a day', () => {
  test.each([
    // zone, from, hour, days later, instant
    ['Europe/Lisbon', '2026-11-24T10:00:00Z', 16, 0, '2026-11-24T16:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28T12:00:00Z', 8, 1, '2026-03-29T06:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T12:00:00Z', 8, 1, '2026-10-25T07:00:00.000Z'],
    // 02:00 does not exist on the day the clocks go forward: the first moment after it.
    ['Europe/Berlin', '2026-03-29T12:00:00Z', 2, 0, '2026-03-29T01:00:00.000Z'],
    ['America/New_York', '2026-12-31T23:00:00Z', 0, 1, '2027-01-01T05:00:00.000Z'],
  ])('%s, from %s: %i o’clock, %i days on', (zone, from, hour, days, expected) => {
    expect(iso(atHour(at(from), zone, hour, days))).toBe(expected);
  });

  test('a day is not always 24 hours long', () => {
    const spring = at('2026-03-29T12:00:00Z');
    expect(startOfDay(spring, 'Europe/Lisbon', 1) - startOfDay(spring, 'Europe/Lisbon')).toBe(23 * HOUR);
  });
});

describe('words for instants', () => {
  const now = at('2026-11-24T12:00:00Z');
  test.each([
    [shortDay(at('2026-11-12T09:00:00Z'), 'UTC', now), '12 Nov'],
    [shortDay(at('2024-09-12T09:00:00Z'), 'UTC', now), '12 Sep 2024'],
    [weekDay(at('2026-11-12T09:00:00Z'), 'UTC', now), 'Thu 12 Nov'],
    [longDay(at('2026-11-23T09:00:00Z'), 'UTC'), 'Monday 23 November'],
    [fullDay(at('2026-09-22T09:00:00Z'), 'UTC'), '22 September 2026'],
    [monthAndYear(at('2024-05-31T23:30:00Z'), 'Europe/Lisbon'), 'Jun 2024'],
    [clockTime(at('2026-11-24T00:05:00Z'), 'UTC'), '00:05'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });
});

test.each([
  ['Europe/Lisbon', true],
  ['UTC', true],
  ['Middle-earth/Shire', false],
  ['', false],
])('%s is a time zone: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});
