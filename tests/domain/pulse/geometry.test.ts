import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERACTION_KINDS } from '../../../app/domain/activity';
import { readHealth, rebuildHealth } from '../../../app/domain/health';
import {
  interactionWeight, pulseGeometry, pulseRhythm, type PulseEvent, type PulseInput, type PulseRhythm, type PulseSize,
} from '../../../app/domain/pulse';
import { LAYOUTS } from '../../../app/domain/pulse/sizes';
import { DAY } from '../../../app/lib/dates';

/** 22 November 2026, noon. */
const NOW = Date.UTC(2026, 10, 22, 12);
const SIZES: readonly PulseSize[] = ['row', 'pane', 'page'];
const utcDay = (at: number) => Math.floor(at / DAY);

const event = (daysAgo: number, direction: 'in' | 'out', weight = 1): PulseEvent => ({ at: NOW - daysAgo * DAY, direction, weight });
const rhythm = (gap: number, silent: number, greyAfter = Math.max(90, 6 * gap)): PulseRhythm => ({
  gap, bandFrom: 0.6, since: NOW - silent * DAY, greyAfter, says: { is: 'learned', usualIn: gap },
});

function draw(size: PulseSize, input: Partial<PulseInput> = {}) {
  return pulseGeometry({ events: [], now: NOW, rhythm: null, owed: false, name: 'Amara', dayOf: utcDay, ...input }, size);
}

interface Bar {
  x: number;
  top: number;
  width: number;
  height: number;
}

