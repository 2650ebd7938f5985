/** What an erased person was known by: the texts whose hashes are all that stays of them. */
import type { IdentityRef } from '../activity';

/** An identity with the facts that lead from one source to another. */
export interface Knowable extends IdentityRef {
  handle?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
}

const address = (email: string) => `email\n${email.trim().toLowerCase()}`;
const number = (phone: string) => `phone\n${phone.trim()}`;
const place = ({ platform, kind, scope, key }: IdentityRef) => ['identity', platform, kind, scope, key].join('\n');

/** By its own key, without looking at what else stands beside it. Addresses and numbers are the same on every platform. */
export function ownWords(ref: IdentityRef): string {
  if (ref.kind === 'email') return address(ref.key);
  return ref.kind === 'phone' ? number(ref.key) : place(ref);
}

/** By its key, and by each fact that another source may give as a key. The own words come first. */
export function knownBy(identity: Knowable): string[] {
  const { platform, handle, email, phone } = identity;
  const words = [ownWords(identity)];
  if (handle) words.push(place({ platform, kind: 'handle', scope: '', key: handle.toLowerCase() }));
  if (email) words.push(address(email));
  if (phone) words.push(number(phone));
  return [...new Set(words)];
}

/** Whether somebody typed this name, to show whom they mean. Letter case and spaces do not matter. */
export function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('en');
  return plain(typed) === plain(name);
}
