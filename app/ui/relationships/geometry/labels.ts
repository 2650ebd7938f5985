/** Places names beside their dots, so that no name lies on another. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A dot that wants a name. In px of the field. */
export interface LabelWish {
  /** Whose name; comes back with the place. */
  person: number;
  x: number;
  y: number;
  /** Of the name, in px. */
  width: number;
  /** Their tail lies right of the dot, so that the name stands better on the left. */
  tailRight: boolean;
}

export interface PlacedLabel {
  person: number;
  /** From the dot to where the text begins, is centred or ends; px. */
  dx: number;
  dy: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
}

/** Of a line of 11.5 px. */
const HEIGHT = 14;
/** From the middle of a dot to the text beside it, and to the middle of a line above or below it. */
const BESIDE = 9;
const OVER = 14;
/** From the middle of a line to its baseline. */
const BASELINE = 4;
/** Half of the square in which a named dot lies. */
const DOT = 6;

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const around = (x: number, y: number, half: number): Box => ({ left: x - half, top: y - half, right: x + half, bottom: y + half });

function candidate(wish: LabelWish, dx: number, middle: number, anchor: PlacedLabel['anchor']): PlacedLabel {
  const start = wish.x + dx - { start: 0, middle: wish.width / 2, end: wish.width }[anchor];
  const y = wish.y + middle;
  const box = { left: start, right: start + wish.width, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
  return { person: wish.person, dx, dy: middle + BASELINE, anchor, box };
}

/** Best first: beside the dot where no tail is, then on the other side, then above and below. */
function candidates(wish: LabelWish): PlacedLabel[] {
  const right = candidate(wish, BESIDE, 0, 'start');
  const left = candidate(wish, -BESIDE, 0, 'end');
  const beside = wish.tailRight ? [left, right] : [right, left];
  return [...beside, candidate(wish, 0, -OVER, 'middle'), candidate(wish, 0, OVER, 'middle')];
}

/** The wishes go first come, first served. */
export interface LabelRoom {
  /** Of the field, in px. */
  width: number;
  height: number;
  /** How many names at most. */
  most: number;
  /** Where other words stand already. */
  taken: readonly Box[];
  /** Dots that a name had better not cover, as x, y, x, y; they weigh less than not to name somebody. */
  dots: readonly number[];
}

function covered({ left, right, top, bottom }: Box, dots: readonly number[]): number {
  let count = 0;
  // Asked for every place of every name: plain reading, because there are thousands of dots.
  for (let at = 0; at < dots.length; at += 2) {
    const x = dots[at] ?? 0;
    if (x <= left || x >= right) continue;
    const y = dots[at + 1] ?? 0;
    if (y > top && y < bottom) count += 1;
  }
  return count;
}

/** Most worth first. Who finds no free place goes without a name. */
export function placeLabels(wishes: readonly LabelWish[], { width, height, most, taken, dots }: LabelRoom): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const named = wishes.slice(0, most);
  for (const wish of named) {
    const blocked = [
      ...taken, ...placed.map(({ box }) => box),
      ...named.filter((other) => other !== wish).map(({ x, y }) => around(x, y, DOT)),
    ];
    const free = candidates(wish).filter(
      ({ box }) =>
        box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height && !blocked.some((other) => overlap(box, other)),
    );
    const costs = free.map(({ box }, rank) => covered(box, dots) + rank / 2);
    const best = free[costs.indexOf(Math.min(...costs))];
    if (best) placed.push(best);
  }
  return placed;
}

/** Widths of a character of 11.5 px, on average: Latin and the like, and those as wide as they are high. */
const CHARACTER = 6.4;
const WIDE_CHARACTER = 11.8;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** About what a name takes; rather too much than too little. In px. */
export function labelWidth(name: string): number {
  return [...name].reduce((width, character) => width + (WIDE.test(character) ? WIDE_CHARACTER : CHARACTER), 2);
}
