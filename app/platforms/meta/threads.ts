/** Threads as canonical records: conversations, their people, what was said in them, and reactions to it. */
import type { CanonicalRecord, Direction, IdentityRef, InteractionRecord, ParticipantRole, Platform } from '../../domain/activity';
import type { Introduced } from '../reading/introduced';
import { nameKey, namedPerson } from '../reading/names';
import { hashOf, OrdinalCounter } from '../reading/ordinals';
import { rejected } from '../reading/records';
import type { LeftOutTally } from '../reading/tally';
import { isGone } from './gone';
import type { BrokenMessage, MetaMessage, MetaReaction, MetaThread } from './message';
import { isWordIn } from './own';
import type { MetaOwn } from './own';

/** In a group of up to so many, the user included, a line addresses everybody; in a larger one only those it names. */
export const SMALL_GROUP = 8;
/** Larger groups than Meta allows; past this only those a line names are its targets. */
const MOST_MEMBERS = 500;

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
    return { conversation, others, people: new Map(), isGroup: others.size > 1, size: others.size + 1, counters: new Map(), given: new OrdinalCounter() };
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
    const isOwn = actor === this.own.self;
    const isMentioned = scene.isGroup && !isOwn && this.own.isMentionedIn(message.text);
    const incoming: Direction = scene.size <= SMALL_GROUP || isMentioned ? 'in' : 'other';
    const role: Exclude<ParticipantRole, 'from'> = !scene.isGroup ? 'to' : isMentioned ? 'mentioned' : 'group';
    return {
      record: 'interaction',
      kind: message.kind,
      externalId,
      idBasis: 'hash',
      direction: isOwn ? 'out' : incoming,
      actor,
      targets: isOwn ? targetsOf(message.text, scene) : [{ identity: this.own.self, role }],
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
    const isOwn = actor.identity === this.own.self;
    const toOwn = parent.actor === this.own.self;
    return [
      ...this.#introduceLate(reaction.actor, actor.identity),
      {
        record: 'interaction',
        kind: 'reaction',
        externalId: hashOf([parent.externalId, actor.key, reaction.emoji]),
        idBasis: 'hash',
        direction: isOwn ? 'out' : toOwn || !scene.isGroup ? 'in' : 'other',
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

function targetsOf(text: string, scene: Scene): InteractionRecord['targets'] {
  const everybody = [...scene.others.values()];
  if (!scene.isGroup) return everybody.map(({ identity }) => ({ identity, role: 'to' }));
  const lower = text.toLowerCase();
  const isNamed = (name: string) => name.length > 2 && lower.includes('@') && isWordIn(`@${nameKey(name)}`, lower);
  const all = everybody.map(({ identity, name }) => ({ identity, role: isNamed(name) ? ('mentioned' as const) : ('group' as const) }));
  return all.length <= MOST_MEMBERS ? all : all.filter(({ role }) => role === 'mentioned');
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
