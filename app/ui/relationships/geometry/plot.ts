/** Where people stand on the plot, and the shapes of many of them at once. */
import type { PlotColumns } from '../types';

/**
 * The drawing's own box, two units a px of the field as it is designed (752 x 464 px). It is stretched to the field's
 * real size, so that whole numbers do for every size of window.
 */
export const FIELD = { width: 1504, height: 928 } as const;
const UNITS_PER_PX = 2;

/** Half of a tail's height where it meets the dot, and at the end that lies 30 days back. In units. */
const TAIL_HEAD = 6;
const TAIL_TIP = 1;
/** Shorter ones would lie under their own dot. In units: 12 px. */
const LEAST_TAIL = 12 * UNITS_PER_PX;

export interface Point {
  x: number;
  y: number;
}

/** A whole number of units; what lies outside of the scale stands at its edge. */
const along = (value: number, length: number) => Math.round((Math.min(100, Math.max(0, value)) / 100) * length);

/** Health from left to right, tie from the bottom to the top, both 0 to 100. */
export function spot(health: number, tie: number): Point {
  return { x: along(health, FIELD.width), y: FIELD.height - along(tie, FIELD.height) };
}

/** A stroke without a length: its round caps are the dot, of the same size however the drawing is stretched. */
function dot({ x, y }: Point): string {
  return `M${x} ${y}h0`;
}

/** From thin, where somebody was, to thick, where they are. '' where that is too near to be seen. */
export function tail(before: Point, now: Point): string {
  const [dx, dy] = [now.x - before.x, now.y - before.y];
  const length = Math.hypot(dx, dy);
  if (length < LEAST_TAIL) return '';
  const across = (half: number) => ({ x: Math.round((-dy / length) * half), y: Math.round((dx / length) * half) });
  const [tip, head] = [across(TAIL_TIP), across(TAIL_HEAD)];
  return (
    `M${before.x + tip.x} ${before.y + tip.y}L${now.x + head.x} ${now.y + head.y}` +
    `l${-2 * head.x} ${-2 * head.y}L${before.x - tip.x} ${before.y - tip.y}z`
  );
}

/** Everybody of one tone, as three paths; '' for none. */
export interface TonePaths<Tone> {
  tone: Tone;
  dots: string;
  tails: string;
  /** The dots of those who have a name on the plot: drawn again, larger. */
  named: string;
}

/**
 * A few paths however many people there are.
 * @param tones by place in HEALTH_STATES
 */
export function plotPaths<Tone>(columns: PlotColumns, named: readonly number[], tones: readonly Tone[]): TonePaths<Tone>[] {
  const { health, tie, state, healthBefore, tieBefore } = columns;
  const byTone = new Map<Tone, TonePaths<Tone>>();
  const singled = new Set(named);
  for (let person = 0; person < health.length; person += 1) {
    const tone = tones[state[person] ?? -1];
    if (tone === undefined) continue;
    let paths = byTone.get(tone);
    if (!paths) byTone.set(tone, (paths = { tone, dots: '', tails: '', named: '' }));
    const now = spot(health[person] ?? 0, tie[person] ?? 0);
    if (singled.has(person)) paths.named += dot(now);
    else paths.dots += dot(now);
    const wasHealth = healthBefore[person] ?? null;
    if (wasHealth !== null) paths.tails += tail(spot(wasHealth, tieBefore[person] ?? tie[person] ?? 0), now);
  }
  return [...byTone.values()];
}
