import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEALTH_STATES } from '../../../app/domain/health/states';
import { labelWidth, placeLabels, type LabelRoom, type LabelWish } from '../../../app/ui/relationships/geometry/labels';
import { LINE, linePath } from '../../../app/ui/relationships/geometry/line';
import { apart, movesGeometry, MOVES_WIDTH } from '../../../app/ui/relationships/geometry/moves';
import { NAME_SIZES, plotName, plottedNames } from '../../../app/ui/relationships/geometry/name-sizes';
import { nearestTo, nextTowards, type Direction } from '../../../app/ui/relationships/geometry/nearest';
import { FIELD, plotPaths, spot, tail } from '../../../app/ui/relationships/geometry/plot';
import { REPLIES, repliesGeometry } from '../../../app/ui/relationships/geometry/replies';
import { crowd, VIEW } from './fixture';

const numbersIn = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
const hundred = fc.integer({ min: 0, max: 100 });

describe('the plot', () => {
  it.each([
    [0, 0, { x: 0, y: FIELD.height }],
    [100, 100, { x: FIELD.width, y: 0 }],
    [60, 50, { x: Math.round(0.6 * FIELD.width), y: FIELD.height / 2 }],
    [140, -3, { x: FIELD.width, y: FIELD.height }],
  ])('health %d and tie %d', (health, tie, place) => {
    expect(spot(health, tie)).toEqual(place);
  });

  it('draws a tail from thin to thick, none where somebody stayed', () => {
    expect(tail({ x: 0, y: 100 }, { x: 200, y: 100 })).toBe('M0 101L200 106l0 -12L0 99z');
    expect(tail({ x: 0, y: 100 }, { x: 20, y: 100 })).toBe('');
  });

  it('is a path for each tone, however many people there are', () => {
    const { plot } = crowd(2000);
    const tones = HEALTH_STATES.map((_, index) => `tone${index % 7}`);
    const paths = plotPaths(plot, plot.named, tones);
    expect(paths.length).toBe(7);
    const count = (part: 'dots' | 'named') => paths.reduce((sum, path) => sum + (path[part].match(/M/g)?.length ?? 0), 0);
    expect(count('named')).toBe(plot.named.length);
    expect(count('dots') + count('named')).toBe(2000);
    expect(paths.map(({ dots }) => dots).join('')).toMatch(/^(M\d+ \d+h0)+$/);
  });

  it('stays in whole numbers near its box, whatever people did', () => {
    fc.assert(
      fc.property(hundred, hundred, hundred, hundred, (health, tie, wasHealth, wasTie) => {
        const path = tail(spot(wasHealth, wasTie), spot(health, tie));
        expect(path).not.toMatch(/NaN|\./);
        for (const corner of path.split(/[Lz]/).slice(0, 2)) {
          const [x = 0, y = 0] = numbersIn(corner);
          expect(x).toBeGreaterThanOrEqual(-6);
          expect(x).toBeLessThanOrEqual(FIELD.width + 6);
          expect(y).toBeGreaterThanOrEqual(-6);
          expect(y).toBeLessThanOrEqual(FIELD.height + 6);
        }
      }),
    );
  });
});

