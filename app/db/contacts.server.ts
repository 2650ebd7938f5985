/** Contacts and the identities that hang on them, for commands. */
import type { Platform } from '../domain/activity';
import { interactionsOfIdentity, refreshEventsOf } from './derive/contact-events.server';
import type { Sql } from './connection.server';
import type { Tables } from './rows.server';
import { GoneError, type Actor, type Work } from './transact.server';

/** A contact that is neither removed nor merged into another. */
export type KeptContact = Pick<
  Tables['Contact'], 'id' | 'publicId' | 'name' | 'headline' | 'stage' | 'howMet' | 'createdHow' | 'version'
>;

const COLUMNS = 'id, publicId, name, headline, stage, howMet, createdHow, version';

/** @returns null where nobody with that public id is kept */
export function keptContact(sql: Sql, publicId: string): KeptContact | null {
  return (
    sql
      .prepare<[string], KeptContact>(
        `SELECT ${COLUMNS} FROM Contact WHERE publicId = ? AND deletedAt IS NULL AND mergedIntoId IS NULL`,
      )
      .get(publicId) ?? null
  );
}

/** @throws GoneError where nobody with that public id is kept */
export function requireContact(sql: Sql, publicId: string): KeptContact {
  const contact = keptContact(sql, publicId);
  if (!contact) throw new GoneError('That person is no longer there.');
  return contact;
}

/** An identity as attaching it needs to know it. */
export type AttachableIdentity = Pick<
  Tables['Identity'], 'id' | 'publicId' | 'displayName' | 'handle' | 'email' | 'key' | 'company' | 'title'
> & {
  platform: Platform;
  /** Whoever it belongs to already. */
  contact: { publicId: string; name: string } | null;
  /** It is one of the user's own. */
  own: boolean;
};

interface AttachableRow extends Omit<AttachableIdentity, 'contact' | 'own'> {
  contactPublicId: string | null;
  contactName: string | null;
  own: 0 | 1;
}

/** SELECT of identities `n` as AttachableRow; to be completed with a WHERE. */
const ATTACHABLE = `SELECT n.id, n.publicId, n.platform, n.displayName, n.handle, n.email, n.key, n.company, n.title,
    c.publicId AS contactPublicId, c.name AS contactName,
    EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id) AS own
  FROM Identity n LEFT JOIN Contact c ON c.id = n.contactId`;

function toAttachable({ contactPublicId, contactName, own, ...row }: AttachableRow): AttachableIdentity {
  const contact = contactPublicId === null ? null : { publicId: contactPublicId, name: contactName ?? '' };
  return { ...row, contact, own: own === 1 };
}

/** By public id; null where there is none. */
export function findIdentity(sql: Sql, publicId: string): AttachableIdentity | null {
  const row = sql.prepare<[string], AttachableRow>(`${ATTACHABLE} WHERE n.publicId = ?`).get(publicId);
  return row ? toAttachable(row) : null;
}

/**
 * Every identity that is surely this one: the same key, a key it had before a rename, or the same address where the
 * key is an address. Never by name.
 */
export function identitiesBehind(sql: Sql, ref: { platform: Platform; kind: string; key: string }): AttachableIdentity[] {
  return sql
    .prepare<[{ platform: string; kind: string; key: string }], AttachableRow>(
      `${ATTACHABLE} WHERE n.id IN (
         SELECT id FROM Identity WHERE platform = @platform AND kind = @kind AND key = @key AND scope = ''
         UNION SELECT identityId FROM IdentityAlias WHERE platform = @platform AND kind = @kind AND key = @key AND scope = ''
         UNION SELECT id FROM Identity WHERE @kind = 'email' AND email = @key)
       ORDER BY n.id`,
    )
    .all(ref)
    .map(toAttachable);
}

/** Why an identity hangs on its contact, where it did not begin it. */
export type AttachedHow = 'by_hand' | 'same_id' | 'same_email' | 'same_phone' | 'suggestion';

/**
 * Hangs an identity on a contact, with everything that was ever said over it.
 * @returns the id of their link, ContactIdentity
 */
export function attachIdentity(
  work: Work,
  actor: Actor,
  link: { identityId: number; contactId: number; how: AttachedHow; confidence?: number },
): number {
  const { identityId, contactId, how, confidence = 1 } = link;
  work.update('Identity', { id: identityId }, { contactId });
  const linkId = work.insert('ContactIdentity', {
    contactId, identityId, how, confidence, attachedById: actor.teammateId, attachedAt: work.now,
  });
  followIdentity(work, identityId);
  work.touchContact(contactId);
  return linkId;
}

/** The link by which an identity hangs on a contact now; null where there is none. */
export function activeLink(sql: Sql, contactId: number, identityId: number): number | null {
  return (
    sql
      .prepare<[number, number], number>(
        'SELECT id FROM ContactIdentity WHERE contactId = ? AND identityId = ? AND detachedAt IS NULL ORDER BY id DESC LIMIT 1',
      )
      .pluck()
      .get(contactId, identityId) ?? null
  );
}

/** Brings events and conversations of an identity in step after it got, lost or changed its contact. */
export function followIdentity(work: Work, identityId: number): void {
  for (const interactionId of interactionsOfIdentity(work.sql, identityId)) refreshEventsOf(work.sql, interactionId);
  const conversations = work.sql
    .prepare<[number], { conversationId: number }>('SELECT conversationId FROM ConversationParticipant WHERE identityId = ?')
    .all(identityId);
  for (const { conversationId } of conversations) work.touchConversation(conversationId);
}
