/** The messages of one conversation as records. */
import type { CanonicalRecord, IdentityRef, InteractionRecord } from '../../domain/activity';
import type { Own } from '../contract';
import { address, reactionDirection } from '../reading/addressing';
import type { Introduced } from '../reading/introduced';
import { isObject, listIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { rejected } from '../reading/records';
import { utcTime } from '../reading/stated-time';
import type { LeftOutTally } from '../reading/tally';
import type { SlackConversation } from './layout';
import { identityRecord, isUserId, slackIdentity, strangerIn } from './roster';
import type { Member } from './roster';
import { readSlackText } from './text';

/** What people write; every other kind is a line of Slack's own. */
const WORDS: readonly string[] = ['', 'file_share', 'thread_broadcast', 'me_message', 'file_comment'];

const SYSTEM = 'Lines that Slack itself writes: who joined or left, new topics, pins, calls.';
const BOTS = 'Messages by bots and apps.';
const EMPTY = 'Messages with nothing in them, deleted ones among them.';
const UNNAMED = 'Reactions whose senders Slack does not name.';
const NOT_YOURS = 'Messages in private conversations you take no part in.';
const ALONE = 'Notes to yourself, and what Slack’s own bot tells you.';

export interface Workspace {
  own: Own;
  members: ReadonlyMap<string, Member>;
  introduced: Introduced;
}

export class ConversationReader {
  readonly #ownKeys: ReadonlySet<string>;
  readonly #others: IdentityRef[];
  readonly #leftOut: string | null;
  readonly #size: number;
  #self: IdentityRef | null;

  constructor(private readonly conversation: SlackConversation, private readonly workspace: Workspace, private readonly tally: LeftOutTally) {
    const own = workspace.own.identities.filter(({ platform, kind }) => platform === 'slack' && kind === 'id');
    this.#self = own[0] ?? null;
    this.#ownKeys = new Set(own.map(({ key }) => key));
    const people = conversation.members.filter((id) => !this.#isBot(id));
    this.#others = people.filter((id) => !this.#ownKeys.has(id)).map(slackIdentity);
    this.#size = Math.max(this.#others.length + 1, conversation.kind === 'channel' && people.length === 0 ? Number.POSITIVE_INFINITY : 2);
    this.#leftOut = this.#whyLeftOut(people);
  }

  /** The conversation, before its first message. */
  introduce(): CanonicalRecord[] {
    const { conversation } = this;
    if (this.#leftOut !== null) return [];
    const isMine = conversation.members.some((id) => this.#ownKeys.has(id)) || conversation.members.length === 0;
    const strangers = conversation.members.flatMap((id) => (this.workspace.members.has(id) ? [] : this.#introducePerson({}, id)));
    return [
      ...strangers,
      {
        record: 'conversation',
        externalId: conversation.id,
        kind: conversation.kind,
        ...(conversation.title === '' ? {} : { title: conversation.title }),
        participants: [...(this.#self !== null && isMine ? [this.#self] : []), ...this.#others],
      },
    ];
  }

  read(message: unknown, file: string): CanonicalRecord[] {
    if (!isObject(message)) return [rejected(file, null, 'This is no message.')];
    if (this.#leftOut !== null) return this.#skip(this.#leftOut);
    const subtype = textIn(message, 'subtype');
    const user = textIn(message, 'user');
    const isBot = subtype === 'bot_message' || this.#isBot(user) || (user === '' && textIn(message, 'bot_id') !== '');
    if (isBot) return this.#skip(BOTS);
    if (textIn(message, 'type') !== 'message' || !WORDS.includes(subtype)) return this.#skip(SYSTEM);
    const ts = textIn(message, 'ts');
    const occurredAt = /^\d{9,11}(?:\.\d{1,9})?$/.test(ts) ? utcTime(Number(ts) * 1000, 'ms') : null;
    if (!isUserId(user) || occurredAt === null)
      return [rejected(file, null, 'This message has no time or names no sender.', `message ${ts.slice(0, 40)} by ${user.slice(0, 40)}`)];
    const { text, mentioned } = readSlackText(textIn(message, 'text'), (id) => this.workspace.members.get(id)?.displayName ?? '');
    const attachments = listIn(message, 'files').length;
    if (text === '' && attachments === 0) return this.#skip(EMPTY);
    const interaction: InteractionRecord = { ...this.#interaction(message, { ts, user, text, mentioned, attachments }), occurredAt };
    return [...this.#introducePerson(message, user), interaction, ...this.#reactions(message, interaction)];
  }

  #interaction(
    message: JsonObject,
    { ts, user, text, mentioned, attachments }: { ts: string; user: string; text: string; mentioned: string[]; attachments: number },
  ): Omit<InteractionRecord, 'occurredAt'> {
    const { conversation } = this;
    const thread = textIn(message, 'thread_ts');
    const isAnswer = thread !== '' && thread !== ts;
    const answered = isAnswer ? textIn(message, 'parent_user_id') : '';
    const named = [...new Set([...(isUserId(answered) ? [answered] : []), ...mentioned])].filter((id) => id !== user && !this.#isBot(id));
    const isOwn = this.#ownKeys.has(user);
    const actor = slackIdentity(user);
    const { direction, targets } = address({
      self: this.#self,
      isOwn,
      others: this.#others,
      size: this.#size,
      named: conversation.kind === 'dm' ? [] : named.filter((id) => !this.#ownKeys.has(id)).map(slackIdentity),
      namesSelf: named.some((id) => this.#ownKeys.has(id)),
    });
    return {
      record: 'interaction',
      kind: 'message',
      externalId: `${conversation.id}:${ts}`,
      idBasis: 'native',
      direction,
      actor,
      targets,
      ...(text === '' ? {} : { text, textFormat: 'plain' as const }),
      ...(attachments === 0 ? {} : { attachments }),
      ...(isAnswer ? { parentExternalId: `${conversation.id}:${thread.slice(0, 40)}` } : {}),
      conversationExternalId: conversation.id,
    };
  }

  /** Slack names some of a reaction's users and the number of all, and never when. */
  #reactions(message: JsonObject, parent: InteractionRecord): CanonicalRecord[] {
    return objectsIn(message, 'reactions').flatMap((reaction) => {
      const name = textIn(reaction, 'name').slice(0, 100);
      const users = [...new Set(listIn(reaction, 'users').filter((user): user is string => typeof user === 'string' && isUserId(user)))];
      const count = Number(textIn(reaction, 'count'));
      if (Number.isInteger(count) && count > users.length) this.tally.add(UNNAMED, count - users.length);
      return users.filter((user) => !this.#isBot(user)).flatMap((user) => [...this.#introducePerson({}, user), this.#reaction(user, name, parent)]);
    });
  }

  #reaction(user: string, name: string, parent: InteractionRecord): InteractionRecord {
    return {
      record: 'interaction',
      kind: 'reaction',
      externalId: `${parent.externalId}:${user}:${name}`,
      idBasis: 'native',
      direction: reactionDirection(this.#ownKeys.has(user), this.#ownKeys.has(parent.actor.key)),
      actor: slackIdentity(user),
      targets: user === parent.actor.key ? [] : [{ identity: parent.actor, role: 'to' }],
      occurredAt: null,
      emoji: `:${name}:`,
      parentExternalId: parent.externalId,
      conversationExternalId: this.conversation.id,
    };
  }

  /** Those of the list were given with it. */
  #introducePerson(message: JsonObject, id: string): CanonicalRecord[] {
    if (this.workspace.members.has(id)) return [];
    const stranger = strangerIn(message, id);
    return stranger && this.workspace.introduced.isNewIdentity(slackIdentity(id), stranger.displayName) ? [identityRecord(stranger)] : [];
  }

  #isBot(id: string): boolean {
    return id === 'USLACKBOT' || (this.workspace.members.get(id)?.isBot ?? false);
  }

  #whyLeftOut(people: readonly string[]): string | null {
    const { kind, members } = this.conversation;
    if (kind === 'channel' || members.length === 0 || this.#self === null) return null;
    if (!members.some((id) => this.#ownKeys.has(id))) return NOT_YOURS;
    return kind === 'dm' && people.length < 2 ? ALONE : null;
  }

  #skip(reason: string): [] {
    this.tally.add(reason);
    return [];
  }
}
