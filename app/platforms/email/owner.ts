/** Whose mailbox it is: the addresses that its sent mail comes from and that its mail is delivered to. */
import type { Archive, OwnerCandidate, OwnerFinding, Recognition } from '../contract';
import { detach } from '../csv/detach';
import { counted } from '../../lib/text';
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
/** Where no mail is known to be sent, the owner is certain if nearly all mail is delivered to one address. */
const NEARLY_ALL = 0.9;
const ENOUGH_DELIVERED = 3;

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
  sent: Counts;
  delivered: Counts;
  addressed: Counts;
}

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const seen: Seen = { sent: new Counts(), delivered: new Counts(), addressed: new Counts() };
  for (const part of recognition.parts) {
    const folder = partPurpose(part, archive);
    for await (const { mails } of rawMails(archive, part)) for (const raw of mails) note(readMail(raw, folder), seen);
  }
  const [sender] = seen.sent.most();
  if (sender !== undefined) return { certain: true, candidates: [candidate(sender, seen, alsoOf(sender, seen))] };
  const [receiver] = seen.delivered.most();
  if (receiver !== undefined) {
    const { count } = seen.delivered.get(receiver);
    const certain = count >= ENOUGH_DELIVERED && count >= seen.delivered.total * NEARLY_ALL;
    return { certain, candidates: seen.delivered.most().slice(0, MOST_CANDIDATES).map((address) => candidate(address, seen, [])) };
  }
  return { certain: false, candidates: seen.addressed.most().slice(0, MOST_CANDIDATES).map((address) => candidate(address, seen, [])) };
}

function note(mail: Mail, { sent, delivered, addressed }: Seen): void {
  if (mail.purposes.has('spam') || mail.purposes.has('trash')) return;
  if (mail.purposes.has('sent') && mail.from) sent.note(mail.from);
  const headers = ['delivered-to', 'x-original-to', 'x-delivered-to', 'envelope-to'].map((name) => mail.headers.first(name));
  const [to] = mailboxes(headers.find((header) => header !== '') ?? '');
  if (to) delivered.note({ address: withoutTag(to.address), name: '' });
  for (const one of mail.to) addressed.note(one);
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

function candidate(address: string, { sent, delivered, addressed }: Seen, also: readonly string[]): OwnerCandidate {
  const name = sent.get(address).name || addressed.get(address).name;
  return {
    identity: emailIdentity(address),
    ...(also.length === 0 ? {} : { also: also.map(emailIdentity) }),
    displayName: name || address,
    evidence: evidenceFor(sent.get(address).count, delivered.get(address).count, addressed.get(address).count),
  };
}

function evidenceFor(sent: number, delivered: number, addressed: number): string {
  if (sent > 0) return `${counted(sent, 'sent mail comes', 'sent mails come')} from this address.`;
  if (delivered > 0) return `${counted(delivered, 'mail was', 'mails were')} delivered to this address.`;
  return `${counted(addressed, 'mail is', 'mails are')} addressed to it.`;
}
