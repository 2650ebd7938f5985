import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcementLine, foldInteraction, LEAST_TIE, NO_WISHES, readHealth, readQuiet, readTime, rebuildHealth, tieStrength, type Announced, type HealthEvent,
  type HealthState, type ReadOptions, type Wishes,
} from '../../../app/domain/health';
import { DAY, HOUR } from '../../../app/lib/dates';
import { every, logArbitrary, NOW, nowArbitrary, optionsArbitrary, utcDay, wrote } from './logs';

function quiet(state: HealthState, now: number, wishes: Partial<Wishes> = {}, options: ReadOptions = {}) {
  return readQuiet(state, readHealth(state, now, options), { ...NO_WISHES, ...wishes }, now, options);
}
const said = (log: HealthEvent[], wishes: Partial<Wishes> = {}, now = NOW): Announced | null =>
  quiet(rebuildHealth(log, utcDay), now, wishes).announcement?.what ?? null;

/** Twelve words of theirs, nine days apart, the last so many days ago; the user answered all but the last. */
const amara = (silent: number) => wrote({ in: every(9, 12, silent), out: every(9, 11, silent + 8) });

describe('what is announced', () => {
  it.each<[string, HealthEvent[], Partial<Wishes>, Announced | null]>([
    ['nothing within the rhythm', amara(9), {}, null],
    ['nothing on the first days of a fall', amara(16), {}, null],
    ['that somebody has gone quiet', amara(25), {}, 'Cooling'],
    ['nothing once it was seen', amara(25), { seen: { what: 'Cooling', through: NOW - 25 * DAY } }, null],
    ['it again, where they wrote since it was seen', amara(25), { seen: { what: 'Cooling', through: NOW - 34 * DAY } }, 'Cooling'],
    ['nothing while they rest or are away', amara(25), { paused: true }, null],
    ['nothing where the user has been in touch since', [...amara(25), ...wrote({ out: [3] })], {}, null],
    ['that somebody is fading', fading(), {}, 'Fading'],
    ['getting worse, though the fall before was seen', fading(), { seen: { what: 'Cooling', through: NOW - 60 * DAY } }, 'Fading'],
    ['no worse twice', fading(), { seen: { what: 'Fading', through: NOW - 60 * DAY } }, null],
    ['nothing of long rest', amara(200), {}, null],
    ['nobody who is hardly known', wrote({ in: every(9, 4, 25) }), {}, null],
    ['a chosen gap that has passed', amara(25), { gapDays: 20 }, 'gap'],
    ['nothing within a chosen gap, whatever the rhythm', amara(25), { gapDays: 40 }, null],
    ['a chosen gap once', amara(25), { gapDays: 20, seen: { what: 'gap', through: NOW - 25 * DAY } }, null],
    ['a chosen gap again after a touch of either side', amara(25), { gapDays: 20, seen: { what: 'gap', through: NOW - 26 * DAY } }, 'gap'],
    ['a chosen gap of somebody hardly known', wrote({ out: [60] }), { gapDays: 30 }, 'gap'],
    ['a chosen gap of somebody dormant', amara(200), { gapDays: 30 }, 'gap'],
    ['the end of a rest before anything else', amara(25), { askedSince: NOW - HOUR }, 'ask_again'],
  ])('%s', (_, log, wishes, what) => {
    expect(said(log, wishes)).toBe(what);
  });

  /** Less often in touch, so that health falls below what Fading asks for; the user wrote last. */
  function fading(): HealthEvent[] {
    return wrote({ in: every(12, 6, 60), out: every(12, 6, 59) });
  }

  it('ends at once with a word of theirs', () => {
    const state = rebuildHealth(amara(30), utcDay);
    expect(quiet(state, NOW).announcement).not.toBeNull();
    const written = foldInteraction(state, { at: NOW, direction: 'in', source: 'letters' }, utcDay);
    expect(quiet(written, NOW)).toMatchObject({ lowerSince: null, announcement: null });
  });

  it('comes after three days, neither sooner nor later, and the sweep is told when', () => {
    const state = rebuildHealth(amara(10), utcDay);
    let now = NOW;
    for (; quiet(state, now).lowerSince === null; now += HOUR);
    const { nextAt, announcement } = quiet(state, now);
    expect(announcement).toBeNull();
    expect((nextAt ?? 0) - now).toBeGreaterThan(3 * DAY - 2 * HOUR);
    expect((nextAt ?? 0) - now).toBeLessThan(3 * DAY + 2 * HOUR);
    expect(quiet(state, (nextAt ?? 0) - 2 * HOUR).announcement).toBeNull();
    expect(quiet(state, nextAt ?? 0).announcement?.what).toBe('Cooling');
  });

  it('is never of what could not be seen: an archive that ends says no more the day after', () => {
    const state = rebuildHealth(amara(25), utcDay);
    const coverage = { letters: { start: null, end: NOW - 12 * DAY, seesIn: true, seesOut: true } };
    for (const later of [0, 10, 100]) {
      expect(quiet(state, NOW + later * DAY, {}, { coverage })).toMatchObject({ announcement: null, nextAt: null });
    }
  });

  it('puts a close tie and a long silence first, and what the user asked for before all', () => {
    const rank = (log: HealthEvent[], wishes: Partial<Wishes> = {}) => quiet(rebuildHealth(log, utcDay), NOW, wishes).announcement?.rank ?? 0;
    expect(rank(amara(30))).toBeGreaterThan(rank(amara(22)));
    expect(rank(amara(25))).toBeGreaterThan(rank(wrote({ in: every(9, 5, 25), out: every(9, 4, 33) })));
    expect(rank(wrote({ in: [90] }), { askedSince: NOW })).toBeGreaterThan(rank(amara(30)));
  });
});

