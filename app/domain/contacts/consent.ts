/** Whether somebody may be written to, by what each source says. */
import type { ConsentState } from '../activity';

/** One source's word about one address. */
export interface ConsentWord {
  /** The own account whose list it is: two exports of one list are one source. */
  source: number;
  /** "The Loom Letter" */
  label: string;
  state: ConsentState;
  /** When it was said, UTC milliseconds; null where the source does not tell. */
  at: number | null;
  /** When the source was made. */
  seenAt: number;
}

/** A word that forbids. */
export type Refusal = ConsentWord & { state: Exclude<ConsentState, 'subscribed'> };

function isRefusal(word: ConsentWord): word is Refusal {
  return word.state !== 'subscribed';
}

const saidAt = ({ at, seenAt }: ConsentWord) => at ?? seenAt;

/** Of two words of one source the one from the newer export; of two as new, the later said; of two alike, the stricter. */
function isNewer(one: ConsentWord, other: ConsentWord): boolean {
  if (one.seenAt !== other.seenAt) return one.seenAt > other.seenAt;
  if (saidAt(one) !== saidAt(other)) return saidAt(one) > saidAt(other);
  return isRefusal(one) && !isRefusal(other);
}

/**
 * The latest word of every source counts, and a "no" of any is a no: somebody who left one list has not asked to be
 * written to from another.
 * @returns the refusal said last; null where nobody refuses
 */
export function refusalOf(words: readonly ConsentWord[]): Refusal | null {
  const latest = new Map<number, ConsentWord>();
  for (const word of words) {
    const known = latest.get(word.source);
    if (!known || isNewer(word, known)) latest.set(word.source, word);
  }
  const refusals = [...latest.values()].filter(isRefusal).sort((one, other) => saidAt(other) - saidAt(one) || one.source - other.source);
  return refusals[0] ?? null;
}

const SAYS: Record<Refusal['state'], (label: string) => string> = {
  unsubscribed: (label) => `unsubscribed from ${label}`,
  bounced: (label) => `mail from ${label} bounced`,
  complained: (label) => `marked ${label} as spam`,
};

/** @param day "3 October 2026" of an instant */
export function refusalSentence({ state, label, at, seenAt }: Refusal, day: (at: number) => string): string {
  const date = at === null ? `as of ${day(seenAt)}` : day(at);
  return `No e-mail: ${SAYS[state](label)}, ${date}`;
}
