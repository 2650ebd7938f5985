/** Who wrote: WhatsApp gives the name in the phone's address book, a number, or "~ Name" that a stranger chose. */
import type { IdentityRef } from '../../domain/activity';
import { cleanName, namedPerson, nameKey } from '../reading/names';
import { phoneKey } from '../reading/phone';

export interface Author {
  /** The same for the same author within a chat: E.164 or the name. */
  key: string;
  /** E.164, '' for a name. */
  phone: string;
  displayName: string;
}

/** The scope of the archive owner's own name. */
export const OWNER_SCOPE = 'owner';

export function authorOf(written: string): Author {
  const name = cleanName(written);
  const phone = phoneKey(name);
  if (phone !== '') return { key: phone, phone, displayName: name };
  // The tilde stays in the key: a stranger may call themselves like somebody in the address book.
  return { key: nameKey(name), phone: '', displayName: name.replace(/^~\s*/, '') };
}

export const identityOf = (author: Author, conversation: string): IdentityRef =>
  author.phone === ''
    ? namedPerson('whatsapp', author.key, conversation)
    : { platform: 'whatsapp', kind: 'phone', key: author.phone, scope: '' };

/** As the owner of an archive, whose name is the same in all chats. */
export const ownerIdentity = (author: Author): IdentityRef => identityOf(author, OWNER_SCOPE);

export const phoneUrl = (phone: string): string => `https://wa.me/${phone.slice(1)}`;
