/** direct-messages.js, direct-messages-group.js and their forms without text: conversations, words, reactions. */
import type { CanonicalRecord, IdentityRef, InteractionRecord, StatedTime } from '../../domain/activity';
import { address, reactionDirection } from '../reading/addressing';
import type { Addressed } from '../reading/addressing';
import { isObject, listIn, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { leftOut, rejected } from '../reading/records';
import { readTime } from './dates';
import { eventRecord, peopleOfEvent } from './group-events';
import { byId, isUserId } from './people';
import { TWICE, WHO_IS_ME } from './reading';
import type { PartReader, Reading } from './reading';
import { messageText } from './text';

/** X allows 256 in a group; a hostile snapshot may list millions. */
const MOST_MEMBERS = 1_000;

export const TO_YOURSELF = 'Messages to yourself.';
export const WITHOUT_TEXT = 'Messages that stand with their text in another file of the archive.';

/** X's own names for the seven reactions of its first years; later ones are written as they are. */
const REACTIONS: Readonly<Record<string, string>> = {
  like: '❤️', funny: '😂', surprised: '😲', sad: '😢', excited: '🔥', agree: '👍', disagree: '👎',
};

/** A conversation while its entry is read. */
export interface Scene {
  id: string;
  isGroup: boolean;
  self: IdentityRef;
  /** Ids of everybody who ever was in it, the user included. */
  members: ReadonlySet<string>;
}

export class MessageReader implements PartReader {
  /** @param hasText false for the headers, which repeat the messages of the other files without their text */
  constructor(private readonly reading: Reading, private readonly isGroupFile: boolean, private readonly hasText: boolean) {}

  read(entry: unknown, file: string): CanonicalRecord[] {
    const conversation = isObject(entry) ? (isObject(entry['dmConversation']) ? entry['dmConversation'] : entry) : null;
    const id = conversation ? textIn(conversation, 'conversationId') : '';
    if (!conversation || !/^\d{1,20}(?:-\d{1,20})?$/.test(id)) return [rejected(file, null, 'This conversation has no id that can be read.')];
    const items = objectsIn(conversation, 'messages');
    const broken = listIn(conversation, 'messages').length - items.length;
    const { self } = this.reading;
    if (!self || !this.reading.knowsOwnId) return [leftOut(file, WHO_IS_ME, items.length)];
    const members = membersOf(id, items);
    members.add(self.key);
    const scene: Scene = { id, isGroup: this.isGroupFile || !id.includes('-'), self, members };
    if (!scene.isGroup && [...members].every((member) => this.reading.isOwn(member))) return [leftOut(file, TO_YOURSELF, items.length)];
    return [
      ...this.#introduce(scene, titleOf(conversation, items)),
      ...items.flatMap((item) => this.#records(scene, item, file)),
      ...(broken === 0 ? [] : [rejected(file, null, `${broken} damaged entries in a conversation.`)]),
    ];
  }

  #introduce(scene: Scene, title: string): CanonicalRecord[] {
    const participants = [...scene.members].map(byId);
    if (!this.reading.isNewConversation(scene.id, `${title} ${[...scene.members].sort().join(' ')}`)) return [];
    return [
      ...this.reading.introduce(participants),
      {
        record: 'conversation',
        externalId: scene.id,
        kind: scene.isGroup ? 'group' : 'dm',
        ...(title === '' ? {} : { title }),
        participants,
        nativeUrl: `https://x.com/messages/${scene.id}`,
      },
    ];
  }

  #records(scene: Scene, item: JsonObject, file: string): CanonicalRecord[] {
    if (isObject(item['messageCreate'])) return this.#message(scene, item['messageCreate'], file);
    const event = eventRecord(scene, item, this.reading);
    if (event === 'unknown') return [leftOut(file, `Entries of the kind “${Object.keys(item).join(', ').slice(0, 60)}”, which Kith doesn’t know.`)];
    if (event === 'damaged') return [rejected(file, null, 'Something happened to this group here; who did it can’t be read.')];
    return this.reading.isFirst('event', event.externalId) ? [event] : [leftOut(file, this.hasText ? TWICE : WITHOUT_TEXT)];
  }

  #message(scene: Scene, message: JsonObject, file: string): CanonicalRecord[] {
    const [id, sender] = [textIn(message, 'id'), textIn(message, 'senderId')];
    const occurredAt = readTime(textIn(message, 'createdAt'));
    const problem = !isUserId(id)
      ? 'This message has no id that can be read.'
      : !isUserId(sender)
        ? 'This message doesn’t say who sent it.'
        : occurredAt === null
          ? 'This message has no date that can be read.'
          : null;
    if (problem !== null || occurredAt === null) return [rejected(file, null, problem ?? '', textIn(message, 'text'))];
    if (!this.reading.isFirst('message', id)) return [leftOut(file, this.hasText ? TWICE : WITHOUT_TEXT)];
    const text = messageText(message);
    const attachments = listIn(message, 'mediaUrls').length;
    const said: InteractionRecord = {
      record: 'interaction',
      kind: 'message',
      externalId: id,
      idBasis: 'native',
      actor: byId(sender),
      ...this.#reach(scene, sender, text),
      occurredAt,
      ...(text === '' ? {} : { text, textFormat: 'plain' }),
      ...(attachments === 0 ? {} : { attachments }),
      conversationExternalId: scene.id,
    };
    return [said, ...objectsIn(message, 'reactions').map((reaction) => this.#reaction(scene, reaction, said, file))];
  }

  /** Which way it went and whom it meant. */
  #reach(scene: Scene, sender: string, text: string): Addressed {
    const { reading } = this;
    const others = [...scene.members].filter((member) => !reading.isOwn(member));
    const named = scene.isGroup ? others.filter((member) => member !== sender && mentions(text, reading.people.handleOf(member))) : [];
    return address({
      self: scene.self,
      isOwn: reading.isOwn(sender),
      others: others.map(byId),
      size: scene.members.size,
      named: named.map(byId),
      namesSelf: scene.isGroup && mentions(text, reading.ownHandle),
    });
  }

  #reaction(scene: Scene, reaction: JsonObject, said: InteractionRecord, file: string): CanonicalRecord {
    const [sender, key] = [textIn(reaction, 'senderId'), textIn(reaction, 'reactionKey')];
    const at: StatedTime | null = readTime(textIn(reaction, 'createdAt'));
    if (!isUserId(sender) || at === null) return rejected(file, null, 'This reaction doesn’t say who gave it, or when.', key);
    const eventId = textIn(reaction, 'eventId');
    const externalId = isUserId(eventId) ? eventId : `${said.externalId}:${sender}:${key.slice(0, 40)}`;
    if (!this.reading.isFirst('reaction', externalId)) return leftOut(file, TWICE);
    return {
      record: 'interaction',
      kind: 'reaction',
      externalId,
      idBasis: 'native',
      direction: reactionDirection(this.reading.isOwn(sender), this.reading.isSelf(said.actor)),
      actor: byId(sender),
      targets: said.actor.key === sender ? [] : [{ identity: said.actor, role: 'to' }],
      occurredAt: at,
      emoji: REACTIONS[key] ?? key.slice(0, 40),
      parentExternalId: said.externalId,
      conversationExternalId: scene.id,
    };
  }
}

