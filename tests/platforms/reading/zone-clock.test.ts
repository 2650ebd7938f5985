import { describe, expect, it } from 'vitest';
import { zonedTime } from '../../../app/platforms/reading/stated-time';
import { ZoneClock } from '../../../app/platforms/reading/zone-clock';

describe('a clock of one zone', () => {
  it.each([
    ['Europe/Lisbon', 2025, 3, 30], ['Europe/Lisbon', 2025, 10, 26], ['Australia/Lord_Howe', 2025, 4, 6], ['Asia/Kolkata', 2025, 6, 1], ['America/St_Johns', 2025, 11, 2],
  ])('shows in %s what the calendar shows, around a change of clocks too (%i-%i-%i)', (zone, year, month, day) => {
    const clock = new ZoneClock(zone);
    for (let minutes = 0; minutes < 24 * 60; minutes += 7) {
      const local = { year, month, day, hour: Math.floor(minutes / 60), minute: minutes % 60, second: 30 };
      expect(clock.time(local, 'second')).toEqual(zonedTime(local, zone, 'second'));
    }
  });

  it.each([[{ month: 2, day: 30 }], [{ hour: 24 }], [{ minute: 60 }], [{ second: 60 }]])('knows no time such as %j', (odd) => {
    expect(new ZoneClock('UTC').time({ year: 2025, month: 1, day: 1, hour: 0, minute: 0, second: 0, ...odd }, 'second')).toBeNull();
  });
});
