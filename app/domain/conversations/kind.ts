/** Which conversations are between two people and which are groups. */
import type { ConversationKind } from '../activity';

/**
 * Whether a line in the conversation may be meant for somebody else.
 * @param kind null outside any conversation
 * @param people in it, the user included; null where nobody knows
 */
export function isGroup(kind: ConversationKind | null, people: number | null): boolean {
  return kind === 'group' || kind === 'channel' || (people ?? 0) > 2;
}