/** Reads a path back into its bars: the bounding box of each closed figure. */
function barsOf(path: string): Bar[] {
  return path.split('z').filter(Boolean).map((figure) => {
    const xs: number[] = [];
    const ys: number[] = [];
    let x = 0;
    let y = 0;
    for (const [, letter = '', rest = ''] of figure.matchAll(/([Mhva])([^Mhva]*)/g)) {
      const numbers = rest.trim().split(/\s+/).map(Number);
      const [first = NaN, second = NaN] = letter === 'a' ? numbers.slice(-2) : numbers;
      if (letter === 'M') [x, y] = [first, second];
      else if (letter === 'h') x += first;
      else if (letter === 'v') y += first;
      else [x, y] = [x + first, y + second];
      xs.push(x);
      ys.push(y);
    }
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    return { x: left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
  });
}

describe('the row', () => {
  it('is 120 by 24, with now at 108 and the axis at 13', () => {
    expect(draw('row')).toEqual({
      width: 120, height: 24, nowX: 108, baseline: 13, themPath: '', youPath: '', band: null, heat: 'calm', owed: null, months: [],
      label: 'Amara and you, last 12 months. 0 from them, 0 from you.',
    });
  });

  it.each([
    ['a message just now', 0, 1, 'M105 8h2v5h-2z'],
    ['a message a bin ago', 365 / 36, 1, 'M102 8h2v5h-2z'],
    ['a message almost a year ago', 364.9, 1, 'M0 8h2v5h-2z'],
    ['a like', 0, 0.35, 'M105 10h2v3h-2z'],
    ['a whisper', 0, 0.01, 'M105 11h2v2h-2z'],
    ['a purchase', 0, 1.5, 'M105 6h2v7h-2z'],
    ['a full bar', 0, 3.1, 'M105 2h2v11h-2z'],
    ['more than a full bar', 0, 40, 'M105 2h2v11h-2z'],
    ['nothing of weight', 0, 0, ''],
    ['a year ago and more', 365, 1, ''],
    ['later than now', -1, 1, ''],
  ])('%s, from them', (_, daysAgo, weight, path) => {
    expect(draw('row', { events: [event(daysAgo, 'in', weight)] })).toMatchObject({ themPath: path, youPath: '' });
  });

  it.each([
    ['a message', 1, 'M105 14h2v4h-2z'],
    ['a full bar', 3.1, 'M105 14h2v9h-2z'],
  ])('%s, from you', (_, weight, path) => {
    expect(draw('row', { events: [event(0, 'out', weight)] })).toMatchObject({ themPath: '', youPath: path });
  });

  it('adds up what falls into one bin', () => {
    const three = [event(1, 'in', 1), event(3, 'in', 1.1), event(5, 'in', 1)];
    expect(draw('row', { events: three }).themPath).toBe('M105 2h2v11h-2z');
  });
});

describe('the larger sizes', () => {
  it.each([
    ['pane', 480, 56, 432, 32, { x: 426, top: 6, width: 4, height: 26 }, { x: 426, top: 33, width: 4, height: 18 }],
    ['page', 850, 188, 730, 112, { x: 720, top: 48, width: 6, height: 64 }, { x: 720, top: 113, width: 6, height: 40 }],
  ] as const)('the %s is %d by %d', (size, width, height, nowX, baseline, them, you) => {
    const drawn = draw(size, { events: [event(0, 'in', 3), event(0, 'out', 3)] });
    expect(drawn).toMatchObject({ width, height, nowX, baseline });
    expect(barsOf(drawn.themPath)).toEqual([them]);
    expect(barsOf(drawn.youPath)).toEqual([you]);
  });

  it('rounds the corners of bars', () => {
    expect(draw('pane', { events: [event(0, 'in', 0.01)] }).themPath).toBe(
      'M427.5 28h1a1.5 1.5 0 0 1 1.5 1.5v1a1.5 1.5 0 0 1 -1.5 1.5h-1a1.5 1.5 0 0 1 -1.5 -1.5v-1a1.5 1.5 0 0 1 1.5 -1.5z',
    );
  });

  it('names the months where they begin, and leaves room for "Today"', () => {
    const { months } = draw('page');
    expect(months.map(({ label }) => label).join(' ')).toBe('Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov');
    expect(months.at(0)).toEqual({ x: 17, label: 'Dec' });
    expect(months.at(-1)).toEqual({ x: 687, label: 'Nov' });
    expect(draw('page', { now: Date.UTC(2026, 10, 3, 12) }).months.at(-1)).toEqual({ x: 663, label: 'Oct' });
    expect(draw('row').months).toEqual([]);
  });
});

describe('band and heat', () => {
  const calm = { look: 'calm', gradientFrom: 0, gradientTo: 0 };

  it.each([
    ['no rhythm', null, 'calm', null],
    ['a fortnightly rhythm, just written', rhythm(14, 0), 'calm', { ...calm, x: 110.5, width: 5 }],
    ['a monthly rhythm, just written', rhythm(30, 0), 'calm', { ...calm, x: 113.3, width: 6.7 }],
    ['a rhythm slower than the strip shows', rhythm(70, 0), 'calm', null],
    ['a band that ends beyond the strip', rhythm(60, 0), 'calm', { ...calm, x: 115, width: 5 }],
    ['at 1.5 gaps', rhythm(20, 30), 'calm', { ...calm, x: 102.7, width: 5.3 }],
    ['past 1.5 gaps', rhythm(20, 30.01), 'amber', { look: 'heat', x: 102.7, width: 5.3, gradientFrom: 102.7, gradientTo: 119.2 }],
    ['at three gaps', rhythm(20, 60), 'amber', { look: 'heat', x: 93.8, width: 14.2, gradientFrom: 93.8, gradientTo: 110.4 }],
    ['past three gaps', rhythm(20, 60.01), 'red', { look: 'heat', x: 93.8, width: 14.2, gradientFrom: 93.8, gradientTo: 110.4 }],
    ['at the end of the alarm', rhythm(9, 90), 'red', { look: 'heat', x: 83, width: 25, gradientFrom: 83, gradientTo: 90.4 }],
    ['after the end of the alarm', rhythm(9, 90.01), 'rest', { ...calm, look: 'rest', x: 83, width: 25 }],
    ['six of their own gaps, where longer', rhythm(30, 180.01), 'rest', { ...calm, look: 'rest', x: 60.1, width: 47.9 }],
    ['longer ago than the strip shows', rhythm(9, 500), 'rest', { ...calm, look: 'rest', x: 0, width: 108 }],
    ['a last word later than now', rhythm(14, -3), 'calm', { ...calm, x: 110.5, width: 5 }],
  ])('%s', (_, given, heat, band) => {
    expect(draw('row', { rhythm: given })).toMatchObject({ heat, band });
  });

  it('widens the band of a short rhythm to the left, without running ahead of its heat', () => {
    const { band } = draw('row', { rhythm: rhythm(1, 2) });
    expect(band).toMatchObject({ look: 'heat', x: 103, width: 5, gradientFrom: 103 });
    // Half way from 0.6 to 3.4 gaps, now is half way along the gradient: amber.
    expect(band?.gradientTo).toBe(113);
  });
});

describe('what a reading gives the pulse', () => {
  const reading = (log: readonly PulseEvent[]) => {
    const state = rebuildHealth(log.map(({ at, direction }) => ({ at, direction, source: 'letters' })), utcDay);
    return pulseRhythm(state, readHealth(state, NOW));
  };
  const weeks = Array.from({ length: 12 }, (_, week) => 7 * week + 3);

  it('is their usual gap, from four of their days on', () => {
    expect(reading(weeks.flatMap((day) => [event(day, 'in'), event(day - 1, 'out')]))).toMatchObject({
      since: NOW - 3 * DAY, greyAfter: 90, says: { is: 'learned', usualIn: expect.closeTo(7, 9) }, gap: expect.closeTo(8.53, 2),
    });
    expect(reading([event(20, 'in'), event(10, 'in'), event(5, 'in'), event(4, 'out')])).toBeNull();
  });

  it('is nothing for the one-sided', () => {
    expect(reading(weeks.map((day) => event(day, 'in')))).toBeNull();
  });
});

describe('an owed reply', () => {
  it.each([
    ['row', { x: 110.5, y: 15.5, width: 4, height: 7 }],
    ['pane', { x: 436.5, y: 34.5, width: 6, height: 14 }],
    ['page', { x: 734.5, y: 114.5, width: 6, height: 14 }],
  ] as const)('stands right of now, below the axis: %s', (size, owed) => {
    expect(draw(size, { owed: true }).owed).toEqual(owed);
    expect(draw(size).owed).toBeNull();
  });
});

describe('the sentence for screen readers', () => {
  it.each([
    [draw('page', { rhythm: rhythm(9, 41) }).label, 'Amara and you, last 12 months. Usually writes every 9 days; silent for 41.'],
    [draw('row', { rhythm: rhythm(9, 4), owed: true }).label, 'Amara and you, last 12 months. Usually writes every 9 days; silent for 4. You owe a reply.'],
    [draw('row', { events: [event(3, 'in'), event(2, 'out'), event(400, 'in')] }).label, 'Amara and you, last 12 months. 1 from them, 1 from you.'],
  ])('%s', (label, expected) => {
    expect(label).toBe(expected);
  });
});

describe('any pulse', () => {
  const events = fc.array(
    fc.record({
      at: fc.double({ min: -30, max: 800, noNaN: true }).map((days) => NOW - days * DAY),
      direction: fc.constantFrom<'in' | 'out'>('in', 'out'),
      weight: fc.double({ min: 0, max: 50, noNaN: true }),
    }),
    { maxLength: 80 },
  );
  const anyRhythm = fc.option(
    fc.tuple(fc.double({ min: 0.3, max: 400, noNaN: true }), fc.double({ min: -5, max: 4000, noNaN: true })).map(([gap, silent]) => rhythm(gap, silent)),
    { nil: null },
  );

  it('keeps bars, band and months within its box, on whole pixels', () => {
    fc.assert(
      fc.property(events, anyRhythm, fc.constantFrom(...SIZES), (log, given, size) => {
        const layout = LAYOUTS[size];
        const drawn = draw(size, { events: log, rhythm: given });
        expect(JSON.stringify(drawn)).not.toMatch(/NaN|Infinity|null[0-9]/);
        for (const { x, top, width, height } of barsOf(drawn.themPath)) {
          expect(x % layout.pitch).toBe(0);
          expect(width).toBe(layout.bar);
          expect(top + height).toBe(layout.baseline);
          expect(Number.isInteger(height) && height >= layout.leastBar && height <= layout.up).toBe(true);
          expect(x >= 0 && x + width <= layout.past).toBe(true);
        }
        for (const { top, height } of barsOf(drawn.youPath)) {
          expect(top).toBe(layout.baseline + 1);
          expect(Number.isInteger(height) && height >= layout.leastBar && height <= layout.down).toBe(true);
          expect(top + height).toBeLessThanOrEqual(layout.height);
        }
        const { band } = drawn;
        if (band) {
          expect(band.x).toBeGreaterThanOrEqual(0);
          expect(band.width).toBeGreaterThanOrEqual(layout.leastBand - 0.1);
          expect(band.x + band.width).toBeLessThanOrEqual(drawn.width + 0.1);
          expect(band.look === 'heat').toBe(drawn.heat === 'amber' || drawn.heat === 'red');
          if (band.look === 'heat') expect(band.gradientTo).toBeGreaterThan(band.gradientFrom);
        }
        for (const { x } of drawn.months) expect(x >= 0 && x <= drawn.nowX).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('weights', () => {
  it('are the design’s', () => {
    const weights = Object.fromEntries(INTERACTION_KINDS.map((kind) => [kind, interactionWeight(kind)]));
    expect(weights).toMatchObject({ message: 1, email: 1, reply: 1, comment: 1, like: 0.35, reaction: 0.35, purchase: 1.5, meeting: 1.5, system: 0 });
  });
});
