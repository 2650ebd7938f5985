/** Which contacts an interaction belongs to, and as what: the rows that timeline, pulse and health read. */
import type { ConversationKind, Direction, InteractionKind, ParticipantRole } from '../activity';
import type { HealthEvent } from '../health';
import { interactionWeight } from '../pulse/weight';
import { countsForHealth, SMALL_GROUP } from './standing';

export { SMALL_GROUP };

export interface EventSource {
  kind: InteractionKind;
  direction: Direction;
  /** UTC milliseconds; without a date nothing can stand on a timeline. */
  occurredAt: number | null;
  conversationKind: ConversationKind | null;
  /** People in the conversation, the user included; null outside a conversation. */
  people: number | null;
  addressesUser: boolean;
  /** Any text or attachment. */
  hasWords: boolean;
  /** Everybody but the user. */
  participants: { contactId: number | null; role: ParticipantRole }[];
}

export interface ContactEvent {
  contactId: number;
  occurredAt: number;
  direction: Direction;
  /** Height in the pulse, in hundredths of a message. */
  weight: number;
  countsForHealth: boolean;
}

/** An event that counts towards health, with what tells words, clicks and encounters apart. */
export interface LogEvent extends HealthEvent {
  /** As in ContactEvent. */
  weight: number;
}

/** Whose event it is: theirs if they spoke; what the user said belongs to everybody it was said to. */
function belongsTo(source: EventSource, role: ParticipantRole): boolean {
  if (source.direction !== 'out') return role === 'from';
  if (role === 'group') return source.people === null || source.people <= SMALL_GROUP;
  return role === 'to' || role === 'mentioned';
}

/** At most one event per contact. Empty where the interaction has no date or nobody is a contact. */
export function contactEventsOf(source: EventSource): ContactEvent[] {
  const { occurredAt } = source;
  if (occurredAt === null) return [];
  const contacts = new Map<number, ParticipantRole>();
  for (const { contactId, role } of source.participants) {
    if (contactId !== null && belongsTo(source, role)) contacts.set(contactId, role);
  }
  const weight = Math.round(interactionWeight(source.kind) * 100);
  return [...contacts].map(([contactId, role]) => ({
    contactId,
    occurredAt,
    direction: source.direction,
    weight,
    countsForHealth: countsForHealth({
      what: 'interaction',
      kind: source.kind,
      direction: source.direction,
      conversation: source.conversationKind,
      groupSize: source.people,
      addressesUser: source.addressesUser || (source.direction === 'out' && role === 'mentioned'),
      hasWords: source.hasWords,
      sponsored: false,
      automated: false,
      dated: true,
    }),
  }));
}
