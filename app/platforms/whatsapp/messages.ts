/** The messages of one chat as records. */
import type { CanonicalRecord, IdentityRef, InteractionRecord, StatedTime } from '../../domain/activity';
import type { DateOrder } from '../../domain/imports/questions';
import type { Own } from '../contract';
import { address } from '../reading/addressing';
import { cleanText } from '../reading/clean-text';
import { nameKey } from '../reading/names';
import { OrdinalCounter } from '../reading/ordinals';
import { rejected } from '../reading/records';
import { zonedTime } from '../reading/stated-time';
import type { LeftOutTally } from '../reading/tally';
import { authorOf, identityOf } from './author';
import type { Author } from './author';
import type { StrayLine, WrittenMessage } from './chat-text';
import { dayIn } from './date-order';
import type { CalendarDay } from './date-order';
import type { Scene } from './scene';
import { kindOf } from './survey';
import { contentOf } from './words';

const SYSTEM = 'Lines that WhatsApp itself writes: who joined or left, calls, new subjects, encryption.';
const DELETED = 'Messages that were taken back: only the place where they stood is left.';
const CUT = 'Letters beyond the length that WhatsApp allows in a message.';
const EMPTY = 'Messages with nothing in them.';

/** Names remembered; more than that is no chat, and each is worked out anew. */
const MOST_REMEMBERED = 10_000;

export interface ChatSetting {
  scene: Scene;
  own: Own;
  order: DateOrder;
  /** Of the phone that wrote the file. */
  zone: string;
}

export class ChatReader {
  readonly #ordinals = new OrdinalCounter();
  readonly #authors = new Map<string, Author>();
  readonly #mention: RegExp | null;
  readonly #others: IdentityRef[];

  constructor(private readonly setting: ChatSetting, private readonly tally: LeftOutTally) {
    this.#mention = mentionOf(setting.own.displayName);
    this.#others = [...setting.scene.others.values()].map(({ identity }) => identity);
  }

  read(found: WrittenMessage | StrayLine, file: string): CanonicalRecord[] {
    if ('stray' in found) return [rejected(file, found.line, 'This line stands before the first message and belongs to none.', found.stray)];
    const isByGroup = this.setting.scene.group !== '' && this.#authorOf(found.author ?? '').key === this.setting.scene.group;
    const kind = isByGroup ? 'system' : kindOf(found);
    if (kind !== 'message') {
      this.tally.add(kind === 'system' ? SYSTEM : DELETED);
      return [];
    }
    const day = dayIn(found.day, this.setting.order);
    const occurredAt = day && this.#timeOf(found, day);
    if (!day || !occurredAt) return [rejected(file, found.line, 'This message has no date that can be read.', found.written)];
    if (found.cut > 0) this.tally.add(CUT, found.cut);
    const { text: written, attachments } = contentOf(found.text);
    const text = cleanText(written, false).text;
    if (text === '' && attachments === 0) {
      this.tally.add(EMPTY);
      return [];
    }
    return [this.#interaction(this.#authorOf(found.author ?? ''), { text, attachments, occurredAt, stated: statedAs(found, day) })];
  }

  #timeOf({ hour, minute, second }: WrittenMessage, day: CalendarDay): StatedTime | null {
    return zonedTime({ ...day, hour, minute, second: second ?? 0 }, this.setting.zone, second === null ? 'minute' : 'second');
  }

  #authorOf(written: string): Author {
    const known = this.#authors.get(written);
    if (known) return known;
    const author = authorOf(written);
    if (this.#authors.size < MOST_REMEMBERED) this.#authors.set(written, author);
    return author;
  }

  #interaction(author: Author, said: { text: string; attachments: number; occurredAt: StatedTime; stated: string }): InteractionRecord {
    const { scene, own } = this.setting;
    const isMine = scene.isOwn(author) && scene.self !== null;
    const identity = scene.others.get(author.key)?.identity ?? identityOf(author, scene.conversation);
    const actor = isMine && scene.self !== null ? scene.self : identity;
    const ownKey = own.identities[0]?.key ?? '';
    const { direction, targets } = address({
      self: scene.self, isOwn: isMine, others: this.#others, size: this.#others.length + 1, named: [], namesSelf: this.#mention?.test(said.text) ?? false,
    });
    return {
      record: 'interaction',
      kind: 'message',
      externalId: this.#ordinals.idOf(['whatsapp', ownKey, scene.conversation, said.stated, isMine ? ownKey : author.key, said.text]),
      idBasis: 'hash',
      direction,
      actor,
      targets,
      occurredAt: said.occurredAt,
      ...(said.text === '' ? {} : { text: said.text, textFormat: 'plain' as const }),
      ...(said.attachments === 0 ? {} : { attachments: said.attachments }),
      conversationExternalId: scene.conversation,
    };
  }
}

/** The time on the phone's clock, which stays the same whatever zone the user names. */
function statedAs({ hour, minute, second }: WrittenMessage, { year, month, day }: CalendarDay): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`;
}

/** "@Jordan Pike", with the marks WhatsApp puts around a name taken away before. */
function mentionOf(displayName: string): RegExp | null {
  const name = nameKey(displayName);
  return name === '' ? null : new RegExp(`@${name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu');
}
