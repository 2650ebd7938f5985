/**
 * Pairs that may be one person. Only whoever shares something telling is compared at all (blocking), so that it takes time in
 * proportion to the number of people. A name alone makes no suggestion, however rare it is.
 */
import { plainHandle } from './accounts';
import { isDeskAddress, localPart } from './addresses';
import { evidenceOf, namesOf, traitsOf, type KnownAs, type Surroundings, type Traits } from './evidence';
import { nameKey, plainWord, writtenTogether } from './names';

/** A contact with every place they are known from, or one profile of the audience. */
export interface Candidate {
  /** Tells candidates apart; the caller's own. */
  id: string;
  isContact: boolean;
  /** What the contact is called; null for the audience. */
  name: string | null;
  at: readonly KnownAs[];
}

export interface Guess {
  a: string;
  b: string;
  /** 0 to 100 */
  certainty: number;
  /** Sentences, the strongest first. */
  reasons: string[];
  against: string[];
}

/** Below it, two are not worth anybody's time. */
const WORTH_ASKING = 25;
/** What so many share says nothing about any two of them. */
const SHARED_BY_MOST = 8;

/** "Almost certain" where it would be odd if it were wrong; "Thin evidence" where it would not. */
export const CERTAINTY_WORDS = ['Almost certain', 'Likely', 'Possible', 'Thin evidence'] as const;
export type CertaintyWord = (typeof CERTAINTY_WORDS)[number];

/** The word for 0 to 100. */
export function certaintyWord(certainty: number): CertaintyWord {
  if (certainty >= 90) return 'Almost certain';
  if (certainty >= 70) return 'Likely';
  return certainty >= 45 ? 'Possible' : 'Thin evidence';
}

/** Weighs two; null where nothing but a name speaks for it, or too little. */
export function weigh(a: Traits, b: Traits, surroundings: Surroundings): Pick<Guess, 'certainty' | 'reasons' | 'against'> | null {
  const { reasons, against } = evidenceOf(a, b, surroundings);
  if (reasons.every(({ isName }) => isName)) return null;
  // Reasons are taken as independent of each other: what is left is the doubt that all of them leave.
  const doubt = reasons.reduce((left, { strength }) => left * (1 - strength), 1);
  const certainty = Math.round(100 * against.reduce((sure, { leaves }) => sure * leaves, 1 - doubt));
  if (certainty < WORTH_ASKING) return null;
  const strongest = reasons.toSorted((one, other) => other.strength - one.strength);
  return { certainty, reasons: strongest.map(({ because }) => because), against: against.map(({ because }) => because) };
}

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
class Blocks {
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

/** How many share each name. */
function bearersOf(blocks: Blocks, { names }: Traits): number {
  return Math.max(0, ...names.flatMap((words) => nameKey(words) ?? []).map((key) => blocks.size(`n:${key}`)));
}

export interface Everybody {
  contacts: Iterable<Candidate>;
  audience: Iterable<Candidate>;
  /** One of them once more; null where they are gone meanwhile. */
  find: (id: string) => Candidate | null;
  /** The name of a group that both are in; asked only of two whose names are alike. */
  sharedGroup: (a: string, b: string) => string | null;
}

/** As many guesses as are kept; so many more are gathered before the weakest go. */
const KEPT = 1_000;

/** Compares two, as often as they meet, once. */
class Comparing {
  private readonly seen = new Set<string>();
  private found: Guess[] = [];

  constructor(
    private readonly blocks: Blocks,
    private readonly everybody: Pick<Everybody, 'find' | 'sharedGroup'>,
  ) {}

  compare(one: Pick<Candidate, 'id' | 'isContact'>, other: Pick<Candidate, 'id' | 'isContact'>): void {
    const pair = one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`;
    if (this.seen.has(pair) || !(one.isContact || other.isContact)) return;
    this.seen.add(pair);
    const [a, b] = [this.everybody.find(one.id), this.everybody.find(other.id)];
    if (!a || !b) return;
    const [here, there] = [traitsOf(a.at, a.name), traitsOf(b.at, b.name)];
    const alike = namesOf(here, there);
    const group = alike === 'same' || alike === 'close' ? this.everybody.sharedGroup(a.id, b.id) : null;
    const weighed = weigh(here, there, { bearers: alike === 'same' ? bearersOf(this.blocks, here) : 0, group });
    if (weighed) this.found.push({ a: a.id, b: b.id, ...weighed });
    if (this.found.length === 2 * KEPT) this.found = this.surest();
  }

  /** The surest first. */
  surest(): Guess[] {
    return this.found.sort((one, other) => other.certainty - one.certainty).slice(0, KEPT);
  }
}

/** @returns a thousand at most, the surest first */
export function suggestions({ contacts, audience, ...everybody }: Everybody): Guess[] {
  const blocks = new Blocks(contacts, audience);
  const comparing = new Comparing(blocks, everybody);
  for (const together of blocks.together()) {
    for (const [index, a] of together.entries()) for (const b of together.slice(index + 1)) comparing.compare(a, b);
  }
  return comparing.surest();
}
