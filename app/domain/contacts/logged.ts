/** What can be logged by hand, as a form offers it. */
import type { Direction, InteractionKind } from '../activity';

export const LOGGED = ['they_said', 'you_said', 'met', 'talked'] as const;
export type Logged = (typeof LOGGED)[number];

/** Both were there, so it counts as a sign from them too. */
const DEEDS = {
  they_said: { kind: 'message', direction: 'in' },
  you_said: { kind: 'message', direction: 'out' },
  met: { kind: 'meeting', direction: 'in' },
  talked: { kind: 'call', direction: 'in' },
} as const satisfies Record<Logged, { kind: InteractionKind; direction: Direction }>;

/** What the choice is stored as. */
export function deedOf(logged: Logged): (typeof DEEDS)[Logged] {
  return DEEDS[logged];
}

/** The choice that an entry stands under; null for what the form does not offer. */
export function loggedAs(kind: InteractionKind | 'note', direction: Direction): Logged | null {
  switch (kind) {
    case 'message':
    case 'email':
      return direction === 'in' ? 'they_said' : direction === 'out' ? 'you_said' : null;
    case 'meeting':
      return 'met';
    case 'call':
      return 'talked';
    default:
      return null;
  }
}

/** Words need words; that somebody met says enough. */
export function needsWords(logged: Logged): boolean {
  return logged === 'they_said' || logged === 'you_said';
}
