/** Chance that falls the same way every time: the sample of one moment is always the same sample. */

export interface Chance {
  /** From `low` up to, not including, `high`. */
  between(low: number, high: number): number;
  /** One of them. @throws where there is none */
  pick<Item>(items: readonly Item[]): Item;
  /** True in so many of one hundred. */
  inHundred(times: number): boolean;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (const character of words) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** @param seed each person's name has chances of its own, so that one more person changes nobody else */
export function chanceOf(seed: string): Chance {
  let state = hash(seed);
  // Mulberry32 by Tommy Ettinger, in the public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    inHundred: (times) => next() * 100 < times,
  };
}
