/** Who has anything telling in common with whom: only they are compared at all. */
import { plainHandle } from './accounts';
import { isDeskAddress, localPart } from './addresses';
import { nameKey, plainWord, writtenTogether } from './names';
import { traitsOf, type KnownAs, type Traits } from './traits';

/** A contact with every place they are known from, or one profile of the audience. */
export interface Candidate {
  /** Tells candidates apart; the caller's own. */
  id: string;
  isContact: boolean;
  /** What the contact is called; null for the audience. */
  name: string | null;
  at: readonly KnownAs[];
}

/** What so many share says nothing about any two of them. */
const SHARED_BY_MOST = 8;

/** What has to be shared for two to be compared. */
function blocksOf({ names, handles, addresses, numbers, companies, accounts, linked, sites }: Traits): string[] {
  const work = [...companies.keys()];
  const ofName = names.flatMap((words) => {
    const key = nameKey(words);
    const { whole, short } = writtenTogether(words);
    const initial = `${(words[0] ?? '').slice(0, 1)} ${words.at(-1) ?? ''}`;
    return [
      ...(key === null ? [] : [`n:${key}`, `i:${initial}`, ...work.flatMap((company) => [`n:${key}|${company}`, `i:${initial}|${company}`])]),
      ...[...whole, ...short].map((one) => `w:${one}`),
    ];
  });
  const local = [...addresses].filter((address) => !isDeskAddress(address)).map((address) => plainWord(localPart(address)));
  return [...new Set([
    ...ofName,
    ...[...handles].flatMap((handle) => [`h:${plainHandle(handle)}`, `w:${plainWord(handle.split('@')[0] ?? '')}`]),
    ...local.map((one) => `w:${one}`),
    ...[...addresses, ...numbers].map((one) => `a:${one}`),
    ...[...accounts, ...linked].map((one) => `l:${one}`),
    ...[...sites].map((one) => `s:${one}`),
  ])];
}

/** So many fit beside the number of a block in one safe integer. */
const MOST_CANDIDATES = 2 ** 22;

/** The number of a block, FNV-1a cut to 30 bits. Where two share one, some are compared in vain and nothing else happens. */
function blockNumber(block: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < block.length; i += 1) hash = Math.imul(hash ^ block.charCodeAt(i), 0x01000193);
  return hash >>> 2;
}

/** Who shares a block with whom, as sorted numbers: candidates themselves would take more memory than an import may have. */
export class Blocks {
  private readonly members: Pick<Candidate, 'id' | 'isContact'>[] = [];
  private readonly places: Float64Array;

  /** Of the audience only those are kept that share a block with a contact. */
  constructor(contacts: Iterable<Candidate>, audience: Iterable<Candidate>) {
    const ofContacts = this.placesOf(contacts, () => true);
    const ofAudience = this.placesOf(audience, (block) => firstFrom(ofContacts, block * MOST_CANDIDATES) < firstFrom(ofContacts, (block + 1) * MOST_CANDIDATES));
    this.places = new Float64Array(ofContacts.length + ofAudience.length);
    this.places.set(ofContacts);
    this.places.set(ofAudience, ofContacts.length);
    this.places.sort();
  }

  private placesOf(candidates: Iterable<Candidate>, isKept: (block: number) => boolean): Float64Array {
    const places: number[] = [];
    for (const { id, isContact, at, name } of candidates) {
      const blocks = blocksOf(traitsOf(at, name)).map(blockNumber).filter(isKept);
      if (blocks.length === 0) continue;
      const index = this.members.push({ id, isContact }) - 1;
      for (const block of blocks) places.push(block * MOST_CANDIDATES + index);
    }
    return Float64Array.from(places).sort();
  }

  /** How many share it. */
  size(block: string): number {
    const number = blockNumber(block);
    return firstFrom(this.places, (number + 1) * MOST_CANDIDATES) - firstFrom(this.places, number * MOST_CANDIDATES);
  }

  /** Everybody of each block that few enough share, contacts first. */
  *together(): Generator<Pick<Candidate, 'id' | 'isContact'>[]> {
    for (let from = 0, to = 0; from < this.places.length; from = to) {
      const block = this.blockAt(from);
      while (to < this.places.length && this.blockAt(to) === block) to += 1;
      if (to - from < 2 || to - from > SHARED_BY_MOST) continue;
      yield [...this.places.subarray(from, to)].flatMap((place) => this.members[place % MOST_CANDIDATES] ?? []);
    }
  }

  private blockAt(index: number): number {
    return Math.floor((this.places[index] ?? 0) / MOST_CANDIDATES);
  }
}

/** The first index in sorted numbers that is no smaller. */
function firstFrom(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
