/** Finds somebody's names, handles and addresses in texts that nobody keeps by person: file names, rejected rows. */

/** Shorter words stand in too many others to say anything. */
const SHORTEST = 4;

const ERASED_WORDS = '(erased)';

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** Tells and takes out what speaks of somebody. Letter case does not matter; parts of longer words do not count. */
export interface Mentions {
  /** A quick look at the letters alone: false is sure. */
  mayBeIn(text: string): boolean;
  in(text: string): boolean;
  without(text: string): string;
}

/** @param words names, handles, addresses, numbers; shorter ones are not looked for */
export function mentionsOf(words: Iterable<string>, shortest = SHORTEST): Mentions {
  const wanted = [...new Set([...words].map((word) => word.normalize('NFC').trim()))].filter((word) => word.length >= shortest);
  if (wanted.length === 0) return { mayBeIn: () => false, in: () => false, without: (text) => text };
  const lowered = wanted.map((word) => word.toLowerCase());
  const any = wanted.sort((one, other) => other.length - one.length).map(escaped).join('|');
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any})(?![\p{L}\p{N}])`, 'giu');
  // Nearly every text holds none: looking for the plain letters first is many times as fast.
  const mayBeIn = (text: string) => {
    const letters = text.normalize('NFC').toLowerCase();
    return lowered.some((word) => letters.includes(word));
  };
  const isIn = (composed: string) => mayBeIn(composed) && composed.search(pattern) >= 0;
  return {
    mayBeIn,
    in: (text) => isIn(text.normalize('NFC')),
    without(text) {
      const composed = text.normalize('NFC');
      return isIn(composed) ? composed.replace(pattern, ERASED_WORDS) : text;
    },
  };
}

/** The same through all texts of a JSON value; keys are ours and stay. */
export function withoutMentions(value: unknown, mentions: Mentions): unknown {
  if (typeof value === 'string') return mentions.without(value);
  if (Array.isArray(value)) return value.map((one) => withoutMentions(one, mentions));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutMentions(one, mentions)]));
}

/** Whether any text of a JSON value mentions them. */
export function hasMentions(value: unknown, mentions: Mentions): boolean {
  if (typeof value === 'string') return mentions.in(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => hasMentions(one, mentions));
}
