/** Adds somebody by hand: a name, and what else is known of them. */
import { attachIdentity, identitiesBehind, type AttachableIdentity } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { liftErased } from '../db/erased.server';
import { transact, type Actor, type Done, type Work } from '../db/transact.server';
import { firstName } from '../domain/contacts/names';
import { FIRST_STAGE } from '../domain/contacts/stages';
import { newPublicId } from '../lib/ids.server';
import type { TypedIdentity } from './add-contact/typed-identity.server';
import { giveTag } from './tag-contact.server';

export interface NewContact {
  name: string;
  howMet: string | null;
  tags: readonly string[];
  /** Where to find them; see add-contact/typed-identity.server.ts. */
  identities: readonly TypedIdentity[];
}

export interface AddedContact {
  /** Public id. */
  contact: string;
  /** How many identities were known as audience and came with everything said over them. */
  recognised: number;
}

/** The address or profile belongs to somebody already, or to the user. Nothing is written. */
export class IdentityTaken extends Error {
  override name = 'IdentityTaken';

  constructor(
    /** What was typed. */
    readonly identity: Pick<TypedIdentity, 'platform' | 'key'>,
    /** Whose it is; null: the user's own. */
    readonly contact: { publicId: string; name: string } | null,
  ) {
    super(contact ? `This belongs to ${contact.name} already.` : 'This is your own.');
  }
}

/** @throws IdentityTaken */
export function addContact(sql: Sql, actor: Actor, input: NewContact, now: number): Done<AddedContact | null> {
  const contact = newPublicId();
  return transact(
    sql,
    { actor, verb: 'add-contact', sentence: `${firstName(input.name)} added`, subject: contact, now },
    (work) => {
      const contactId = work.insert('Contact', {
        publicId: contact, name: input.name.trim(), nameBasis: 'user', headlineBasis: 'source', stage: FIRST_STAGE,
        howMet: input.howMet, createdAt: now, createdHow: 'by_hand',
      });
      let recognised = 0;
      for (const identity of input.identities) recognised += placeIdentity(work, actor, contactId, identity);
      for (const tag of input.tags) giveTag(work, actor, contactId, tag);
      takeHeadline(work, contactId);
      return { contact, recognised };
    },
  );
}

/** Attaches what is known already, otherwise makes it. Returns how many were known. */
function placeIdentity(work: Work, actor: Actor, contactId: number, typed: TypedIdentity): number {
  liftErased(work, { ...typed, scope: '' });
  const known = identitiesBehind(work.sql, typed).filter((identity) => !isOf(work, identity, contactId));
  for (const identity of known) {
    if (identity.own || identity.contact) throw new IdentityTaken(typed, identity.contact);
  }
  for (const { id } of known) {
    attachIdentity(work, actor, { identityId: id, contactId, how: typed.kind === 'email' ? 'same_email' : 'same_id' });
  }
  const hasItsOwn = identitiesBehind(work.sql, typed).some((identity) => identity.platform === typed.platform);
  if (hasItsOwn) return known.length;
  const identityId = work.insert('Identity', {
    platform: typed.platform, kind: typed.kind, key: typed.key, scope: '', handle: typed.handle ?? null,
    profileUrl: typed.profileUrl ?? null, email: typed.email ?? null, evidence: 'inferred', gone: 0, seenAt: work.now,
  });
  attachIdentity(work, actor, { identityId, contactId, how: 'by_hand' });
  return known.length;
}

/** Attached a moment ago, by another of the things typed. */
function isOf(work: Work, identity: AttachableIdentity, contactId: number): boolean {
  return (
    work.sql.prepare('SELECT 1 FROM Identity WHERE id = ? AND contactId = ?').get(identity.id, contactId) !== undefined
  );
}

/** What a recognised profile says about their work stands under the name until the user writes something else. */
function takeHeadline(work: Work, contactId: number): void {
  const row = work.sql
    .prepare<[number], { title: string | null; company: string | null }>(
      'SELECT title, company FROM Identity WHERE contactId = ? AND (title IS NOT NULL OR company IS NOT NULL) ORDER BY id LIMIT 1',
    )
    .get(contactId);
  const headline = row ? [row.title, row.company].filter(Boolean).join(', ') : '';
  if (headline !== '') work.update('Contact', { id: contactId }, { headline });
}
