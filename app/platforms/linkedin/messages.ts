/** messages.csv: conversations and what was said in them. */
import type {
  CanonicalRecord,
  Direction,
  IdentityRef,
  InteractionRecord,
  ParticipantRole,
  StatedTime,
} from '../../domain/activity';
import { detach } from '../csv/detach';
import type { TableRow } from '../csv/table';
import { identityId } from './cast';
import type { Casts } from './cast';
import { parseDate } from './dates';
import type { DateOrder } from './dates';
import { countAttachments, judgeMessage } from './message-row';
import type { MessageRow } from './message-row';
import { isGone, nameIdentity } from './names';
import { cleanName } from '../reading/names';
import { OrdinalCounter } from '../reading/ordinals';
import type { Own } from './own';
import { identityRecord, rejectedRow } from './part-reader';
import type { PartReader } from './part-reader';
import { leftOut } from '../reading/records';
import { cleanSubject, cleanText } from '../reading/clean-text';

/** In a group of up to so many, the user included, a line addresses everybody; in a larger one only those it names. */
export const SMALL_GROUP = 8;

/** Somebody in a conversation, with the name to show. */
interface Member {
  identity: IdentityRef;
  displayName: string;
}

interface Scene {
  conversation: string;
  /** The user's identities in it; the one that stands for the user first. */
  mine: Member[];
  others: Member[];
  isGroup: boolean;
}

/**
 * Reads rows of messages.csv. `casts` comes from a first pass over the same rows. One reader serves all message files of
 * an archive, because identical messages are counted across them.
 */
export class MessageReader implements PartReader {
  readonly #ordinals = new OrdinalCounter();
  /** Conversations and identities that were given already. */
  readonly #introduced = new Set<string>();
  #scene: Scene | null = null;

  constructor(private readonly own: Own, private readonly casts: Casts, private readonly order: DateOrder) {}

  read(row: TableRow, file: string): CanonicalRecord[] {
    const verdict = judgeMessage(row);
    if (verdict.is === 'left out') return [leftOut(file, verdict.reason)];
    if (verdict.is === 'rejected') return [rejectedRow(row, file, verdict.reason)];
    const occurredAt = parseDate(row.cell('date'), this.order);
    if (occurredAt === null) return [rejectedRow(row, file, 'This message has no date that can be read.')];
    if (this.#scene?.conversation !== verdict.message.conversation) {
      this.#scene = setScene(verdict.message.conversation, this.own, this.casts);
    }
    return [
      ...this.#introduce(this.#scene, cleanName(row.cell('folder'))),
      this.#interaction(this.#scene, row, verdict.message, occurredAt),
    ];
  }

  /** The conversation and its people, the first time it shows. */
  #introduce(scene: Scene, folder: string): CanonicalRecord[] {
    if (!this.#isNew(`conversation ${scene.conversation}`)) return [];
    const everybody = [...scene.mine, ...scene.others];
    const records: CanonicalRecord[] = [];
    for (const { identity, displayName } of everybody) {
      if (!this.#isNew(identityId(identity))) continue;
      const evidence = displayName === '' ? 'stub' : this.casts.person(identity)?.evidence ?? 'export';
      const gone = identity.kind === 'name' && isGone(displayName);
      records.push(identityRecord(identity, { evidence, displayName, gone }));
    }
    const title = this.casts.title(scene.conversation);
    records.push({
      record: 'conversation',
      externalId: scene.conversation,
      kind: scene.isGroup ? 'group' : 'dm',
      ...(title === '' ? {} : { title }),
      ...(folder === '' ? {} : { folder }),
      participants: everybody.map(({ identity }) => identity),
      nativeUrl: `https://www.linkedin.com/messaging/thread/${encodeURIComponent(scene.conversation)}/`,
    });
    return records;
  }

  #isNew(id: string): boolean {
    if (this.#introduced.has(id)) return false;
    this.#introduced.add(detach(id));
    return true;
  }

  #interaction(scene: Scene, row: TableRow, message: MessageRow, occurredAt: StatedTime): InteractionRecord {
    const { own, casts } = this;
    const actor = senderOf(message, own, casts);
    const isOwn = own.has(actor) || actor === own.self;
    const { text, format } = cleanText(row.cell('content'));
    const subject = cleanSubject(row.cell('subject'));
    const attachments = countAttachments(row.cell('attachments'));
    const stated = ['linkedin', own.key, scene.conversation, occurredAt.at, isOwn ? own.key : actor.key, text];
    return {
      record: 'interaction',
      kind: 'message',
      externalId: this.#ordinals.idOf(stated),
      idBasis: 'hash',
      direction: isOwn ? 'out' : incomingDirection(scene, text, own),
      actor,
      targets: isOwn
        ? recipientsOf(message, scene, own, casts, text)
        : [{ identity: own.self, role: ownRole(scene, text, own) }],
      occurredAt,
      ...(text === '' ? {} : { text, textFormat: format }),
      ...(subject === '' ? {} : { subject }),
      ...(attachments === 0 ? {} : { attachments }),
      conversationExternalId: scene.conversation,
    };
  }
}

