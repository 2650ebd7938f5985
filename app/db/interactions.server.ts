/** What writing an interaction by hand needs to know: the conversation or identity it hangs on. */
import type { ConversationKind, Platform } from '../domain/activity';
import type { Sql } from './connection.server';
import type { Work } from './transact.server';

export interface ConversationTarget {
  id: number;
  publicId: string;
  kind: ConversationKind;
  ownAccountId: number;
  platform: Platform;
  /** The other side; null where nobody but the user is known in it. */
  identityId: number | null;
  contactId: number | null;
  name: string;
  lastInAt: number | null;
}

/** @returns null where there is no such conversation */
export function conversationTarget(sql: Sql, publicId: string): ConversationTarget | null {
  const row = sql
    .prepare<[string], Omit<ConversationTarget, 'identityId' | 'name'> & { contactName: string | null; title: string | null }>(
      `SELECT c.id, c.publicId, c.kind, c.ownAccountId, a.platform, s.contactId, s.lastInAt, k.name AS contactName, c.title
       FROM Conversation c JOIN OwnAccount a ON a.id = c.ownAccountId
       LEFT JOIN ConversationState s ON s.conversationId = c.id LEFT JOIN Contact k ON k.id = s.contactId
       WHERE c.publicId = ?`,
    )
    .get(publicId);
  if (!row) return null;
  const { contactName, title, ...target } = row;
  const identity = sql
    .prepare<[number, number | null], { id: number; displayName: string | null; key: string }>(
      `SELECT n.id, n.displayName, n.key FROM ConversationParticipant p JOIN Identity n ON n.id = p.identityId
       WHERE p.conversationId = ? AND NOT EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id)
       ORDER BY n.contactId IS NOT ?, n.id LIMIT 1`,
    )
    .get(row.id, row.contactId);
  return { ...target, identityId: identity?.id ?? null, name: contactName ?? identity?.displayName ?? title ?? 'somebody' };
}

/** The account that carries meetings and whatever else is logged by hand. Made with the owner. */
export function byHandAccount(sql: Sql): number {
  const row = sql
    .prepare<[], { id: number }>(`SELECT id FROM OwnAccount WHERE platform = 'in_person' AND access = 'by_hand' ORDER BY id LIMIT 1`)
    .get();
  if (!row) throw new Error('The workspace has no account for what is logged by hand.');
  return row.id;
}

/** A contact's own in-person identity, made when the first meeting needs it. */
export function inPersonIdentity(work: Work, contact: { id: number; publicId: string; name: string }): number {
  const present = work.sql
    .prepare<[string], { id: number }>(`SELECT id FROM Identity WHERE platform = 'in_person' AND kind = 'id' AND key = ? AND scope = ''`)
    .get(contact.publicId);
  if (present) return present.id;
  const id = work.insert('Identity', {
    platform: 'in_person', kind: 'id', key: contact.publicId, scope: '', displayName: contact.name, evidence: 'live',
    gone: 0, seenAt: work.now, contactId: contact.id,
  });
  work.insert('ContactIdentity', { contactId: contact.id, identityId: id, how: 'by_hand', confidence: 1, attachedAt: work.now });
  return id;
}

/** The one of the user's identities an account speaks with; null for accounts without one. */
export function ownIdentityOf(sql: Sql, ownAccountId: number): number | null {
  return (
    sql
      .prepare<[number], { identityId: number }>('SELECT identityId FROM OwnIdentity WHERE ownAccountId = ? ORDER BY addedAt LIMIT 1')
      .get(ownAccountId)?.identityId ?? null
  );
}
