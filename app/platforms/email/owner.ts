/** Whose mailbox it is: the addresses that its sent mail comes from and that its mail is delivered to. */
import type { Archive, OwnerCandidate, OwnerFinding, Recognition } from '../contract';
import { detach } from '../csv/detach';
import { counted, withThousands } from '../../lib/text';
import { emailIdentity, mailboxes, withoutTag } from './addresses';
import type { Mailbox } from './addresses';
import type { Mail } from './mail';
import { readMail } from './mail';
import { partPurpose, rawMails } from './sources';

/** Addresses counted; a mailbox belongs to one of the first it shows. */
const MOST_ADDRESSES = 20_000;
const MOST_CANDIDATES = 5;
/** A further address of the owner's sends, or receives, so much of the mail at least. */
const ENOUGH_ALSO = 0.01;
const ENOUGH_MAILS = 2;
/** Where no mail is known to be sent, the owner is certain if nearly all mail is delivered to one address… */
const NEARLY_ALL = 0.9;
const ENOUGH_DELIVERED = 3;
/** …or, where nothing says where it was delivered, if one address is in nearly all mail and no other in half of it. */
const ENOUGH_INVOLVED = 10;
const HALF = 0.5;

/** How often each address was seen. */
class Counts {
  readonly #counts = new Map<string, { count: number; name: string }>();
  total = 0;

  note({ address, name }: Mailbox): void {
    this.total += 1;
    const seen = this.#counts.get(address);
    if (seen) {
      seen.count += 1;
      if (seen.name === '' && name !== '') seen.name = detach(name);
    } else if (this.#counts.size < MOST_ADDRESSES) {
      this.#counts.set(detach(address), { count: 1, name: detach(name) });
    }
  }

  get(address: string): { count: number; name: string } {
    return this.#counts.get(address) ?? { count: 0, name: '' };
  }

  most(): string[] {
    return [...this.#counts].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1)).map(([address]) => address);
  }
}

interface Seen {
  mails: number;
  sent: Counts;
  delivered: Counts;
  /** Who took part, on either side. */
  involved: Counts;
  addressed: Counts;
}

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const seen: Seen = { mails: 0, sent: new Counts(), delivered: new Counts(), involved: new Counts(), addressed: new Counts() };
  for (const part of recognition.parts) {
    const folder = partPurpose(part, archive);
    for await (const { mails } of rawMails(archive, part)) for (const raw of mails) note(readMail(raw, folder), seen);
  }
  const [sender] = seen.sent.most();
  if (sender !== undefined) return { certain: true, candidates: [candidate(sender, seen, alsoOf(sender, seen))] };
  const [receiver] = seen.delivered.most();
  if (receiver !== undefined) {
    const { count } = seen.delivered.get(receiver);
    return finding(count >= ENOUGH_DELIVERED && count >= seen.delivered.total * NEARLY_ALL, seen.delivered.most(), seen);
  }
  return byInvolvement(seen);
}

const finding = (certain: boolean, addresses: readonly string[], seen: Seen): OwnerFinding => ({
  certain,
  candidates: addresses.slice(0, MOST_CANDIDATES).map((address) => candidate(address, seen, [])),
});

/** In a mailbox of both sides the owner is in every mail. With a single mail, whom it is addressed to comes first. */
function byInvolvement(seen: Seen): OwnerFinding {
  const { involved, addressed, mails } = seen;
  const addresses = involved.most().sort((a, b) => involved.get(b).count - involved.get(a).count || addressed.get(b).count - addressed.get(a).count);
  const [first = '', second = ''] = addresses;
  const isAlone = involved.get(first).count >= mails * NEARLY_ALL && involved.get(second).count <= mails * HALF;
  return finding(mails >= ENOUGH_INVOLVED && isAlone, addresses, seen);
}

function note(mail: Mail, seen: Seen): void {
  const { sent, delivered, involved, addressed } = seen;
  if (mail.purposes.has('spam') || mail.purposes.has('trash')) return;
  seen.mails += 1;
  if (mail.purposes.has('sent') && mail.from) sent.note(mail.from);
  const headers = ['delivered-to', 'x-original-to', 'x-delivered-to', 'envelope-to'].map((name) => mail.headers.first(name));
  const [to] = mailboxes(headers.find((header) => header !== '') ?? '');
  if (to) delivered.note({ address: withoutTag(to.address), name: '' });
  const receivers = [...mail.to, ...mail.copied];
  for (const one of receivers) addressed.note(one);
  const isToSelf = receivers.some(({ address }) => address === mail.from?.address);
  for (const one of mail.from && !isToSelf ? [mail.from, ...receivers] : receivers) involved.note(one);
}

/** The owner's further addresses: those that sent mail comes from, and those that mail is delivered to. */
function alsoOf(main: string, { sent, delivered }: Seen): string[] {
  const isOften = (counts: Counts) => (address: string) => {
    const { count } = counts.get(address);
    return count >= counts.total * ENOUGH_ALSO && (count >= ENOUGH_MAILS || counts.total <= 20);
  };
  const all = new Set([...sent.most().filter(isOften(sent)), ...delivered.most().filter(isOften(delivered))]);
  all.delete(main);
  return [...all].slice(0, 20);
}

function candidate(address: string, seen: Seen, also: readonly string[]): OwnerCandidate {
  const name = seen.sent.get(address).name || seen.involved.get(address).name;
  return {
    identity: emailIdentity(address),
    ...(also.length === 0 ? {} : { also: also.map(emailIdentity) }),
    displayName: name || address,
    evidence: evidenceFor(address, seen),
  };
}

function evidenceFor(address: string, { sent, delivered, involved, mails }: Seen): string {
  const [from, to] = [sent.get(address).count, delivered.get(address).count];
  if (from > 0) return `${counted(from, 'sent mail comes', 'sent mails come')} from this address.`;
  if (to > 0) return `${counted(to, 'mail was', 'mails were')} delivered to this address.`;
  return `It is in ${withThousands(involved.get(address).count)} of ${counted(mails, 'mail', 'mails')}, as sender or receiver.`;
}
