/**
 * The scores that Kith is compared with. Each orders the contacts of one person at one cut-off; the scale does not matter.
 * Raw count adds up what the other did, as published scores do; "both counted" adds what the person did.
 * The others see what Kith sees, the interactions of both sides.
 */
import { fade, monthOf, type ContactHistory } from './history';
import { rank } from './metrics';

export interface Rival {
  name: string;
  /** One score per contact, higher where more is expected. @param cutOff UTC milliseconds */
  scores: (contacts: readonly ContactHistory[], cutOff: number) => number[];
}

/** Fifths of a list, 5 for the highest; equal values share the fifth that the middle of them falls into. */
export function fifths(values: readonly number[]): number[] {
  const result = new Array<number>(values.length).fill(0);
  let above = 0;
  for (const group of rank(values)) {
    const fifth = 5 - Math.floor((5 * (above + group.length / 2)) / values.length);
    for (const index of group) result[index] = fifth;
    above += group.length;
  }
  return result;
}

/**
 * Recency, frequency and monetary value in fifths, added up (Hughes, Strategic Database Marketing, 1994; the sum in place of
 * the three-digit cell). Frequency is days in touch; as nobody pays anything, interactions stand for money.
 */
function recencyFrequencyMonetary(contacts: readonly ContactHistory[]): number[] {
  const recency = fifths(contacts.map(({ last }) => last));
  const frequency = fifths(contacts.map(({ days }) => days));
  const monetary = fifths(contacts.map(({ interactions }) => interactions));
  return contacts.map((_, index) => (recency[index] ?? 0) + (frequency[index] ?? 0) + (monetary[index] ?? 0));
}

/** What an activity is worth after each calendar month, and for how many months it counts. */
const LOVE_KEPT = 0.9;
const LOVE_MONTHS = 12;

/**
 * Orbit's love: the activities of a calendar month times 0.9 to the number of months ago, over the last twelve months, every
 * activity with the default weight 1 (github.com/orbit-love/orbit-model, README.md, "Measuring love", at
 * aefd46bb6eb83bec4e3d1edb8259387f81f3aaa4).
 */
export function orbitLove({ months }: ContactHistory, cutOff: number): number {
  const now = monthOf(cutOff);
  return months
    .filter(({ month }) => now - month < LOVE_MONTHS)
    .reduce((love, { month, interactions }) => love + interactions * LOVE_KEPT ** (now - month), 0);
}

export const RAW_COUNT: Rival = { name: 'raw count', scores: (contacts) => contacts.map(({ theirs }) => theirs) };

const BOTH_COUNTED: Rival = { name: 'both counted', scores: (contacts) => contacts.map(({ interactions }) => interactions) };

export const ORBIT_LOVE: Rival = { name: 'Orbit love', scores: (contacts, cutOff) => contacts.map((contact) => orbitLove(contact, cutOff)) };

export const RIVALS: readonly Rival[] = [
  RAW_COUNT,
  BOTH_COUNTED,
  { name: 'days since last', scores: (contacts) => contacts.map(({ last }) => last) },
  { name: 'RFM', scores: recencyFrequencyMonetary },
  { name: 'decay, 30 d', scores: (contacts, cutOff) => contacts.map((contact) => fade(contact, cutOff)) },
  ORBIT_LOVE,
];
