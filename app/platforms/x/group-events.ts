/** What happens to a group besides words: people join and leave, its name changes. */
import type { InteractionRecord } from '../../domain/activity';
import { counted } from '../../lib/text';
import { isObject, textIn, textsIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { hashOf } from '../reading/ordinals';
import { readTime } from './dates';
import type { Scene } from './messages';
import { byId, isUserId } from './people';
import type { Reading } from './reading';

const EVENTS = ['joinConversation', 'participantsJoin', 'participantsLeave', 'conversationNameUpdate'] as const;

const eventOf = (item: JsonObject) => {
  const name = EVENTS.find((one) => isObject(item[one]));
  const body = name === undefined ? null : item[name];
  return name !== undefined && isObject(body) ? { name, body } : null;
};

/** Ids of everybody an event names. */
export function peopleOfEvent(item: JsonObject): string[] {
  const event = eventOf(item);
  if (!event) return [];
  return [textIn(event.body, 'initiatingUserId'), ...textsIn(event.body, 'participantsSnapshot'), ...textsIn(event.body, 'userIds')].filter(isUserId);
}

/** X gives these no id, so theirs is made of what they state. */
export function eventRecord(scene: Scene, item: JsonObject, reading: Reading): InteractionRecord | 'unknown' | 'damaged' {
  const event = eventOf(item);
  if (!event) return 'unknown';
  const { name, body } = event;
  const occurredAt = readTime(textIn(body, 'createdAt'));
  const affected = textsIn(body, 'userIds').filter(isUserId);
  const initiator = textIn(body, 'initiatingUserId');
  const actor = isUserId(initiator) ? initiator : affected[0];
  if (actor === undefined) return 'damaged';
  return {
    record: 'interaction',
    kind: 'system',
    externalId: hashOf(['x', scene.id, name, occurredAt?.at ?? '', actor, textIn(body, 'name'), ...affected]),
    idBasis: 'hash',
    direction: reading.isOwn(actor) ? 'out' : 'other',
    actor: byId(actor),
    targets: affected.filter((id) => id !== actor && scene.members.has(id)).map((id) => ({ identity: byId(id), role: 'group' })),
    occurredAt,
    text: wordsFor(name, body, affected.length),
    textFormat: 'plain',
    conversationExternalId: scene.id,
  };
}

function wordsFor(name: (typeof EVENTS)[number], body: JsonObject, affected: number): string {
  switch (name) {
    case 'joinConversation':
      return 'Started this group or added you to it.';
    case 'participantsJoin':
      return `Added ${counted(affected, 'person', 'people')} to the group.`;
    case 'participantsLeave':
      return affected === 1 ? 'Left the group.' : `${counted(affected, 'person', 'people')} left the group.`;
    case 'conversationNameUpdate':
      return `Named the group “${textIn(body, 'name').slice(0, 300)}”.`;
  }
}
