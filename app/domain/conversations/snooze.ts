/** The choices of the snooze menu at a given moment. */

/** Full hours and beginnings of days on the workspace's own calendar, as UTC milliseconds. */
export interface DayClock {
  startOfDay(at: number, plusDays: number): number;
  atHour(at: number, hour: number, plusDays: number): number;
}

export interface SnoozeChoice {
  key: 'afternoon' | 'tomorrow' | 'rhythm' | 'they_write' | 'pick';
  label: string;
  mode: 'date' | 'rhythm' | 'they_write';
  /** UTC milliseconds; null where no time ends it, and for a date still to be picked. */
  until: number | null;
}

/** Hours of the workspace's day: "This afternoon" comes back at four, and is offered while that is an hour away. */
const AFTERNOON = 16;
const AFTERNOON_OFFERED_BEFORE = 15;

/**
 * In the order of the menu. Tomorrow begins with the day, so that it is there whenever the user is.
 * @param expected when their rhythm says they write next, UTC milliseconds; null where they have none
 */
export function snoozeChoices(now: number, clock: DayClock, expected: number | null): SnoozeChoice[] {
  const inTime = now < clock.atHour(now, AFTERNOON_OFFERED_BEFORE, 0);
  const afternoon = clock.atHour(now, AFTERNOON, 0);
  const rhythm = expected !== null && expected > now;
  const choices: (SnoozeChoice | null)[] = [
    inTime ? { key: 'afternoon', label: 'This afternoon', mode: 'date', until: afternoon } : null,
    { key: 'tomorrow', label: 'Tomorrow', mode: 'date', until: clock.startOfDay(now, 1) },
    rhythm ? { key: 'rhythm', label: 'When their rhythm says', mode: 'rhythm', until: expected } : null,
    { key: 'they_write', label: 'They write again', mode: 'they_write', until: null },
    { key: 'pick', label: 'Pick a date', mode: 'date', until: null },
  ];
  return choices.filter((choice) => choice !== null);
}

/**
 * What is wrong with a day that was picked, in a sentence; null where it will do.
 * @param date as a date field has it, "2026-11-24"; '' where there is none
 * @param notADay something was typed that no calendar has
 * @param today in the same form
 */
export function problemOfDay(date: string, notADay: boolean, today: string): string | null {
  if (notADay) return 'The calendar has no such day.';
  if (date === '') return 'Pick a day.';
  return date <= today ? 'Pick a day after today.' : null;
}
