/** One row as a person: the cells of each column, understood. */
import type { ConsentState, IdentityRef, ProfileFacts, StatedTime } from '../../domain/activity';
import { readPhone } from './addresses';
import { plainCell } from './cells';
import type { Column } from './columns';
import { FILL } from './fill';
import type { Draft, RowContext } from './fill';

export interface Person {
  fullName: string;
  given: string;
  middle: string;
  family: string;
  suffix: string;
  emails: string[];
  /** E.164. */
  phones: string[];
  company: string;
  title: string;
  /** Accounts on networks. */
  accounts: IdentityRef[];
  /** The list's own id of them. */
  sourceId: string;
  since: StatedTime | null;
  consents: SaidConsent[];
  /** Phone calls and short messages are forbidden. */
  mustNotBePhoned: boolean;
  numbers: { metric: string; window: string; value: number }[];
  facts: ProfileFacts;
  gone: boolean;
  /** An id stood there and was unreadable for good. */
  lostId: boolean;
}

export interface SaidConsent {
  state: ConsentState;
  at: StatedTime | null;
  /** Only not forbidden: that somebody has not unsubscribed says they are subscribed where all are, and nothing elsewhere. */
  implied?: boolean;
}

export function readPerson(cells: readonly string[], columns: readonly Column[], context: RowContext): Person {
  const draft: Draft = {
    fullName: '', given: '', middle: '', family: '', suffix: '', emails: [], phones: [], company: '', title: '', accounts: [], sourceId: '',
    since: null, consents: [], mustNotBePhoned: false, numbers: [], facts: {}, gone: false, lostId: false, writtenPhones: [], country: null,
  };
  for (const column of columns) {
    const cell = plainCell(cells[column.index] ?? '');
    if (cell === '') continue;
    if (column.unread !== null) context.leaveOut(column.unread);
    else FILL[column.kind]?.(draft, cell, column, context);
  }
  for (const written of draft.writtenPhones) addPhone(draft, written, context);
  return draft;
}

function addPhone(draft: Draft, written: string, context: RowContext): void {
  const phone = readPhone(written, draft.country ?? context.home);
  if (phone === 'no country') context.leaveOut('Phone numbers without a country, which ring elsewhere in every country; the people were kept.');
  else if (phone === 'shortened') context.leaveOut('Phone numbers that a spreadsheet shortened (4.91E+11): their last digits are lost.');
  else if (phone === 'no phone') context.leaveOut('Phone numbers that can’t be right.');
  else if (!draft.phones.includes(phone.key)) draft.phones.push(phone.key);
}
