/** A set of texts that only remembers the first 64 bits of their hashes: 16 bytes or so for each, however long it is. */
import { hash } from 'node:crypto';

export class HashSet {
  #size = 0;
  #high = new Uint32Array(1 << 12);
  #low = new Uint32Array(1 << 12);

  /** @returns whether it was not there before */
  add(text: string): boolean {
    if (this.#size * 2 >= this.#high.length) this.#grow();
    const [high, low] = bitsOf(text);
    const place = placeOf(this.#high, this.#low, high, low);
    if (this.#high[place] !== 0) return false;
    this.#high[place] = high;
    this.#low[place] = low;
    this.#size += 1;
    return true;
  }

  has(text: string): boolean {
    const [high, low] = bitsOf(text);
    return this.#high[placeOf(this.#high, this.#low, high, low)] !== 0;
  }

  get size(): number {
    return this.#size;
  }

  #grow(): void {
    const [highs, lows] = [this.#high, this.#low];
    this.#high = new Uint32Array(highs.length * 2);
    this.#low = new Uint32Array(highs.length * 2);
    highs.forEach((high, index) => {
      if (high === 0) return;
      const low = lows[index] ?? 0;
      const place = placeOf(this.#high, this.#low, high, low);
      this.#high[place] = high;
      this.#low[place] = low;
    });
  }
}

/** Never 0 in the high half: that marks a free place. */
function bitsOf(text: string): [high: number, low: number] {
  const digest = hash('sha1', text, 'buffer');
  return [digest.readUInt32LE(0) || 1, digest.readUInt32LE(4)];
}

function placeOf(highs: Uint32Array, lows: Uint32Array, high: number, low: number): number {
  const mask = highs.length - 1;
  let place = low & mask;
  while (highs[place] !== 0 && (highs[place] !== high || lows[place] !== low)) place = (place + 1) & mask;
  return place;
}
