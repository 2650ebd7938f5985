/** Whom a line in a chat speaks to: the same rule for every platform with groups. */
import type { Direction, IdentityRef, InteractionRecord } from '../../domain/activity';
import { SMALL_GROUP } from '../../domain/contacts/standing';

export interface SpokenLine {
  /** Stands for the user; null where it isn't known who that is. */
  self: IdentityRef | null;
  /** The user wrote it. */
  isOwn: boolean;
  /** Everybody else in the conversation, as far as it is known. */
  others: readonly IdentityRef[];
  /** People in the conversation, the user included. */
  size: number;
  /** Who is mentioned or answered; the user's identities may be among them. */
  named: readonly IdentityRef[];
  /** Whether one of `named` is the user. */
  namesSelf: boolean;
}

export interface Addressed {
  direction: Direction;
  targets: InteractionRecord['targets'];
}

export function address({ self, isOwn, others, size, named, namesSelf }: SpokenLine): Addressed {
  const isSmall = size <= SMALL_GROUP;
  if (isOwn) {
    const reached = isSmall ? others : named;
    return { direction: 'out', targets: reached.map((identity) => ({ identity, role: isSmall ? 'to' : 'mentioned' })) };
  }
  const toSelf = self === null ? [] : [{ identity: self, role: isSmall ? 'to' : namesSelf ? 'mentioned' : 'group' } as const];
  const alsoNamed = named.map((identity) => ({ identity, role: 'mentioned' }) as const);
  return { direction: isSmall || namesSelf ? 'in' : 'other', targets: [...toSelf, ...alsoNamed] };
}

/** Between whom a reaction passes: `to` wrote what is reacted to. */
export function reactionDirection(fromSelf: boolean, toSelf: boolean): Direction {
  if (fromSelf) return 'out';
  return toSelf ? 'in' : 'other';
}
