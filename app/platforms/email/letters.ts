/** One letter to its records: the people, the thread, and the words between them. */
import type { CanonicalRecord, Direction, IdentityRef, InteractionRecord, StatedTime } from '../../domain/activity';
import { cleanName } from '../reading/names';
import { leftOut, rejected } from '../reading/records';
import { emailIdentity, isNobody } from './addresses';
import type { Mailbox } from './addresses';
import { readBody } from './body';
import { HashSet } from './hash-set';
import { isAnswer, threadTitle } from './mail';
import type { Mail } from './mail';
import { sentAt } from './mail-date';
import type { OwnAddresses } from './own';
import type { Survey } from './survey';

/** In a round of up to so many, the user included, a letter addresses everybody it goes to. */
const SMALL_ROUND = 8;

/** Letters of a subject that are kept. */
const LONGEST_SUBJECT = 500;

export const COPIES = 'Copies of mails that lie in another folder too.';
export const STRANGERS = 'Mails from people you never wrote to and who never wrote to you alone.';
export const TO_NOBODY = 'Your mails to yourself, or to addresses that nobody reads.';

/** Who a letter goes between. */
interface Ends {
  isOwn: boolean;
  actor: IdentityRef;
  /** People the owner knows among those it went to, the owner left out. */
  others: { mailbox: Mailbox; isCopy: boolean }[];
  /** Where it reached the owner. */
  mine: { identity: IdentityRef; isDirect: boolean } | null;
  /** The owner and strangers included. */
  size: number;
}

export class LetterReader {
  /** People and threads that were given already. */
  readonly #introduced = new HashSet();
  readonly #given = new HashSet();

  constructor(private readonly own: OwnAddresses, private readonly survey: Survey) {}

  /** @param file for reports; @param isMbox see `readBody` */
  records(mail: Mail, file: string, isMbox: boolean): CanonicalRecord[] {
    const reason = this.survey.whyNoLetter(mail);
    if (reason !== null) return [leftOut(file, reason)];
    const { from } = mail;
    if (from === null) return [rejected(file, null, 'This mail does not say who sent it.', mail.raw.head.slice(0, 200))];
    const occurredAt = sentAt(mail.headers, mail.raw.separator);
    if (occurredAt === null) return [rejected(file, null, 'This mail has no date that can be read.', `From: ${from.address}`)];
    if (!this.#given.add(mail.id)) return [leftOut(file, COPIES)];
    this.survey.noteThread(mail);
    const ends = this.#endsOf(mail, from);
    if (ends.isOwn && ends.others.length === 0) return [leftOut(file, TO_NOBODY)];
    if (!ends.isOwn && !this.survey.isKnown(from.address)) return [leftOut(file, STRANGERS)];
    const subject = cleanName(mail.headers.text('subject')).slice(0, LONGEST_SUBJECT);
    return [...this.#introduce(mail, from, ends, subject), this.#interaction(mail, ends, subject, occurredAt, isMbox)];
  }

  #endsOf(mail: Mail, from: Mailbox): Ends {
    const isOwn = this.own.wrote(mail);
    const self = this.own.among([from]) ?? emailIdentity(from.address);
    const receivers = new Map<string, { mailbox: Mailbox; isCopy: boolean }>();
    for (const mailbox of mail.to) receivers.set(mailbox.address, { mailbox, isCopy: false });
    for (const mailbox of mail.copied) if (!receivers.has(mailbox.address)) receivers.set(mailbox.address, { mailbox, isCopy: true });
    const strangers = [...receivers.values()].filter(({ mailbox }) => !this.own.has(mailbox.address) && mailbox.address !== from.address);
    return {
      isOwn,
      actor: isOwn ? self : emailIdentity(from.address),
      others: strangers.filter(({ mailbox }) => !isNobody(mailbox.address) && this.survey.isKnown(mailbox.address)),
      mine: isOwn ? null : this.#reached(mail),
      size: strangers.length + (isOwn ? 1 : 2),
    };
  }

  /** Where a mail reached the owner: openly, as a copy, or behind undisclosed recipients; null for mail of third parties. */
  #reached(mail: Mail): Ends['mine'] {
    const isDirect = mail.to.some(({ address }) => this.own.has(address));
    const identity = this.own.among([...mail.to, ...mail.copied]);
    const isReached = isDirect || mail.copied.some(({ address }) => this.own.has(address)) || mail.headers.has('delivered-to') || mail.to.length === 0;
    return identity && isReached ? { identity, isDirect } : null;
  }

