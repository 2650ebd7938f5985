/** Threads as canonical records: conversations, their people, what was said in them, and reactions to it. */
import type { CanonicalRecord, IdentityRef, InteractionRecord, Platform } from '../../domain/activity';
import { address, reactionDirection } from '../reading/addressing';
import type { Introduced } from '../reading/introduced';
import { nameKey, namedPerson } from '../reading/names';
import { hashOf, OrdinalCounter } from '../reading/ordinals';
import { rejected } from '../reading/records';
import type { LeftOutTally } from '../reading/tally';
import { isGone } from './gone';
import type { BrokenMessage, MetaMessage, MetaReaction, MetaThread } from './message';
import { isWordIn } from './own';
import type { MetaOwn } from './own';

const UNSENT = 'Messages that their sender took back: nothing is left of them.';
const EMPTY = 'Messages without any content.';
const NOTES = 'Notes to yourself.';

/** Where a file of messages stands. */
export interface ThreadPlace {
  file: string;
  conversation: string;
  /** "inbox", "archived_threads", …; '' where it is not known. */
  folder: string;
  /** Which of several files that may tell the same messages: a thread can be there twice. */
  copy: string;
  nativeUrl?: string;
}

interface Scene {
  conversation: string;
  others: Map<string, { identity: IdentityRef; name: string }>;
  everybody: readonly IdentityRef[];
  /** Names as they stand in the file, with whose they are: they repeat line after line. */
  people: Map<string, { identity: IdentityRef; key: string }>;
  isGroup: boolean;
  size: number;
  /** Ordinals of identical messages, per copy. */
  counters: Map<string, OrdinalCounter>;
  /** Ids that were given, across copies. */
  given: OrdinalCounter;
}

/** Reads files of messages; all files of one conversation have to come one after the other. */
export class ThreadReader {
  #scene: Scene | null = null;

  constructor(private readonly platform: Platform, private readonly own: MetaOwn, private readonly introduced: Introduced) {}

  /** Who else is in the thread that was read last, where it is with one person. */
  get partner(): IdentityRef | null {
    if (!this.#scene || this.#scene.isGroup) return null;
    const [only] = [...this.#scene.others.values()];
    return only && !isGone(only.name) ? only.identity : null;
  }

  /** The conversation and its people, the first time one of its files comes. */
  open(thread: MetaThread, place: ThreadPlace): CanonicalRecord[] {
    if (this.#scene?.conversation === place.conversation) return [];
    const scene = this.#setScene(thread, place.conversation);
    this.#scene = scene;
    const isNamedAfterPartner = !scene.isGroup && scene.others.has(nameKey(thread.title));
    return [
      ...this.#introduceOwn(),
      ...[...scene.others.values()].flatMap(({ identity, name }) => this.#introduce(identity, name)),
      {
        record: 'conversation',
        externalId: place.conversation,
        kind: scene.isGroup ? 'group' : 'dm',
        ...(thread.title === '' || isNamedAfterPartner ? {} : { title: thread.title }),
        ...(place.folder === '' ? {} : { folder: place.folder }),
        participants: [this.own.self, ...[...scene.others.values()].map(({ identity }) => identity)],
        ...(place.nativeUrl === undefined ? {} : { nativeUrl: place.nativeUrl }),
      },
    ];
  }

  /** One message with its reactions. `open` comes before it. */
  read(message: MetaMessage | BrokenMessage, place: ThreadPlace, tally: LeftOutTally): CanonicalRecord[] {
    const scene = this.#scene;
    if (!scene) return [];
    if ('problem' in message) return [rejected(place.file, null, message.problem, message.sample)];
    const sender = this.#person(message.sender, scene);
    const externalId = this.#idOf(message, sender.key, scene, place.copy);
    const why = whyLeftOut(message, scene);
    if (why !== null) tally.add(why);
    // The same message in another file of this thread was given already.
    if (why !== null || scene.given.next(externalId) > 0) return [];
    const interaction = this.#interaction(message, scene, externalId, sender.identity);
    const said = [...this.#introduceLate(message.sender, sender.identity), interaction];
    return message.reactions.length === 0 ? said : [...said, ...message.reactions.flatMap((one) => this.#reaction(one, interaction, scene))];
  }

  #setScene(thread: MetaThread, conversation: string): Scene {
    const others: Scene['others'] = new Map();
    const senders = thread.messages.flatMap((message) => ('problem' in message ? [] : message.sender));
    const named = [...thread.participants, ...senders].filter((name) => !this.own.isNamed(name));
    // Nobody but the user wrote, and the page names nobody: a thread with one person bears that person's name.
    const all = named.length === 0 && !thread.namesEverybody && !this.own.isNamed(thread.title) ? [thread.title] : named;
    for (const name of all) {
      if (name !== '' && !others.has(nameKey(name))) others.set(nameKey(name), { identity: namedPerson(this.platform, name, conversation), name });
    }
    const everybody = [...others.values()].map(({ identity }) => identity);
    return { conversation, others, everybody, people: new Map(), isGroup: others.size > 1, size: others.size + 1, counters: new Map(), given: new OrdinalCounter() };
  }

  #introduceOwn(): CanonicalRecord[] {
    return this.introduced.isNewIdentity(this.own.self) ? [identityOf(this.own.self, this.own.displayName)] : [];
  }

  #introduce(identity: IdentityRef, name: string): CanonicalRecord[] {
    return this.introduced.isNewIdentity(identity) ? [identityOf(identity, name)] : [];
  }

  /** Somebody in the thread by name. */
  #person(name: string, scene: Scene): { identity: IdentityRef; key: string } {
    const seen = scene.people.get(name);
    if (seen) return seen;
    const isOwn = this.own.isNamed(name);
    const identity = isOwn ? this.own.self : scene.others.get(nameKey(name))?.identity ?? namedPerson(this.platform, name, scene.conversation);
    const person = { identity, key: identity.key };
    scene.people.set(name, person);
    return person;
  }

  /** Those who left are missing from the list of participants, and show with their first line. */
  #introduceLate(name: string, identity: IdentityRef): CanonicalRecord[] {
    return identity === this.own.self ? [] : this.#introduce(identity, name);
  }

  /** The hash rule of import-formats.md (b); times as stated, whole milliseconds. */
  #idOf(message: MetaMessage, sender: string, scene: Scene, copy: string): string {
    let counter = scene.counters.get(copy);
    if (!counter) {
      counter = new OrdinalCounter();
      scene.counters.set(copy, counter);
    }
    return counter.idOf([this.platform, this.own.self.key, scene.conversation, message.occurredAt.at, sender, message.text]);
  }

  #interaction(message: MetaMessage, scene: Scene, externalId: string, actor: IdentityRef): InteractionRecord {
    const { direction, targets } = address({
      self: this.own.self,
      isOwn: actor === this.own.self,
      others: scene.everybody,
      size: scene.size,
      named: scene.isGroup ? namedIn(message.text, scene).filter((identity) => identity !== actor) : [],
      namesSelf: scene.isGroup && this.own.isMentionedIn(message.text),
    });
    return {
      record: 'interaction',
      kind: message.kind,
      externalId,
      idBasis: 'hash',
      direction,
      actor,
      targets,
      occurredAt: message.occurredAt,
      ...(message.text === '' ? {} : { text: message.text, textFormat: 'plain' }),
      ...(message.attachments === 0 ? {} : { attachments: message.attachments }),
      ...(message.url === null ? {} : { url: message.url }),
      conversationExternalId: scene.conversation,
    };
  }

