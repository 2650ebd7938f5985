import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wallInstant } from '../../../app/lib/wall-time';
import { instantOnClocks } from '../../../app/platforms/reading/zone-clock';

const ZONES = ['UTC', 'Europe/Lisbon', 'America/Santiago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Cairo'];

it('says what the zone’s rules say, on days of changing clocks as well', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 366 * 20 }), fc.integer({ min: 0, max: 1439 }), (zone, day, minutes) => {
      const date = new Date(Date.UTC(2008, 0, 1 + day)).toISOString().slice(0, 10);
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      expect(instantOnClocks(date, minutes, zone)).toBe(wallInstant(date, time, zone));
    }),
    { numRuns: 300, examples: [['Europe/Lisbon', 6660, 90], ['Pacific/Apia', 1459, 600]] },
  );
});

it.each([
  ['2024-03-31', 30, '2024-03-31T00:30:00.000Z'], ['2024-03-31', 180, '2024-03-31T02:00:00.000Z'], ['2024-07-01', 555, '2024-07-01T08:15:00.000Z'], ['2024-12-01', 555, '2024-12-01T09:15:00.000Z'],
])('Lisbon’s clocks on %s, %s minutes after midnight: %s', (date, minutes, iso) => expect(new Date(instantOnClocks(date, minutes, 'Europe/Lisbon')).toISOString()).toBe(iso));