/** First pass: who takes part in what. The same rows count as for the reader. */
export function noteCast(casts: Casts, row: TableRow): void {
  const verdict = judgeMessage(row);
  if (verdict.is === 'message') casts.note(verdict.message, cleanName(row.cell('conversation title')));
}

function setScene(conversation: string, own: Own, casts: Casts): Scene {
  const mine: Member[] = [{ identity: own.self, displayName: own.displayName }];
  const others: Member[] = [];
  for (const { identity, displayName } of casts.members(conversation)) {
    if (!own.has(identity)) others.push({ identity, displayName: displayName ?? '' });
    else if (identityId(identity) !== identityId(own.self)) mine.push({ identity, displayName: displayName ?? '' });
  }
  for (const name of casts.namesOnly(conversation)) {
    if (!own.isNamed(name)) others.push({ identity: nameIdentity(name, conversation), displayName: name });
  }
  return { conversation: detach(conversation), mine, others, isGroup: others.length > 1 };
}

/** By address; without one by name, where a name is only trusted inside its own conversation. */
function senderOf({ conversation, from }: MessageRow, own: Own, casts: Casts): IdentityRef {
  if (from.identity) return from.identity;
  if (own.isNamed(from.name)) return own.self;
  return casts.memberNamed(conversation, from.name)?.identity ?? nameIdentity(from.name, conversation);
}

function incomingDirection(scene: Scene, text: string, own: Own): Direction {
  return scene.others.length + 1 <= SMALL_GROUP || own.isMentionedIn(text) ? 'in' : 'other';
}

function ownRole(scene: Scene, text: string, own: Own): Exclude<ParticipantRole, 'from'> {
  if (!scene.isGroup) return 'to';
  return own.isMentionedIn(text) ? 'mentioned' : 'group';
}

/** Whom a line of the user's went to: the addresses in its row, else the names, else everybody else in the conversation. */
function recipientsOf(
  message: MessageRow,
  scene: Scene,
  own: Own,
  casts: Casts,
  text: string,
): InteractionRecord['targets'] {
  let reached = message.recipients.filter((identity) => !own.has(identity));
  if (reached.length === 0 && message.recipients.length === 0) {
    reached = casts
      .split(message.to)
      .filter((name) => !own.isNamed(name))
      .map(
        (name) => casts.memberNamed(message.conversation, name)?.identity ?? nameIdentity(name, message.conversation),
      );
  }
  if (reached.length === 0) reached = scene.others.map(({ identity }) => identity);
  if (!scene.isGroup) return reached.map((identity) => ({ identity, role: 'to' }));
  const lower = text.toLowerCase();
  return reached.map((identity) => {
    const name = casts.person(identity)?.displayName?.toLowerCase() ?? identity.key;
    return {
      identity,
      role: identity.kind !== 'id' && name.length > 3 && lower.includes(`@${name}`) ? 'mentioned' : 'group',
    };
  });
}