  /** The people and the thread, each the first time it shows, and the thread again when somebody joins. */
  #introduce(mail: Mail, from: Mailbox, ends: Ends, subject: string): CanonicalRecord[] {
    const records: CanonicalRecord[] = [];
    const people = ends.isOwn ? [] : [from];
    for (const mailbox of [...people, ...ends.others.map((other) => other.mailbox)]) records.push(...this.#person(mailbox));
    const mine = ends.isOwn ? ends.actor : ends.mine?.identity;
    if (mine && this.#introduced.add(`owner ${mine.key}`)) records.push(identity(mine, this.own.displayName));
    const thread = this.survey.threadOf(mail);
    const participants = [...(mine ? [mine] : []), ...[...people, ...ends.others.map((other) => other.mailbox)].map(({ address }) => emailIdentity(address))];
    if (this.#introduced.add(['thread', thread, ...participants.map(({ key }) => key).sort()].join('\n'))) {
      const title = threadTitle(subject);
      records.push({
        record: 'conversation',
        externalId: thread,
        kind: 'email_thread',
        ...(title === '' ? {} : { title }),
        participants,
        ...(mail.thread === '' ? {} : { nativeUrl: gmailUrl(mail.thread, this.own.self) }),
      });
    }
    return records;
  }

  #person({ address, name }: Mailbox): CanonicalRecord[] {
    const ref = emailIdentity(address);
    // A name that comes later than the address is worth saying; a second name is only a variant.
    return this.#introduced.add(`${name === '' ? 'address' : 'named'} ${address}`) ? [identity(ref, name)] : [];
  }

  #interaction(mail: Mail, ends: Ends, subject: string, occurredAt: StatedTime, isMbox: boolean): InteractionRecord {
    const { text, format, attachments } = readBody(mail.raw, mail.headers, isMbox, isAnswer(mail, subject));
    const isReply = mail.inReplyTo !== '' && this.survey.hasMail(mail.inReplyTo);
    const isSmall = ends.size <= SMALL_ROUND;
    const targets: InteractionRecord['targets'] = ends.others.map(({ mailbox, isCopy }) => ({
      identity: emailIdentity(mailbox.address),
      role: isSmall && !isCopy ? 'to' : 'group',
    }));
    if (ends.mine) targets.unshift({ identity: ends.mine.identity, role: isSmall && ends.mine.isDirect ? 'to' : 'group' });
    return {
      record: 'interaction',
      kind: isReply ? 'reply' : 'email',
      externalId: mail.id,
      idBasis: mail.idBasis,
      direction: directionOf(ends, isSmall),
      actor: ends.actor,
      targets,
      occurredAt,
      ...(text === '' ? {} : { text, textFormat: format }),
      ...(subject === '' ? {} : { subject }),
      ...(attachments === 0 ? {} : { attachments }),
      ...(isReply ? { parentExternalId: mail.inReplyTo } : {}),
      conversationExternalId: this.survey.threadOf(mail),
    };
  }
}

function directionOf({ isOwn, mine }: Ends, isSmall: boolean): Direction {
  if (isOwn) return 'out';
  return mine && isSmall ? 'in' : 'other';
}

const identity = (ref: IdentityRef, displayName: string): CanonicalRecord => ({
  record: 'identity',
  ...ref,
  ...(displayName === '' || displayName.toLowerCase() === ref.key ? {} : { displayName }),
  ...(ref.kind === 'email' ? { email: ref.key } : {}),
  evidence: 'export',
});

/** Gmail shows a thread under its number in hexadecimal. */
const gmailUrl = (thread: string, self: IdentityRef | null): string =>
  `https://mail.google.com/mail/${self ? `?authuser=${encodeURIComponent(self.key)}` : 'u/0/'}#all/${BigInt(thread).toString(16)}`;