describe('names on the plot', () => {
  const room: LabelRoom = { width: 400, height: 300, most: 14, taken: [{ left: 0, top: 0, right: 120, bottom: 28 }], dots: [] };
  const wish = fc.record({
    person: fc.nat(), x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 10, max: 110 }), tailRight: fc.boolean(),
  });
  const at = (over: Partial<LabelWish>): LabelWish => ({ person: 1, x: 200, y: 150, width: 40, tailRight: false, ...over });

  it('neither touch each other nor leave the field nor lie on the quarters’ names', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
        const placed = placeLabels(wishes, room);
        expect(placed.length).toBeLessThanOrEqual(14);
        const boxes = [...room.taken, ...placed.map(({ box }) => box)];
        for (const [index, a] of boxes.entries()) {
          expect(a.left >= 0 && a.right <= 400 && a.top >= 0 && a.bottom <= 300).toBe(true);
          for (const b of boxes.slice(index + 1)) {
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
          }
        }
      }),
    );
  });

  it.each([
    ['right of the dot', {}, 'start'],
    ['left where the tail lies right', { tailRight: true }, 'end'],
    ['left at the right edge', { x: 390 }, 'end'],
    ['right at the left edge, tail or not', { x: 5, tailRight: true }, 'start'],
  ] as const)('stand %s', (_, over, anchor) => {
    expect(placeLabels([at(over)], room)[0]?.anchor).toBe(anchor);
  });

  it('rather cover no dots', () => {
    expect(placeLabels([at({})], { ...room, dots: [220, 150] })[0]?.anchor).toBe('end');
  });

  it('are given to those most worth one', () => {
    const wishes = [at({ person: 1 }), at({ person: 2, y: 40 }), at({ person: 3, y: 250 })];
    expect(placeLabels(wishes, { ...room, most: 2 }).map(({ person }) => person)).toEqual([1, 2]);
  });

  it('are fewer on a smaller field, and whole', () => {
    const counts = NAME_SIZES.map((size) => plottedNames(VIEW.plot, size).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBe(VIEW.plot.named.length);
    expect(plottedNames(VIEW.plot, { name: 'wide', width: 640, height: 464, most: 14 })[0]?.text).toBe('Amara');
    expect(plotName('Wolfeschlegelsteinhausen Berger')).toBe('Wolfeschlegelst…');
    expect(labelWidth('山田花子')).toBeGreaterThan(labelWidth('Mira'));
  });
});

describe('finding people on the plot', () => {
  const spots = { health: [10, 50, 50, 50, 90], tie: [50, 50, 50, 90, 50] };
  const size = { width: 100, height: 100 };

  it.each([
    [12, 50, 10, 0], [50, 52, 10, 1], [30, 50, 10, null], [50, 12, 10, 3],
  ])('%d, %d within %d px', (x, y, reach, person) => {
    expect(nearestTo(spots, x, y, size, reach)).toBe(person);
  });

  it.each<[number, Direction, number | null]>([
    [0, 'ArrowRight', 1], [1, 'ArrowRight', 2], [2, 'ArrowRight', 4], [4, 'ArrowRight', null],
    [4, 'ArrowLeft', 2], [2, 'ArrowLeft', 1], [1, 'ArrowLeft', 0], [0, 'ArrowLeft', null],
    [1, 'ArrowUp', 3], [3, 'ArrowDown', 1], [3, 'ArrowUp', null],
  ])('from %d with %s', (from, direction, person) => {
    expect(nextTowards(spots, from, direction, size)).toBe(person);
  });

  it('always goes on in the direction of the key, or among those in one spot', () => {
    const { plot } = crowd(300);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 299 }), (from) => {
        const to = nextTowards(plot, from, 'ArrowRight', { width: 752, height: 464 });
        if (to === null) expect(plot.health[from]).toBe(Math.max(...plot.health));
        else expect((plot.health[to] ?? 0) > (plot.health[from] ?? 0) || (plot.tie[to] === plot.tie[from] && to > from)).toBe(true);
      }),
    );
  });
});

