/** The messages of one channel by DiscordChatExporter as records. */
import type { CanonicalRecord, IdentityRef, InteractionRecord, StatedTime } from '../../domain/activity';
import { address, reactionDirection } from '../reading/addressing';
import { cleanText } from '../reading/clean-text';
import type { Introduced } from '../reading/introduced';
import { listIn, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { RecentAuthors } from '../reading/recent-authors';
import { rejected } from '../reading/records';
import type { LeftOutTally } from '../reading/tally';
import { authorOf } from './chat-log';
import type { ChatLog } from './chat-log';
import { discordIdentity, identityRecord, isSnowflake, personIn } from './people';
import type { Person } from './people';
import { parseTime } from './time';

/** What people write; numbers of older versions: 0 and 19. */
const WORDS: readonly string[] = ['', 'default', 'reply', '0', '19'];

const SYSTEM = 'Lines that Discord itself writes: who joined, pins, calls, new threads.';
const BOTS = 'Messages by bots.';
const EMPTY = 'Messages with nothing in them.';
const UNNAMED = 'Reactions whose senders the export does not name.';

export interface LogPeople {
  self: IdentityRef | null;
  ownKeys: ReadonlySet<string>;
  introduced: Introduced;
}

export class LogReader {
  readonly #authors = new RecentAuthors();
  readonly #others: IdentityRef[];

  constructor(private readonly log: ChatLog, private readonly people: LogPeople, private readonly tally: LeftOutTally) {
    this.#others = [...log.authors.values()].filter(({ id, isBot }) => !isBot && !people.ownKeys.has(id)).map(({ id }) => discordIdentity(id));
  }

  introduce(): CanonicalRecord[] {
    const { log, people } = this;
    return [
      ...[...log.authors.values()].filter(({ isBot }) => !isBot).flatMap((author) => this.#person(author)),
      {
        record: 'conversation',
        externalId: log.channel,
        kind: log.kind,
        ...(log.title === '' ? {} : { title: log.title }),
        participants: [...(people.self === null ? [] : [people.self]), ...this.#others],
        ...(log.kind === 'channel' ? {} : { nativeUrl: `https://discord.com/channels/@me/${log.channel}` }),
      },
    ];
  }

  read(message: JsonObject | null, file: string): CanonicalRecord[] {
    if (message === null) return [rejected(file, null, 'One message is damaged and can’t be read.')];
    const author = authorOf(message);
    const id = textIn(message, 'id');
    const occurredAt = parseTime(textIn(message, 'timestamp'));
    if (!author || !isSnowflake(id) || occurredAt === null)
      return [rejected(file, null, 'This message has no number, no sender or no time that can be read.', `message ${id.slice(0, 40)}`)];
    if (author.isBot) return this.#skip(BOTS);
    if (!WORDS.includes(textIn(message, 'type').toLowerCase())) return this.#skip(SYSTEM);
    const { text } = cleanText(textIn(message, 'content'), false);
    const attachments = listIn(message, 'attachments').length + listIn(message, 'stickers').length;
    if (text === '' && attachments === 0) return this.#skip(EMPTY);
    const interaction = this.#interaction(message, { id, author, text, attachments, occurredAt });
    this.#authors.note(id, interaction.actor);
    return [...this.#person(author), ...this.#mentioned(message).flatMap((person) => this.#person(person)), interaction, ...this.#reactions(message, interaction)];
  }

  #interaction(
    message: JsonObject,
    { id, author, text, attachments, occurredAt }: { id: string; author: Person; text: string; attachments: number; occurredAt: StatedTime },
  ): InteractionRecord {
    const { log, people } = this;
    const answeredId = textIn(fieldsIn(message, 'reference'), 'messageId');
    const answered = this.#authors.authorOf(answeredId);
    const named = [...new Set([...(answered ? [answered.key] : []), ...this.#mentioned(message).map((person) => person.id)])].filter((key) => key !== author.id);
    const { direction, targets } = address({
      self: people.self,
      isOwn: people.ownKeys.has(author.id),
      others: this.#others,
      size: this.#others.length + 1,
      named: log.kind === 'dm' ? [] : named.filter((key) => !people.ownKeys.has(key)).map(discordIdentity),
      namesSelf: named.some((key) => people.ownKeys.has(key)),
    });
    return {
      record: 'interaction',
      kind: 'message',
      externalId: id,
      idBasis: 'native',
      direction,
      actor: discordIdentity(author.id),
      targets,
      occurredAt,
      ...(text === '' ? {} : { text, textFormat: 'plain' }),
      ...(attachments === 0 ? {} : { attachments }),
      ...(isSnowflake(answeredId) ? { parentExternalId: answeredId } : {}),
      conversationExternalId: log.channel,
    };
  }

  #mentioned(message: JsonObject): Person[] {
    return objectsIn(message, 'mentions').slice(0, 100).flatMap((user) => (user.isBot === true ? [] : (personIn(user) ?? [])));
  }

  #reactions(message: JsonObject, parent: InteractionRecord): CanonicalRecord[] {
    return objectsIn(message, 'reactions').flatMap((reaction) => {
      const emoji = (textIn(fieldsIn(reaction, 'emoji'), 'name') || textIn(reaction, 'emoji')).slice(0, 100);
      const users = objectsIn(reaction, 'users');
      const count = Number(textIn(reaction, 'count'));
      if (Number.isInteger(count) && count > users.length) this.tally.add(UNNAMED, count - users.length);
      return users.flatMap((user) => {
        const person = user.isBot === true ? null : personIn(user);
        return person ? [...this.#person(person), this.#reaction(person.id, emoji, parent)] : [];
      });
    });
  }

  #reaction(id: string, emoji: string, parent: InteractionRecord): InteractionRecord {
    const { ownKeys } = this.people;
    return {
      record: 'interaction',
      kind: 'reaction',
      externalId: `${parent.externalId}:${id}:${emoji}`,
      idBasis: 'native',
      direction: reactionDirection(ownKeys.has(id), ownKeys.has(parent.actor.key)),
      actor: discordIdentity(id),
      targets: id === parent.actor.key ? [] : [{ identity: parent.actor, role: 'to' }],
      occurredAt: null,
      emoji,
      parentExternalId: parent.externalId,
      conversationExternalId: this.log.channel,
    };
  }

  #person(person: Person): CanonicalRecord[] {
    return this.people.introduced.isNewIdentity(discordIdentity(person.id), person.displayName) ? [identityRecord(person)] : [];
  }

  #skip(reason: string): [] {
    this.tally.add(reason);
    return [];
  }
}
