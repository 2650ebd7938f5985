/** Addresses in headers, and what they say about who wrote. */
import { addressParser } from 'postal-mime';
import type { IdentityRef } from '../../domain/activity';
import { cleanName } from '../reading/names';
import { asUnicode, decodeWords } from './headers';

export interface Mailbox {
  /** Lower case. */
  address: string;
  /** '' where the header gives none. */
  name: string;
}

/** Letters of a header's addresses that are read; a round with more people than fit is a mailing. */
const LONGEST_LIST = 16_000;
const ADDRESS = /^[^\s@,;:<>"()[\]\\]{1,64}@[^\s@,;:<>"()[\]\\]{1,190}$/;
/** Most headers: one address, perhaps with a name that needs no reading. */
const SIMPLE = /^(?:([\p{L}\p{N} .'’-]{1,100}?) {0,3}<([^\s@<>,;:"()]{1,64}@[^\s@<>,;:"()]{1,190})>|([^\s@<>,;:"()]{1,64}@[^\s@<>,;:"()]{1,190}))$/u;

/** The mailboxes in an address header; those in groups too, each address once. */
export function mailboxes(raw: string): Mailbox[] {
  const written = asUnicode(raw.slice(0, LONGEST_LIST)).trim();
  if (written === '') return [];
  const simple = SIMPLE.exec(written);
  if (simple) return [mailbox(simple[2] ?? simple[3] ?? '', simple[1] ?? '')];
  const found = new Map<string, Mailbox>();
  for (const { address = '', name } of addressParser(written, { flatten: true })) {
    if (ADDRESS.test(address.trim())) {
      const one = mailbox(address, name);
      if (!found.has(one.address)) found.set(one.address, one);
    }
  }
  return [...found.values()];
}

function mailbox(written: string, writtenName: string): Mailbox {
  const address = written.trim().normalize('NFC').toLowerCase();
  const name = cleanName(decodeWords(writtenName)).replace(/^['"]+|['"]+$/g, '').slice(0, 200);
  return { address, name: name.toLowerCase() === address ? '' : name };
}

export const emailIdentity = (address: string): IdentityRef => ({ platform: 'email', kind: 'email', key: address, scope: '' });

/** Addresses that no person reads, in the languages mail programs speak. */
const NOBODY =
  /(?:^|[._+-])(?:no[._-]?reply|do[._-]?not[._-]?reply|no[._-]?responder|nao[._-]?responda|ne[._-]?pas[._-]?repondre|non[._-]?rispondere|nicht[._-]?antworten|niet[._-]?beantwoorden|mailer-daemon|postmaster|bounces?)(?:$|[._+-])/;

export function isNobody(address: string): boolean {
  return NOBODY.test(address.slice(0, address.lastIndexOf('@')));
}

/** "jordan+shop@…" is delivered to "jordan@…". */
export const withoutTag = (address: string): string => address.replace(/\+[^@]*@/, '@');