describe('moves between states', () => {
  const states = HEALTH_STATES.map((state) => state);
  const flow = fc.record({ from: fc.option(fc.constantFrom(...states)), to: fc.constantFrom(...states), people: fc.integer({ min: 1, max: 5000 }) });

  /** States as the server counts them from the same flows. */
  function countsOf(flows: readonly { from: (typeof states)[number] | null; to: (typeof states)[number]; people: number }[]) {
    const sum = (end: 'from' | 'to', state: string) => flows.filter((one) => one[end] === state).reduce((all, { people }) => all + people, 0);
    return states.map((state) => ({ state, before: sum('from', state), after: sum('to', state) })).filter(({ before, after }) => before + after > 0);
  }

  it('fit into their box: nothing is NaN, bars do not touch, ribbons fill their bars', () => {
    fc.assert(
      fc.property(fc.uniqueArray(flow, { selector: ({ from, to }) => `${from} ${to}`, maxLength: 40 }), (flows) => {
        const { height, before, after, ribbons } = movesGeometry(countsOf(flows), flows);
        expect(ribbons.length).toBe(flows.length);
        for (const { path } of ribbons) {
          expect(path).not.toContain('NaN');
          for (const number of numbersIn(path)) expect(number >= 0 && number <= Math.max(MOVES_WIDTH, height)).toBe(true);
        }
        for (const bars of [before, after]) {
          for (const [index, bar] of bars.entries()) {
            expect(bar.height > 0).toBe(bar.people > 0);
            expect(bar.y + bar.height).toBeLessThanOrEqual(height + 1e-6);
            const above = bars[index - 1];
            if (above) expect(bar.y).toBeGreaterThan(above.y + above.height);
            if (above) expect(bar.labelY - above.labelY).toBeGreaterThanOrEqual(13 - 1e-6);
          }
        }
      }),
    );
  });

  it('are as wide at each end as their share of the bar', () => {
    const flows = [
      { from: 'Strong', to: 'Strong', people: 3 }, { from: 'Strong', to: 'Steady', people: 1 }, { from: 'Steady', to: 'Steady', people: 4 },
    ] as const;
    const { before, ribbons } = movesGeometry(countsOf(flows), flows);
    const width = (index: number) => {
      const [, top = 0] = numbersIn(ribbons[index]?.path ?? '');
      return (numbersIn(ribbons[index]?.path ?? '').at(-1) ?? 0) - top;
    };
    const strong = before[0]?.height ?? 0;
    // Those who stayed are drawn first, below those who moved.
    expect(ribbons.map(({ from, to }) => `${from} ${to}`)).toEqual(['Strong Strong', 'Steady Steady', 'Strong Steady']);
    expect(width(0)).toBeCloseTo(strong * 0.75, 0);
    expect(width(0) + width(2)).toBeCloseTo(strong, 0);
  });

  it('has nothing to draw for nobody', () => {
    expect(movesGeometry([], []).ribbons).toEqual([]);
  });

  it.each([
    [[10, 12, 14], [10, 23, 36]],
    [[90, 95], [80, 93]],
    [[20, 50], [20, 50]],
  ])('moves the lines %o apart: %o', (middles, spread) => {
    expect(apart(middles, 13, 6, 93)).toEqual(spread);
  });
});

describe('times to reply', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 8, maxLength: 8 });

  it('stand on the line and hang from it, inside the box', () => {
    fc.assert(
      fc.property(answers, answers, (theirs, yours) => {
        const geometry = repliesGeometry(theirs, yours);
        expect(geometry.theirs.length).toBe(theirs.filter((count) => count > 0).length);
        for (const bar of geometry.theirs) {
          expect(bar.y).toBeGreaterThanOrEqual(0);
          expect(bar.y + bar.height).toBeCloseTo(REPLIES.line - 1);
        }
        for (const bar of geometry.yours) {
          expect(bar.y).toBe(REPLIES.line + 1);
          expect(bar.y + bar.height).toBeLessThan(REPLIES.labelY - 10);
        }
        for (const { x, width, height } of [...geometry.theirs, ...geometry.yours]) {
          expect(height).toBeGreaterThanOrEqual(2);
          expect(x >= 0 && x + width <= REPLIES.width).toBe(true);
        }
      }),
    );
  });

  it('compare shares, not numbers', () => {
    const { theirs, yours } = repliesGeometry([1, 1], [100, 100]);
    expect(theirs.map(({ height }) => height)).toEqual(yours.map(({ height }) => height));
  });
});

describe('a figure over time', () => {
  it('stays inside its box', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 12 }), (values) => {
        const path = linePath(values);
        expect(path).not.toContain('NaN');
        numbersIn(path).forEach((number, index) => expect(number >= 0 && number <= (index % 2 === 0 ? LINE.width : LINE.height)).toBe(true));
      }),
    );
  });

  it('is level where nothing changed, and nothing for a single value', () => {
    expect(linePath([5, 5])).toBe('M2.0 13.0L118.0 13.0');
    expect(linePath([5])).toBe('');
  });
});
