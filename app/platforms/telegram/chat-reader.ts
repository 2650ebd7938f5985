/** The messages of one chat as records. */
import type { CanonicalRecord, IdentityRecord, IdentityRef, InteractionRecord } from '../../domain/activity';
import { address, reactionDirection } from '../reading/addressing';
import type { Introduced } from '../reading/introduced';
import { isObject, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { cleanName } from '../reading/names';
import { RecentAuthors } from '../reading/recent-authors';
import { rejected } from '../reading/records';
import type { LeftOutTally } from '../reading/tally';
import type { Scene } from './chats';
import { reactionTime, timeOf, writtenIn } from './message';
import type { Written } from './message';
import { senderOf } from './people';
import { idOf } from './survey';

const SERVICE = 'Lines that Telegram itself writes: who joined, calls, pinned messages, new names.';
const NOT_A_PERSON = 'Messages that a group or channel sent in its own name.';
const UNNAMED = 'Reactions whose senders Telegram does not name: it names the latest only.';
const EMPTY = 'Messages with nothing in them.';
const ODD_REACTION = 'Reactions by somebody whose number can’t be read.';

export interface Surroundings {
  own: readonly IdentityRef[];
  /** Where times stand without a zone. */
  zone: string;
  file: string;
  tally: LeftOutTally;
  introduced: Introduced;
}

export class TelegramChatReader {
  readonly #authors = new RecentAuthors();
  readonly #ownHandles: ReadonlySet<string>;

  constructor(private readonly scene: Scene, private readonly around: Surroundings) {
    this.#ownHandles = new Set(around.own.filter(({ kind }) => kind === 'handle').map(({ key }) => key));
  }

  read(message: unknown): CanonicalRecord[] {
    const { file, tally, zone } = this.around;
    if (!isObject(message)) return [rejected(file, null, 'This is no message.')];
    const type = textIn(message, 'type');
    if (type !== 'message') {
      tally.add(SERVICE);
      return [];
    }
    const id = idOf(message.id);
    const sender = senderOf(textIn(message, 'from_id'));
    if (id === '' || sender === null) return [rejected(file, null, 'This message has no number or names no sender.', sampleOf(message))];
    if (!sender.isPerson) {
      tally.add(NOT_A_PERSON);
      return [];
    }
    const occurredAt = timeOf(message, zone);
    if (occurredAt === null) return [rejected(file, null, 'This message has no date that can be read.', sampleOf(message))];
    const written = writtenIn(message);
    if (written.text === '' && written.attachments === 0 && textIn(message, 'sticker_emoji') === '') {
      tally.add(EMPTY);
      return [];
    }
    const interaction = { ...this.#interaction(message, `${this.scene.conversation}:${id}`, sender.identity, written), occurredAt };
    this.#authors.note(id, sender.identity);
    return [...this.#introduce(sender.identity, textIn(message, 'from')), interaction, ...this.#reactions(message, interaction)];
  }

  /** Whoever writes or reacts, with the name they had then; nobody's name is a deleted account's. */
  #introduce(identity: IdentityRef, written: string): IdentityRecord[] {
    const name = cleanName(written);
    if (!this.around.introduced.isNewIdentity(identity, name)) return [];
    return [{ record: 'identity', ...identity, ...(name === '' ? { gone: true } : { displayName: name }), evidence: name === '' ? 'stub' : 'export' }];
  }

  #isOwn = (identity: IdentityRef): boolean => this.scene.ownKeys.has(identity.key);

  #interaction(message: JsonObject, externalId: string, actor: IdentityRef, written: Written): Omit<InteractionRecord, 'occurredAt'> {
    const { scene } = this;
    const answeredId = textIn(message, 'reply_to_peer_id') === '' ? idOf(message.reply_to_message_id) : '';
    const answered = answeredId === '' ? null : this.#authors.authorOf(answeredId);
    const named = distinct([...(answered ? [answered] : []), ...written.mentioned]).filter(({ key }) => key !== actor.key);
    const isOwn = this.#isOwn(actor);
    const { direction, targets } = address({
      self: scene.self,
      isOwn,
      others: scene.others,
      size: scene.size,
      named: named.filter((identity) => !this.#isOwn(identity)),
      namesSelf: named.some(this.#isOwn) || written.handles.some((handle) => this.#ownHandles.has(handle)),
    });
    const emoji = textIn(message, 'sticker_emoji').slice(0, 40);
    return {
      record: 'interaction',
      kind: 'message',
      externalId,
      idBasis: 'native',
      direction,
      actor,
      targets: scene.kind === 'dm' ? targets.filter(({ role }) => role === 'to') : targets,
      ...(written.text === '' ? {} : { text: written.text, textFormat: 'plain' as const }),
      ...(emoji === '' ? {} : { emoji }),
      ...(written.attachments === 0 ? {} : { attachments: written.attachments }),
      ...(answeredId === '' ? {} : { parentExternalId: `${scene.conversation}:${answeredId}` }),
      conversationExternalId: scene.conversation,
    };
  }

  /** Only the latest few are named; how many more there are is counted. */
  #reactions(message: JsonObject, parent: Omit<InteractionRecord, 'occurredAt'>): CanonicalRecord[] {
    return objectsIn(message, 'reactions').flatMap((reaction) => {
      const emoji = (textIn(reaction, 'emoji') || textIn(reaction, 'type')).slice(0, 40);
      const recent = objectsIn(reaction, 'recent');
      const count = Number(textIn(reaction, 'count'));
      if (Number.isInteger(count) && count > recent.length) this.around.tally.add(UNNAMED, count - recent.length);
      return recent.flatMap((one) => this.#reaction(one, emoji, message, parent));
    });
  }

  #reaction(one: JsonObject, emoji: string, message: JsonObject, parent: Omit<InteractionRecord, 'occurredAt'>): CanonicalRecord[] {
    const sender = senderOf(textIn(one, 'from_id'));
    if (!sender?.isPerson) {
      this.around.tally.add(ODD_REACTION);
      return [];
    }
    const { identity } = sender;
    const record: InteractionRecord = {
      record: 'interaction',
      kind: 'reaction',
      externalId: `${parent.externalId}:${identity.key}:${emoji}`,
      idBasis: 'native',
      direction: reactionDirection(this.#isOwn(identity), this.#isOwn(parent.actor)),
      actor: identity,
      targets: parent.actor.key === identity.key ? [] : [{ identity: parent.actor, role: 'to' }],
      occurredAt: reactionTime(textIn(one, 'date'), message, this.around.zone),
      emoji,
      parentExternalId: parent.externalId,
      conversationExternalId: this.scene.conversation,
    };
    return [...this.#introduce(identity, textIn(one, 'from')), record];
  }
}

const distinct = (identities: readonly IdentityRef[]): IdentityRef[] =>
  identities.filter((one, index) => identities.findIndex(({ key }) => key === one.key) === index);

/** What the row says apart from the words: those are nobody's business in a report. */
const sampleOf = (message: JsonObject): string => `message ${idOf(message.id)} of ${textIn(message, 'date')}`;