/** Everybody who ever spoke, reacted, joined or left; in a conversation of two its id names them. */
function membersOf(id: string, items: readonly JsonObject[]): Set<string> {
  const members = new Set(id.includes('-') ? id.split('-').filter(isUserId) : []);
  const add = (member: string) => {
    if (isUserId(member) && members.size < MOST_MEMBERS) members.add(member);
  };
  for (const item of items) {
    const message = fieldsIn(item, 'messageCreate');
    add(textIn(message, 'senderId'));
    add(textIn(message, 'recipientId'));
    objectsIn(message, 'reactions').forEach((reaction) => add(textIn(reaction, 'senderId')));
    peopleOfEvent(item).forEach(add);
  }
  return members;
}

/** The name it has, or the newest one it was given. */
function titleOf(conversation: JsonObject, items: readonly JsonObject[]): string {
  const given = items
    .map((item) => fieldsIn(item, 'conversationNameUpdate'))
    .map((update) => ({ name: textIn(update, 'name'), at: readTime(textIn(update, 'createdAt'))?.at ?? 0 }))
    .filter(({ name }) => name !== '')
    .reduce((newest, one) => (one.at >= newest.at ? one : newest), { name: '', at: -1 });
  return (textIn(conversation, 'name') || given.name).trim().slice(0, 300);
}

/** Whether a text names a handle: "@ann", and not "@anna". */
function mentions(text: string, handle: string): boolean {
  if (handle === '' || !text.includes('@')) return false;
  return new RegExp(`@${handle}(?!\\w)`, 'i').test(text);
}