  /** Meta gives no id: the message, who reacted and with what are one. */
  #reaction(reaction: MetaReaction, parent: InteractionRecord, scene: Scene): CanonicalRecord[] {
    const actor = this.#person(reaction.actor, scene);
    return [
      ...this.#introduceLate(reaction.actor, actor.identity),
      {
        record: 'interaction',
        kind: 'reaction',
        externalId: hashOf([parent.externalId, actor.key, reaction.emoji]),
        idBasis: 'hash',
        direction: reactionDirection(actor.identity === this.own.self, parent.actor === this.own.self),
        actor: actor.identity,
        targets: actor.identity === parent.actor ? [] : [{ identity: parent.actor, role: 'to' }],
        occurredAt: reaction.at,
        emoji: reaction.emoji,
        parentExternalId: parent.externalId,
        conversationExternalId: scene.conversation,
      },
    ];
  }
}

function whyLeftOut(message: MetaMessage, scene: Scene): string | null {
  if (message.unsent) return UNSENT;
  if (scene.others.size === 0) return NOTES;
  const isEmpty = message.text === '' && message.attachments === 0 && message.url === null && message.reactions.length === 0;
  return isEmpty && message.kind === 'message' ? EMPTY : null;
}

/** Who is spoken to by name: "@Ana Ferreira". */
function namedIn(text: string, scene: Scene): IdentityRef[] {
  if (!text.includes('@')) return [];
  const lower = text.toLowerCase();
  return [...scene.others.values()].flatMap(({ identity, name }) => (name.length > 2 && isWordIn(`@${nameKey(name)}`, lower) ? [identity] : []));
}

function identityOf(identity: IdentityRef, displayName: string): CanonicalRecord {
  return {
    record: 'identity',
    ...identity,
    ...(identity.kind === 'handle' ? { handle: identity.key } : {}),
    ...(displayName === '' ? {} : { displayName }),
    ...(identity.kind === 'name' && isGone(displayName) ? { gone: true } : {}),
    evidence: 'export',
  };
}
