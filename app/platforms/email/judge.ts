/** Which mails are letters between people, and why the others are none. */
import { isNobody } from './addresses';
import { isCalendarMail } from './body';
import type { Mail } from './mail';

export const DRAFTS = 'Drafts that were never sent.';
export const TRASH = 'Mails in the trash.';
export const SPAM = 'Spam.';
export const CHATS = 'Chats that are kept among the mails.';
export const DELETED = 'Deleted mails that the mailbox file still holds.';
export const LISTS = 'Newsletters and mailing lists.';
export const AUTOMATIC = 'Mails written by machines: out-of-office notes, receipts, reports.';
export const BULK = 'Bulk mail.';
export const NO_REPLY = 'Mails from addresses that nobody reads (no-reply and the like).';
export const CALENDAR = 'Invitations to meetings and answers to them.';

/** Bit of X-Mozilla-Status: deleted, and only gone from the file when the folder is compacted. */
const EXPUNGED = 0x0008;

/** Null for a letter; else why it is left out, by what is most telling. */
export function whyNoLetter(mail: Mail): string | null {
  const { purposes, headers } = mail;
  if (purposes.has('drafts')) return DRAFTS;
  if (purposes.has('trash')) return TRASH;
  if (purposes.has('spam')) return SPAM;
  if (purposes.has('chat')) return CHATS;
  if ((Number.parseInt(headers.first('x-mozilla-status').slice(0, 4), 16) & EXPUNGED) !== 0) return DELETED;
  if (headers.has('list-id') || headers.has('list-unsubscribe') || headers.has('list-post')) return LISTS;
  if (isAutomatic(mail)) return AUTOMATIC;
  if (/^\s*(?:bulk|list|junk)\b/i.test(headers.first('precedence'))) return BULK;
  if (mail.from && isNobody(mail.from.address)) return NO_REPLY;
  return isCalendarMail(mail.raw, headers) ? CALENDAR : null;
}

/** RFC 3834, what came before it, and bounces, which have no return path. */
function isAutomatic({ headers }: Mail): boolean {
  const submitted = headers.first('auto-submitted').trim();
  if (submitted !== '' && !/^no\b/i.test(submitted)) return true;
  if (headers.has('x-autoreply') || headers.has('x-autorespond') || /^\s*auto_reply\b/i.test(headers.first('precedence'))) return true;
  return /^\s*<\s*>/.test(headers.first('return-path')) || /^\s*multipart\/report\b/i.test(headers.first('content-type'));
}
