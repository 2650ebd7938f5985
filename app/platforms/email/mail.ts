/** What the headers of one mail say, ready to be judged. */
import { hashOf } from '../reading/ordinals';
import { mailboxes } from './addresses';
import type { Mailbox } from './addresses';
import { labelPurposes } from './folders';
import type { Purpose } from './folders';
import { Headers } from './headers';
import type { RawMail } from './raw-mail';

export interface Mail {
  raw: RawMail;
  headers: Headers;
  id: string;
  idBasis: 'native' | 'hash';
  from: Mailbox | null;
  to: Mailbox[];
  /** Copied in, openly or not. */
  copied: Mailbox[];
  /** Gmail's id of the thread; '' elsewhere. */
  thread: string;
  /** Ids of the mails before it in its thread, the oldest first. */
  references: string[];
  /** Id of the mail it answers, '' for none. */
  inReplyTo: string;
  purposes: ReadonlySet<Purpose>;
}

const MOST_REFERENCES = 100;
/** Bytes of the body that go into the id of a mail without one. */
const FIRST_BYTES = 1_000;
const MESSAGE_ID = /<([^<>\s]{1,250})>/g;

/** `folder`: what the mailbox it lies in is for. */
export function readMail(raw: RawMail, folder: Purpose | null): Mail {
  const headers = new Headers(raw.head);
  const [native] = idsIn(headers.first('message-id'));
  // Lists that write in their own name say here who it really was.
  const from = mailboxes(headers.first('x-original-from') || headers.first('from'))[0] ?? null;
  const purposes = labelPurposes(headers.first('x-gmail-labels'));
  const inReplyTo = idsIn(headers.first('in-reply-to'))[0] ?? '';
  return {
    raw,
    headers,
    id: native ?? hashId(raw, headers, from),
    idBasis: native === undefined ? 'hash' : 'native',
    from,
    to: mailboxes(headers.first('to')),
    copied: [...mailboxes(headers.first('cc')), ...mailboxes(headers.first('bcc'))],
    thread: /^\d{1,25}$/.exec(headers.first('x-gm-thrid'))?.[0] ?? '',
    references: idsIn(headers.first('references')),
    inReplyTo,
    purposes: folder === null ? purposes : new Set([...purposes, folder]),
  };
}

const idsIn = (header: string): string[] =>
  [...header.matchAll(MESSAGE_ID)].slice(0, MOST_REFERENCES).flatMap(([, id]) => id ?? []);

const hashId = (raw: RawMail, headers: Headers, from: Mailbox | null): string =>
  hashOf([
    'email',
    from?.address ?? '',
    headers.first('date'),
    headers.text('subject'),
    raw.body.toString('latin1', 0, FIRST_BYTES).replaceAll('\r\n', '\n').trim(),
  ]);

/** "Re: AW: Lunch" is an answer, "Fwd: Lunch" passes on what others wrote. */
const ANSWER = /^\s{0,5}(?:re|aw|antw|sv|vs|odp|ynt|res|rv|r|回复|答复|返信)\s{0,3}(?:\[\d+\])?\s{0,3}[:：]/i;
const PASSED_ON = /^\s{0,5}(?:fwd?|wg|tr|rv|enc|i|vb|vl|doorst|pd|转发|転送)\s{0,3}[:：]/i;

export function isAnswer({ inReplyTo, references }: Mail, subject: string): boolean {
  if (PASSED_ON.test(subject)) return false;
  return inReplyTo !== '' || references.length > 0 || ANSWER.test(subject);
}

const PREFIX = /^\s*(?:re|aw|antw|sv|vs|odp|ynt|res|fwd?|wg|tr|rv|回复|答复|返信)\s{0,3}(?:\[\d{1,3}\])?\s{0,3}[:：]\s*/i;
const MOST_PREFIXES = 20;

/** The subject without "Re:" and its like: the name of the thread. */
export function threadTitle(subject: string): string {
  let title = subject;
  for (let count = 0; count < MOST_PREFIXES && PREFIX.test(title); count += 1) title = title.replace(PREFIX, '');
  return title.trim();
}
