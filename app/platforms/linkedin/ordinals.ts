/**
 * Ids for messages that have none: a hash of everything the message states, and an
 * ordinal that counts identical ones, so that "Thanks!" twice in a second stays two messages.
 */
import { hash } from 'node:crypto';

/** Control letters never occur in cleaned cells, so joining by one can't make two messages look alike. */
const SEPARATOR = '\u001f';

/** sha256 of the parts, in hexadecimal. */
export const hashOf = (parts: readonly (string | number)[]): string => hash('sha256', parts.join(SEPARATOR));

/**
 * Counts how often a hash was seen, in 12 bytes or so per message: an open hash table of the first 64 bits of each. Two
 * different messages out of a million share those with a chance of 1 in 37 million.
 */
export class OrdinalCounter {
  #size = 0;
  #keys = new BigUint64Array(1 << 12);
  #counts = new Uint32Array(1 << 12);

  /** How many times this hash (hexadecimal, at least 16 digits) was given before. */
  next(hexadecimal: string): number {
    // Zero marks a free place.
    const key = BigInt(`0x${hexadecimal.slice(0, 16)}`) || 1n;
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    const place = this.#place(key);
    if (this.#keys[place] === 0n) {
      this.#keys[place] = key;
      this.#size += 1;
    }
    const before = this.#counts[place] ?? 0;
    this.#counts[place] = before + 1;
    return before;
  }

  #place(key: bigint): number {
    const mask = this.#keys.length - 1;
    let place = Number(key & BigInt(mask));
    while (this.#keys[place] !== 0n && this.#keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new BigUint64Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    keys.forEach((key, index) => {
      if (key === 0n) return;
      const place = this.#place(key);
      this.#keys[place] = key;
      this.#counts[place] = counts[index] ?? 0;
    });
  }
}
