/** When two places join by themselves: the same account, e-mail address or phone number, and nothing that speaks against it. */
import { clashingPlatform, type AccountFacts } from './accounts';
import { isDeskAddress } from './addresses';
import { likeness, plainWords } from './names';

export type SameHow = 'same_id' | 'same_email' | 'same_phone';

/** One side: a contact with everything it is known as, or one profile of the audience. */
export interface Side {
  accounts: readonly AccountFacts[];
  names: readonly (string | null)[];
}

/** A desk's address is everybody's who works there: only whoever goes by one name at it is one person. */
function oneAtTheDesk(one: Side, other: Side): boolean {
  const words = ({ names }: Side) => names.flatMap((name) => (name === null || name.includes('@') ? [] : [plainWords(name)])).filter(({ length }) => length > 0);
  const [here, there] = [words(one), words(other)];
  if (here.length === 0 || there.length === 0) return true;
  return here.some((a) => there.some((b) => likeness(a, b) === 'same' || a.join(' ') === b.join(' ')));
}

/**
 * Whether the two join by themselves. Two accounts of one platform never do; a shared desk only asks.
 * @param shared what both have: an address, a number or an account
 */
export function joinsByItself(how: SameHow, shared: string, one: Side, other: Side): boolean {
  if (clashingPlatform(one.accounts, other.accounts) !== null) return false;
  return how !== 'same_email' || !isDeskAddress(shared) || oneAtTheDesk(one, other);
}
