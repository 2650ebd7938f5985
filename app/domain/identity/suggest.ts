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
function blocksOf({ names, handles, addresses, numbers, companies }: Traits): string[] {
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
  ])];
}

interface Weighed {
  candidate: Candidate;
  traits: Traits;
}

/** Whoever shares a block, by the block: contacts, then those of the audience that share one with a contact. */
function layBlocks(contacts: Iterable<Candidate>, audience: Iterable<Candidate>): Map<string, Weighed[]> {
  const blocks = new Map<string, Weighed[]>();
  for (const candidate of contacts) {
    const traits = traitsOf(candidate.at, candidate.name);
    for (const block of blocksOf(traits)) {
      const there = blocks.get(block);
      if (there) there.push({ candidate, traits });
      else blocks.set(block, [{ candidate, traits }]);
    }
  }
  for (const candidate of audience) {
    const traits = traitsOf(candidate.at, candidate.name);
    for (const block of blocksOf(traits)) blocks.get(block)?.push({ candidate, traits });
  }
  return blocks;
}

/** How many share each name. */
function bearersOf(blocks: ReadonlyMap<string, readonly Weighed[]>, { names }: Traits): number {
  return Math.max(0, ...names.map((words) => blocks.get(`n:${nameKey(words) ?? ''}`)?.length ?? 0));
}

/**
 * @param sharedGroup the name of a group that both are in; asked only of two whose names are alike
 * @returns the surest first
 */
export function suggestions(
  contacts: Iterable<Candidate>,
  audience: Iterable<Candidate>,
  sharedGroup: (a: string, b: string) => string | null,
): Guess[] {
  const blocks = layBlocks(contacts, audience);
  const seen = new Set<string>();
  const found: Guess[] = [];
  for (const together of blocks.values()) {
    if (together.length < 2 || together.length > SHARED_BY_MOST) continue;
    for (const [index, a] of together.entries()) {
      for (const b of together.slice(index + 1)) {
        const pair = `${a.candidate.id} ${b.candidate.id}`;
        if (seen.has(pair) || !(a.candidate.isContact || b.candidate.isContact)) continue;
        seen.add(pair);
        const alike = namesOf(a.traits, b.traits);
        const group = alike === 'same' || alike === 'close' ? sharedGroup(a.candidate.id, b.candidate.id) : null;
        const weighed = weigh(a.traits, b.traits, { bearers: bearersOf(blocks, a.traits), group });
        if (weighed) found.push({ a: a.candidate.id, b: b.candidate.id, ...weighed });
      }
    }
  }
  return found.sort((one, other) => other.certainty - one.certainty);
}
