/** One row of messages.csv: what it is, and who is in it. */
import type { IdentityRef } from '../../domain/activity';
import type { TableRow } from '../csv/table';
import { cleanName } from '../reading/names';
import { profileIdentity, splitUrls } from './slug';

export interface MessageRow {
  conversation: string;
  /** The name in FROM and, where it has an address, who that is. */
  from: { name: string; identity: IdentityRef | null };
  /** Those with an address in the list of recipients. */
  recipients: IdentityRef[];
  /** The TO cell: names joined by commas. */
  to: string;
}

export type MessageVerdict =
  | { is: 'message'; message: MessageRow }
  | { is: 'left out'; reason: string }
  | { is: 'rejected'; reason: string };

export const DRAFTS = 'Drafts that were never sent.';
export const SPONSORED = 'Sponsored messages.';
export const SPAM = 'Messages in LinkedIn’s spam folder.';

/** LinkedIn's groups end at some 50 people; a longer list is made up. */
const MOST_RECIPIENTS = 500;

/** The class names of LinkedIn's editor for paid mail. */
const SPONSORED_HTML = /<[a-z]{1,10}\s[^>]{0,300}\bspinmail-/i;

const YES = /^(yes|true|1|y)$/i;

/** What a row of messages.csv is, but for its date. Rows that nobody sent to anybody are left out, in this order. */
export function judgeMessage(row: TableRow): MessageVerdict {
  if (YES.test(row.cell('is message draft').trim()) || YES.test(row.cell('is conversation draft').trim())) {
    return { is: 'left out', reason: DRAFTS };
  }
  if (/^spam$/i.test(row.cell('folder').trim())) return { is: 'left out', reason: SPAM };
  const identity = profileIdentity(row.cell('sender profile url'));
  if (identity === null && SPONSORED_HTML.test(row.cell('content'))) return { is: 'left out', reason: SPONSORED };
  const conversation = cleanName(row.cell('conversation id'));
  if (conversation === '') return { is: 'rejected', reason: 'This message has no conversation id.' };
  const name = cleanName(row.cell('from'));
  if (name === '' && identity === null) return { is: 'rejected', reason: 'This message has no sender.' };
  const urls = splitUrls(row.cell('recipient profile urls'));
  if (urls.length > MOST_RECIPIENTS)
    return { is: 'rejected', reason: `This message names more than ${MOST_RECIPIENTS} recipients.` };
  const recipients = urls.flatMap((url) => profileIdentity(url) ?? []);
  return { is: 'message', message: { conversation, from: { name, identity }, recipients, to: row.cell('to') } };
}

/** How many files hang on a message: the cell holds their addresses, or a number, or nothing. */
export function countAttachments(cell: string): number {
  const written = cell.trim();
  if (written === '' || /^(no|false|none)$/i.test(written)) return 0;
  if (/^\d{1,3}$/.test(written)) return Number(written);
  const addresses = written.match(/https?:\/\//gi)?.length ?? 0;
  return addresses > 0 ? addresses : written.split(/[,;\n]+/).filter((piece) => piece.trim() !== '').length;
}
