/** The messages of one conversation as records. */
import type { CanonicalRecord, IdentityRecord, IdentityRef, InteractionRecord, StatedTime } from '../../domain/activity';
import { address, reactionDirection } from '../reading/addressing';
import { cleanText } from '../reading/clean-text';
import type { Introduced } from '../reading/introduced';
import { isObject, listIn, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { OrdinalCounter } from '../reading/ordinals';
import { rejected } from '../reading/records';
import { utcTime } from '../reading/stated-time';
import type { LeftOutTally } from '../reading/tally';
import { emailIdentity, personIn } from './groups';
import type { ChatGroup, ChatPerson } from './groups';

const BOTS = 'Messages by bots, and by people whose address Google does not give.';
const DELETED = 'Messages that were deleted.';
const EMPTY = 'Messages with nothing in them.';

const MONTHS: readonly string[] = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "Tuesday, October 27, 2020 at 10:02:02 AM UTC", with a narrow blank before AM in newer ones. */
export function parseTime(written: string): StatedTime | null {
  const match = /^\w{3,12}, (\w{3,12}) (\d{1,2}), (\d{4}) at (\d{1,2}):(\d\d):(\d\d)\s([AP])M UTC$/u.exec(written.trim());
  const month = MONTHS.indexOf(match?.[1] ?? '');
  if (!match || month < 0) return null;
  const [day, year, hour, minute, second] = [2, 3, 4, 5, 6].map((place) => Number(match[place]));
  const hours = ((hour ?? 0) % 12) + (match[7] === 'P' ? 12 : 0);
  return utcTime(Date.UTC(year ?? 0, month, day ?? 0, hours, minute ?? 0, second ?? 0), 'second');
}

export interface ChatPeople {
  self: ChatPerson | null;
  /** Own addresses. */
  ownKeys: ReadonlySet<string>;
  introduced: Introduced;
}

export class GroupReader {
  readonly #ordinals = new OrdinalCounter();
  readonly #others: ChatPerson[];
  readonly #reached: IdentityRef[];

  constructor(private readonly group: ChatGroup, private readonly people: ChatPeople, private readonly tally: LeftOutTally) {
    this.#others = group.members.filter(({ email }) => !people.ownKeys.has(email));
    this.#reached = this.#others.map(({ email }) => emailIdentity(email));
  }

  introduce(): CanonicalRecord[] {
    const { group, people } = this;
    return [
      ...[...(people.self ? [people.self] : []), ...this.#others].flatMap((person) => this.#person(person)),
      {
        record: 'conversation',
        externalId: group.id,
        kind: group.kind,
        ...(group.title === '' ? {} : { title: group.title }),
        participants: [...(people.self ? [people.self] : []), ...this.#others].map(({ email }) => emailIdentity(email)),
      },
    ];
  }

  read(message: unknown, file: string): CanonicalRecord[] {
    if (!isObject(message)) return [rejected(file, null, 'One message is damaged and can’t be read.')];
    if (textIn(message, 'message_state') === 'DELETED') return this.#skip(DELETED);
    const creator = personIn(fieldsIn(message, 'creator'));
    if (!creator) return this.#skip(BOTS);
    const { text } = cleanText(textIn(message, 'text'), false);
    const attachments = listIn(message, 'attached_files').length;
    if (text === '' && attachments === 0) return this.#skip(EMPTY);
    const date = textIn(message, 'created_date') || textIn(message, 'updated_date');
    const occurredAt = parseTime(date);
    if (occurredAt === null) return [rejected(file, null, 'This message has a date that can’t be read: Kith reads Google’s dates in English. Set your Google account to English and take it out again.', date.slice(0, 60))];
    const interaction = this.#interaction(message, { creator, text, attachments, occurredAt });
    return [...this.#person(creator), interaction, ...this.#reactions(message, interaction)];
  }

  #interaction(message: JsonObject, { creator, text, attachments, occurredAt }: { creator: ChatPerson; text: string; attachments: number; occurredAt: StatedTime }): InteractionRecord {
    const { group, people } = this;
    const id = textIn(message, 'message_id');
    const isNative = /^[\w./=-]{1,200}$/.test(id);
    const self = people.self ? emailIdentity(people.self.email) : null;
    const isNamed = people.self !== null && people.self.name !== '' && text.includes(`@${people.self.name}`);
    const { direction, targets } = address({
      self, isOwn: people.ownKeys.has(creator.email), others: this.#reached, size: this.#others.length + 1, named: [], namesSelf: isNamed,
    });
    return {
      record: 'interaction',
      kind: 'message',
      externalId: isNative ? id : this.#ordinals.idOf(['google-chat', people.self?.email ?? '', group.id, occurredAt.at, creator.email, text]),
      idBasis: isNative ? 'native' : 'hash',
      direction,
      actor: emailIdentity(creator.email),
      targets,
      occurredAt,
      ...(text === '' ? {} : { text, textFormat: 'plain' }),
      ...(attachments === 0 ? {} : { attachments }),
      conversationExternalId: group.id,
    };
  }

  #reactions(message: JsonObject, parent: InteractionRecord): CanonicalRecord[] {
    return objectsIn(message, 'reactions').flatMap((reaction) => {
      const emoji = textIn(fieldsIn(reaction, 'emoji'), 'unicode').slice(0, 40);
      return listIn(reaction, 'reactor_emails').flatMap((email) => {
        const person = typeof email === 'string' ? personIn({ email }) : null;
        return person ? [...this.#person(person), this.#reaction(person.email, emoji, parent)] : [];
      });
    });
  }

  #reaction(email: string, emoji: string, parent: InteractionRecord): InteractionRecord {
    const { ownKeys } = this.people;
    return {
      record: 'interaction',
      kind: 'reaction',
      externalId: `${parent.externalId}:${email}:${emoji}`,
      idBasis: parent.idBasis,
      direction: reactionDirection(ownKeys.has(email), ownKeys.has(parent.actor.key)),
      actor: emailIdentity(email),
      targets: email === parent.actor.key ? [] : [{ identity: parent.actor, role: 'to' }],
      occurredAt: null,
      emoji,
      parentExternalId: parent.externalId,
      conversationExternalId: this.group.id,
    };
  }

  #person({ email, name }: ChatPerson): IdentityRecord[] {
    if (!this.people.introduced.isNewIdentity(emailIdentity(email), name)) return [];
    return [{ record: 'identity', ...emailIdentity(email), email, ...(name === '' ? {} : { displayName: name }), evidence: name === '' ? 'stub' : 'export' }];
  }

  #skip(reason: string): [] {
    this.tally.add(reason);
    return [];
  }
}
