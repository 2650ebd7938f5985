import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthCounts, pulseGeometry, type PulseEvent } from '../../../app/domain/pulse';
import { calendarDay, DAY, HOUR } from '../../../app/lib/dates';

const at = (iso: string) => Date.parse(iso);
const word = (iso: string, direction: 'in' | 'out' = 'in', weight = 1): PulseEvent => ({ at: at(iso), direction, weight });

describe('the year in numbers', () => {
  const now = at('2026-11-23T12:00:00Z');

  it('begins with this month and goes back twelve, silent ones included', () => {
    const months = monthCounts([word('2026-11-02T10:00:00Z'), word('2026-09-02T10:00:00Z', 'out')], now, 'UTC');
    expect(months.map(({ month }) => month)).toEqual([
      'Nov 2026', 'Oct 2026', 'Sep 2026', 'Aug 2026', 'Jul 2026', 'Jun 2026', 'May 2026', 'Apr 2026', 'Mar 2026', 'Feb 2026', 'Jan 2026', 'Dec 2025', 'Nov 2025',
    ]);
    expect(months.slice(0, 3)).toEqual([{ month: 'Nov 2026', them: 1, you: 0 }, { month: 'Oct 2026', them: 0, you: 0 }, { month: 'Sep 2026', them: 0, you: 1 }]);
  });

  it.each([
    ['Pacific/Auckland', '2026-11-30T20:00:00Z', 'Dec 2026'],
    ['America/Los_Angeles', '2026-12-01T03:00:00Z', 'Nov 2026'],
    ['UTC', '2026-12-01T00:00:00Z', 'Dec 2026'],
  ])('asks the calendar of the workspace which month it is: %s', (zone, iso, month) => {
    expect(monthCounts([word(iso)], at(iso), zone)[0]).toEqual({ month, them: 1, you: 0 });
  });

  it('leaves out what is not drawn: older than a year, later than now, of no weight', () => {
    const events = [word('2025-11-23T11:00:00Z'), word('2026-11-24T12:00:00Z'), word('2026-11-01T12:00:00Z', 'in', 0)];
    expect(monthCounts(events, now, 'UTC').every(({ them, you }) => them + you === 0)).toBe(true);
  });

  it('adds up to what the sentence of the strip says, whatever the log and the zone', () => {
    const events = fc.array(fc.record({
      at: fc.integer({ min: now - 400 * DAY, max: now + 10 * DAY }), direction: fc.constantFrom('in' as const, 'out' as const), weight: fc.constantFrom(0, 0.35, 1, 1.5),
    }), { maxLength: 60 });
    const zones = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Lisbon');
    fc.assert(
      fc.property(events, zones, fc.integer({ min: 0, max: 24 * 40 }), (log, zone, hours) => {
        const moment = now + hours * HOUR;
        const months = monthCounts(log, moment, zone);
        const sum = (side: 'them' | 'you') => months.reduce((total, month) => total + month[side], 0);
        const { label } = pulseGeometry({ events: log, now: moment, rhythm: null, owed: false, name: 'Amara', dayOf: calendarDay(zone) }, 'pane');
        expect(label).toBe(`Amara and you, last 12 months. ${sum('them')} from them, ${sum('you')} from you.`);
      }),
    );
  });
});
