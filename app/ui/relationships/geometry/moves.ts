/** Bars of the states before and after, and ribbons of the people between them. */
import type { HealthStateName } from '../../../domain/health/states';
import type { Flow, StateCount } from '../types';

export const MOVES_WIDTH = 336;
/** Left edges of the bars, and where ribbons begin and end. In px of the drawing. */
export const BAR = { before: 72, after: 259, width: 5 } as const;
const FROM_X = 78;
const TO_X = 258;
/** Bends of a ribbon. */
const BENDS = [160, 176] as const;
/** People who were not there before come in from here. */
const ENTRY_X = 226;

/** Room for a state's name in px of height, of which the drawing takes at least and at most so much. */
const PER_STATE = 34;
const HEIGHTS = [96, 272] as const;
const GAP = 5;
/** However few they are, a bar can be seen. */
const LEAST_BAR = 3;
/** Between the middles of two lines of 11.5 px. */
const LINE = 13;

export interface MovesBar {
  y: number;
  /** 0 where nobody is. */
  height: number;
  people: number;
  /** Middle of the line beside it, moved where lines would touch. */
  labelY: number;
}

export interface Ribbon extends Flow {
  path: string;
}

export interface MovesGeometry {
  height: number;
  /** As the states. */
  before: MovesBar[];
  after: MovesBar[];
  /** Those who stayed first, so that whoever moved is drawn above them. */
  ribbons: Ribbon[];
}

/** Moves middles apart, each as little as it takes, in their order, between `least` and `most` where that is possible. */
export function apart(middles: readonly number[], gap: number, least: number, most: number): number[] {
  const spread = [...middles];
  for (let at = 0; at < spread.length; at += 1) spread[at] = Math.max(spread[at] ?? 0, at === 0 ? least : (spread[at - 1] ?? 0) + gap);
  for (let at = spread.length - 1; at >= 0; at -= 1) {
    spread[at] = Math.min(spread[at] ?? 0, at === spread.length - 1 ? most : (spread[at + 1] ?? 0) - gap);
  }
  return spread;
}

/** One below the other; what is left of the height after gaps and least heights is shared by numbers of people. */
function barsOf(counts: readonly number[], total: number, height: number): MovesBar[] {
  const room = height - GAP * (counts.length - 1) - LEAST_BAR * counts.length;
  let y = 0;
  const bars = counts.map((people) => {
    const bar = { y, height: people === 0 ? 0 : LEAST_BAR + (room * people) / total, people };
    y += bar.height + GAP;
    return bar;
  });
  const middles = apart(bars.map((bar) => bar.y + bar.height / 2), LINE, LINE / 2, height - LINE / 2);
  return bars.map((bar, index) => ({ ...bar, labelY: middles[index] ?? 0 }));
}

interface Strip {
  top: number;
  bottom: number;
}

/** Cuts a bar into strips from top to bottom, as wide as their share of its people. */
function cut(bar: MovesBar, flows: readonly Flow[]): Map<Flow, Strip> {
  const total = Math.max(bar.people, flows.reduce((sum, { people }) => sum + people, 0), 1);
  let top = bar.y;
  return new Map(
    flows.map((flow) => {
      const strip = { top, bottom: top + (bar.height * flow.people) / total };
      top = strip.bottom;
      return [flow, strip];
    }),
  );
}

const px = (value: number) => Number(value.toFixed(1));

function ribbonPath(from: Strip, to: Strip): string {
  const [[a, b], [c, d]] = [[px(from.top), px(from.bottom)], [px(to.top), px(to.bottom)]];
  const [near, far] = BENDS;
  return `M${FROM_X} ${a}C${near} ${a} ${far} ${c} ${TO_X} ${c}V${d}C${far} ${d} ${near} ${b} ${FROM_X} ${b}z`;
}

/** From a point, as thick as its people where it arrives. */
function entryPath({ top, bottom }: Strip): string {
  return `M${ENTRY_X} ${px((top + bottom) / 2)}L${TO_X} ${px(top)}V${px(bottom)}z`;
}

/** @param states in the order in which they stand below each other; flows of other states are left out */
export function movesGeometry(states: readonly StateCount[], flows: readonly Flow[]): MovesGeometry {
  const height = Math.min(HEIGHTS[1], Math.max(HEIGHTS[0], states.length * PER_STATE));
  const sum = (side: 'before' | 'after') => states.reduce((people, state) => people + state[side], 0);
  const total = Math.max(1, sum('before'), sum('after'));
  const before = barsOf(states.map((state) => state.before), total, height);
  const after = barsOf(states.map((state) => state.after), total, height);
  // Newcomers arrive below those who were there.
  const place = new Map<HealthStateName | null, number>([...states.map(({ state }, index) => [state, index] as const), [null, states.length]]);
  const placeOf = (state: HealthStateName | null) => place.get(state) ?? -1;
  const known = flows.filter(({ from, to, people }) => people > 0 && placeOf(from) >= 0 && placeOf(to) >= 0);
  const strips = (bars: readonly MovesBar[], end: 'from' | 'to', other: 'from' | 'to') =>
    bars.map((bar, index) => cut(bar, known.filter((flow) => placeOf(flow[end]) === index).sort((a, b) => placeOf(a[other]) - placeOf(b[other]))));
  const [leaving, arriving] = [strips(before, 'from', 'to'), strips(after, 'to', 'from')];
  const ribbons = known.flatMap((flow) => {
    const to = arriving[placeOf(flow.to)]?.get(flow);
    const from = leaving[placeOf(flow.from)]?.get(flow);
    if (!to) return [];
    if (flow.from === null) return [{ ...flow, path: entryPath(to) }];
    return from ? [{ ...flow, path: ribbonPath(from, to) }] : [];
  });
  const stayed = ({ from, to }: Flow) => (from === to ? 0 : 1);
  return { height, before, after, ribbons: ribbons.sort((a, b) => stayed(a) - stayed(b)) };
}
