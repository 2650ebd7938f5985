/**
 * Pairs that may be one person. Only whoever shares something telling is compared at all (blocking), so that it takes time in
 * proportion to the number of people. A name alone makes no suggestion, however rare it is.
 */
import { Blocks, type Candidate } from './blocks';
import { evidenceOf, namesOf, type Surroundings } from './evidence';
import { nameKey } from './names';
import { traitsOf, type Traits } from './traits';

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
