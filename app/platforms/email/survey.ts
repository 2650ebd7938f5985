/**
 * First pass over all mail: who ever wrote with the owner, which mails there are, and where threads begin. It has to come
 * first, because a stranger's round mail counts only if the owner writes to them later. Addresses and ids are kept as
 * hashes, so that a million mails take some 50 MB.
 */
import type { Archive, Recognition } from '../contract';
import { detach } from '../csv/detach';
import { HashSet } from './hash-set';
import { DRAFTS, whyNoLetter } from './judge';
import type { Mail } from './mail';
import { readMail } from './mail';
import type { OwnAddresses } from './own';
import { partPurpose, rawMails } from './sources';

/**
 * Answers whose thread is remembered: between so many and twice as many of the newest met. An answer that names only the
 * mail before it finds its thread through them; where that mail stands too far away, it starts a thread of its own.
 */
const MOST_ROOTS = 10_000;
/** Of all letters, so many at least are the owner's where sent mail is among them. */
const ENOUGH_SENT = 0.1;

export class Survey {
  readonly #people = new HashSet();
  readonly #ids = new HashSet();
  readonly #drafts = new HashSet();
  #roots = new Map<string, string>();
  #olderRoots: ReadonlyMap<string, string> = new Map();
  #letters = 0;
  #sent = 0;
  readonly #seen = { threads: false, sent: false, refuse: false };

  constructor(private readonly own: OwnAddresses, private readonly mailboxes: number) {}

  note(mail: Mail): void {
    if (mail.thread !== '') this.#seen.threads = true;
    if (mail.purposes.has('sent')) this.#seen.sent = true;
    if (mail.purposes.has('spam') || mail.purposes.has('trash')) this.#seen.refuse = true;
    if (mail.purposes.has('drafts')) this.#drafts.add(mail.id);
    if (this.whyNoLetter(mail) !== null || mail.from === null) return;
    this.#letters += 1;
    this.#ids.add(mail.id);
    this.noteThread(mail);
    const receivers = [...mail.to, ...mail.copied];
    if (this.own.wrote(mail)) {
      this.#sent += 1;
      for (const { address } of receivers) if (!this.own.has(address)) this.#people.add(address);
    } else if (receivers.length > 0 && receivers.every(({ address }) => this.own.has(address))) {
      this.#people.add(mail.from.address);
    }
  }

  /** Null for a letter. Gmail keeps a copy of each draft among all mail, where nothing says what it is. */
  whyNoLetter(mail: Mail): string | null {
    return whyNoLetter(mail) ?? (!mail.purposes.has('sent') && this.#drafts.has(mail.id) ? DRAFTS : null);
  }

  /** Whether the owner wrote to this address, or it to the owner alone. */
  isKnown(address: string): boolean {
    return this.#people.has(address);
  }

  /** Whether a mail is among the letters. */
  hasMail(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Whether it is Gmail's export of all mail: one mailbox, what was sent and what was thrown away included. */
  get isWhole(): boolean {
    return this.mailboxes === 1 && this.#seen.threads && this.#seen.sent && this.#seen.refuse;
  }

  /** Whether the owner's side can be seen. */
  get showsSent(): boolean {
    return this.#sent > 0 && (this.#seen.sent || this.#sent >= this.#letters * ENOUGH_SENT);
  }

  /** Gmail's thread, or the id of the mail that began it as far as the headers tell. */
  threadOf(mail: Mail): string {
    return mail.thread || (mail.references[0] ?? (mail.inReplyTo === '' ? mail.id : (this.#rootOf(mail.inReplyTo) ?? mail.inReplyTo)));
  }

  /** Remembers where an answer belongs. To be told of each mail again while they are read. */
  noteThread(mail: Mail): void {
    if (mail.thread !== '' || (mail.inReplyTo === '' && mail.references.length === 0) || this.#rootOf(mail.id) !== undefined) return;
    if (this.#roots.size >= MOST_ROOTS) {
      this.#olderRoots = this.#roots;
      this.#roots = new Map();
    }
    this.#roots.set(detach(mail.id), detach(this.threadOf(mail)));
  }

  #rootOf(id: string): string | undefined {
    return this.#roots.get(id) ?? this.#olderRoots.get(id);
  }
}

export async function survey(archive: Archive, recognition: Recognition, own: OwnAddresses): Promise<Survey> {
  const result = new Survey(own, recognition.parts.length);
  for (const part of recognition.parts) {
    const folder = partPurpose(part, archive);
    for await (const { mails } of rawMails(archive, part)) for (const raw of mails) result.note(readMail(raw, folder));
  }
  return result;
}
