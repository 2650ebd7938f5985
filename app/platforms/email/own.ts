/** The owner's addresses while a mailbox is read. */
import type { IdentityRef } from '../../domain/activity';
import type { Own } from '../contract';
import { emailIdentity, withoutTag } from './addresses';
import type { Mailbox } from './addresses';
import type { Mail } from './mail';

export class OwnAddresses {
  readonly #addresses: ReadonlySet<string>;
  readonly displayName: string;
  /** Stands for the owner where a mail doesn't show which of the addresses it was. */
  readonly self: IdentityRef | null;

  constructor({ identities, displayName }: Own) {
    const addresses = identities.filter(({ platform, kind }) => platform === 'email' && kind === 'email').map(({ key }) => key);
    this.#addresses = new Set(addresses);
    this.displayName = displayName;
    this.self = identities[0] ?? null;
  }

  has(address: string): boolean {
    return this.#addresses.has(address) || this.#addresses.has(withoutTag(address));
  }

  /** Sent mail is the owner's whatever address it was sent from. */
  wrote({ from, purposes }: Mail): boolean {
    return from !== null && (this.has(from.address) || purposes.has('sent'));
  }

  /** The owner's identity behind one of these mailboxes; the one that stands for the owner where none is. */
  among(mailboxes: readonly Mailbox[]): IdentityRef | null {
    const mine = mailboxes.map(({ address }) => address).find((address) => this.has(address));
    if (mine === undefined) return this.self;
    return emailIdentity(this.#addresses.has(mine) ? mine : withoutTag(mine));
  }
}
