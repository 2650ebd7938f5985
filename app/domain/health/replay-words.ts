/** What a replay of the user's own last three months says about how far Kith can be trusted, in plain sentences. */
import { withThousands } from '../../lib/text';

/** Smaller intercepts than this, in log-odds, are not worth a sentence: they move health by a point or two. */
const LEAST_TILT = 0.1;

export interface ReplayTally {
  /** Likeliest to write as each window began, counted once for each window. */
  named: number;
  /** Of those, who wrote within the window. */
  namedWrote: number;
  /** Wrote, though Kith had not named them. */
  surprises: number;
}

/** "Asked as each of the last three months began, Kith would have given 36 names of people likely to write. 31 of them wrote." */
export function replaySentence({ named, namedWrote }: ReplayTally): string {
  const asked = 'Asked as each of the last three months began, Kith would have given';
  if (named === 0) return `${asked} no name of anybody likely to write.`;
  // Names, not people: whoever writes every month is named three times.
  if (named === 1) return `${asked} one name of somebody likely to write. ${namedWrote === 1 ? 'They wrote.' : 'They did not write.'}`;
  const wrote = namedWrote === named ? 'All' : namedWrote === 0 ? 'None' : withThousands(namedWrote);
  return `${asked} ${withThousands(named)} names of people likely to write. ${wrote} of them wrote.`;
}

/** "5 times somebody wrote whom it would not have named."; null for nobody. */
export function surpriseSentence({ surprises }: ReplayTally): string | null {
  if (surprises === 0) return null;
  const often = surprises === 1 ? 'Once' : surprises === 2 ? 'Twice' : `${withThousands(surprises)} times`;
  return `${often} somebody wrote whom it would not have named.`;
}

/**
 * What Kith learned from it about this workspace.
 * @param twoWay the intercept of words both ways, in log-odds
 */
export function tiltSentence(twoWay: number): string {
  if (Math.abs(twoWay) < LEAST_TILT) return 'Your people answer about as often as most.';
  return twoWay > 0
    ? 'Your people answer more often than most, and everybody’s health is read with that.'
    : 'Your people answer less often than most, and everybody’s health is read with that.';
}

/** Where three months of both sides are not there yet. */
export const NOTHING_TO_REPLAY = 'Once three months of words from both sides are in, Kith checks itself on them and says here how it did.';