describe('for any log', () => {
  const cases = fc.tuple(logArbitrary, nowArbitrary, optionsArbitrary);

  it('whatever was seen is not said again without a sign of theirs, only what is worse', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 400 }), ([log, now, options], later) => {
        const state = rebuildHealth(log, utcDay);
        const first = quiet(state, now, {}, options).announcement;
        if (first === null || first.what === 'ask_again') return;
        const again = quiet(state, now + later * DAY, { seen: { what: first.what, through: state.last ?? 0 } }, options).announcement;
        if (again) expect([first.what, again.what]).toEqual(['Cooling', 'Fading']);
      }),
    );
  });

  it('nothing is said of who is paused, hardly known, or was written to since it began; and only after three days seen', () => {
    fc.assert(
      fc.property(cases, fc.option(fc.integer({ min: 1, max: 730 }), { nil: null }), ([log, now, options], gapDays) => {
        const state = rebuildHealth(log, utcDay);
        expect(quiet(state, now, { gapDays, paused: true, askedSince: now }, options).announcement).toBeNull();
        const { announcement, lowerSince } = quiet(state, now, {}, options);
        if (announcement === null) return;
        const readAt = readTime(state, now, options.coverage);
        expect(tieStrength(state, readAt)).toBeGreaterThanOrEqual(LEAST_TIE);
        expect(readAt - announcement.since).toBeGreaterThanOrEqual(3 * DAY);
        expect(announcement.since).toBeGreaterThanOrEqual(lowerSince ?? Infinity);
        expect(state.lastOut ?? -Infinity).toBeLessThan(announcement.since);
        expect(['Cooling', 'Fading']).toContain(readHealth(state, now, options).state);
      }),
    );
  });

  it('a lower state has held all along since it is said to, and did not before', () => {
    fc.assert(
      fc.property(cases, ([log, now, options]) => {
        const state = rebuildHealth(log, utcDay);
        const { lowerSince } = quiet(state, now, {}, options);
        if (lowerSince === null) return;
        const endless = { ...options, coverage: Object.fromEntries(Object.entries(options.coverage).map(([name, seen]) => [name, { ...seen, end: null }])) };
        const isLower = (at: number) => ['Cooling', 'Fading'].includes(readHealth(state, at, endless).state);
        const readAt = readTime(state, now, options.coverage);
        for (let at = lowerSince; at < readAt; at += DAY) expect(isLower(at)).toBe(true);
        if (lowerSince - HOUR > (state.last ?? 0)) expect(isLower(lowerSince - HOUR)).toBe(false);
      }),
    );
  });

  it('nothing begins unannounced: until the next visit no announcement comes that the state alone does not bring', () => {
    fc.assert(
      fc.property(cases, fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }), ([log, now, options], gapDays) => {
        const state = rebuildHealth(log, utcDay);
        const present = quiet(state, now, { gapDays }, options);
        const word = readHealth(state, now, options).state;
        const until = Math.min(present.nextAt ?? Infinity, now + 120 * DAY);
        for (let at = now; at < until - HOUR; at += DAY) {
          if (readHealth(state, at, options).state !== word) return;
          expect(quiet(state, at, { gapDays }, options).announcement?.what).toBe(present.announcement?.what);
        }
      }),
      // Each walks through months of days.
      { numRuns: 40 },
    );
  });
});

describe('the line', () => {
  const line = (log: HealthEvent[], wishes: Partial<Wishes> = {}, gap: { idealDays: number | null; longestDays: number | null } | null = null) => {
    const state = rebuildHealth(log, utcDay);
    const { announcement } = quiet(state, NOW, wishes);
    const reading = readHealth(state, NOW);
    return announcement && announcementLine(announcement, { name: 'Ilse', state, reading, gap, askedOn: 'today', dayOf: utcDay });
  };

  it.each([
    [line(amara(25)), 'Has gone quiet; usually writes every 9 days, silent for 25'],
    [line(wrote({ in: every(12, 6, 60), out: every(12, 6, 59) })), 'Is fading; usually writes every 12 days, silent for 60'],
    [line(amara(34), { gapDays: 30 }, { idealDays: null, longestDays: 30 }), '34 days since you two were in touch; you want no more than 30'],
    [line(amara(34), { gapDays: 21 }, { idealDays: 14, longestDays: null }), '34 days since you two were in touch; you want every 14 days'],
    [line(amara(34), { askedSince: NOW }), 'You let Ilse rest until today'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });
});
