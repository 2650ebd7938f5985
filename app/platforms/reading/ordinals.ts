/**
 * Ids for messages that have none: a hash of everything the message states, and an ordinal that counts identical ones,
 * so that "Thanks!" twice in a second stays two messages.
 */
import { hash } from 'node:crypto';

/** Control letters never occur in cleaned cells, so joining by one can't make two messages look alike. */
const SEPARATOR = '\u001f';

/** sha256 of the parts, in hexadecimal. */
export const hashOf = (parts: readonly (string | number)[]): string => hash('sha256', parts.join(SEPARATOR));

/** Hexadecimal digits of 32 bits. */
const DIGITS = 8;

/**
 * Counts how often a hash was seen, in 24 bytes or so per message: an open hash table of the first 64 bits of each. Two
 * different messages out of a million share those with a chance of 1 in 37 million.
 */
export class OrdinalCounter {
  #size = 0;
  #high = new Uint32Array(1 << 12);
  #low = new Uint32Array(1 << 12);
  /** 0 marks a free place. */
  #counts = new Uint32Array(1 << 12);

  /** The id of something that states `parts`: the hash of them and of how many identical ones came before. */
  idOf(parts: readonly (string | number)[]): string {
    const first = hashOf([...parts, 0]);
    const ordinal = this.next(first);
    return ordinal === 0 ? first : hashOf([...parts, ordinal]);
  }

  /** How many times this hash (hexadecimal, at least 16 digits) was given before. */
  next(hexadecimal: string): number {
    if (this.#size * 2 >= this.#counts.length) this.#grow();
    const high = Number.parseInt(hexadecimal.slice(0, DIGITS), 16);
    const low = Number.parseInt(hexadecimal.slice(DIGITS, 2 * DIGITS), 16);
    const place = this.#place(high, low);
    const before = this.#counts[place] ?? 0;
    if (before === 0) {
      this.#high[place] = high;
      this.#low[place] = low;
      this.#size += 1;
    }
    this.#counts[place] = before + 1;
    return before;
  }

  #place(high: number, low: number): number {
    const mask = this.#counts.length - 1;
    let place = low & mask;
    while (this.#counts[place] !== 0 && (this.#high[place] !== high || this.#low[place] !== low))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [highs, lows, counts] = [this.#high, this.#low, this.#counts];
    this.#high = new Uint32Array(counts.length * 2);
    this.#low = new Uint32Array(counts.length * 2);
    this.#counts = new Uint32Array(counts.length * 2);
    counts.forEach((count, index) => {
      if (count === 0) return;
      const high = highs[index] ?? 0;
      const low = lows[index] ?? 0;
      const place = this.#place(high, low);
      this.#high[place] = high;
      this.#low[place] = low;
      this.#counts[place] = count;
    });
  }
}
