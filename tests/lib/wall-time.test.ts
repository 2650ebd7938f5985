import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedMoment, wallDate, wallInstant, wallTime } from '../../app/lib/wall-time';

const ZONES = ['UTC', 'Europe/Lisbon', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

describe('what clocks on the wall show', () => {
  it.each([
    ['2026-11-23', '14:05', 'UTC', '2026-11-23T14:05:00Z'],
    ['2026-11-23', '00:00', 'Europe/Lisbon', '2026-11-23T00:00:00Z'],
    ['2026-07-01', '09:30', 'Europe/Lisbon', '2026-07-01T08:30:00Z'],
    ['2026-11-23', '23:59', 'Pacific/Kiritimati', '2026-11-23T09:59:00Z'],
    ['2026-11-23', '00:01', 'Pacific/Pago_Pago', '2026-11-23T11:01:00Z'],
    ['2026-11-23', '12:00', 'Asia/Kathmandu', '2026-11-23T06:15:00Z'],
    // Clocks go forward at 01:00 in Lisbon on 29 March 2026.
    ['2026-03-29', '14:00', 'Europe/Lisbon', '2026-03-29T13:00:00Z'],
    ['2026-10-25', '14:00', 'Europe/Lisbon', '2026-10-25T14:00:00Z'],
  ])('%s %s in %s', (date, time, zone, expected) => {
    expect(new Date(wallInstant(date, time, zone)).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });

  it('an instant, shown and typed again, shows the same', () => {
    const minute = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...ZONES), (minutes, zone) => {
        const [date, time] = [wallDate(minutes * 60_000, zone), wallTime(minutes * 60_000, zone)];
        const again = wallInstant(date, time, zone);
        expect([wallDate(again, zone), wallTime(again, zone)]).toEqual([date, time]);
      }),
    );
  });
});

describe('a moment typed into a form', () => {
  const now = Date.UTC(2026, 10, 23, 10);

  it.each([
    ['a day and a time', '2026-11-20', '08:15', { at: Date.UTC(2026, 10, 20, 8, 15), precision: 'minute' }],
    ['a day alone: its noon', '2026-11-20', '', { at: Date.UTC(2026, 10, 20, 12), precision: 'day' }],
    ['today alone: now', '2026-11-23', '', { at: now, precision: 'minute' }],
    ['later today: now', '2026-11-23', '18:00', { at: now, precision: 'minute' }],
    ['tomorrow: now', '2026-11-24', '', { at: now, precision: 'day' }],
  ])('%s', (_, date, time, expected) => {
    expect(typedMoment(date, time, 'UTC', now)).toEqual(expected);
  });
});
