/** The user's own accounts and the identities that are "me". */
import type { IdentityRef, Platform } from '../domain/activity';
import { newPublicId } from '../lib/ids.server';
import type { Provenance } from './bulk/provenance.server';
import type { Sql } from './connection.server';

export interface OwnAccountRow {
  id: number;
  label: string;
}

/** The own account this identity belongs to, if any. */
export function ownAccountOf(sql: Sql, ref: IdentityRef): OwnAccountRow | null {
  return (
    sql
      .prepare<[string, string, string, string], OwnAccountRow>(
        `SELECT a.id, a.label FROM Identity n JOIN OwnIdentity o ON o.identityId = n.id JOIN OwnAccount a ON a.id = o.ownAccountId
         WHERE n.platform = ? AND n.kind = ? AND n.key = ? AND n.scope = ?`,
      )
      .get(ref.platform, ref.kind, ref.key, ref.scope) ?? null
  );
}

/** All own accounts on a platform, oldest first. */
export function ownAccountsOn(sql: Sql, platform: Platform): OwnAccountRow[] {
  return sql
    .prepare<[string], OwnAccountRow>('SELECT id, label FROM OwnAccount WHERE platform = ? ORDER BY id')
    .all(platform);
}

/** The identities that are "me" on an account. */
export function ownIdentitiesOf(sql: Sql, ownAccountId: number): IdentityRef[] {
  return sql
    .prepare<[number], IdentityRef>(
      `SELECT n.platform, n.kind, n.key, n.scope FROM OwnIdentity o JOIN Identity n ON n.id = o.identityId WHERE o.ownAccountId = ?`,
    )
    .all(ownAccountId);
}

export interface OwnerClaim {
  platform: Platform;
  identity: IdentityRef;
  displayName: string;
  profileUrl?: string;
  basis: 'archive' | 'confirmed';
}

/**
 * Makes "me" known on a platform: the account where it is new, the identity, and the bond between them.
 * @param ownAccountId an account the identity joins; null makes a new one
 * @returns the account's id
 */
export function claimOwnIdentity(
  sql: Sql,
  claim: OwnerClaim,
  ownAccountId: number | null,
  provenance: Provenance,
  now: number,
): number {
  let accountId = ownAccountId;
  if (accountId === null) {
    accountId = Number(
      sql
        .prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES (?, ?, ?, 'archive', ?)`)
        .run(newPublicId(), claim.platform, claim.displayName, now).lastInsertRowid,
    );
    provenance.added('ownAccount', accountId);
  }
  const { platform, kind, key, scope } = claim.identity;
  const inserted = sql
    .prepare(
      `INSERT INTO Identity (publicId, platform, kind, key, scope, displayName, profileUrl, evidence, seenAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'export', ?) ON CONFLICT DO NOTHING`,
    )
    .run(newPublicId(), platform, kind, key, scope, claim.displayName, claim.profileUrl ?? null, now);
  const identity = sql
    .prepare<[string, string, string, string], { id: number }>(
      'SELECT id FROM Identity WHERE platform = ? AND kind = ? AND key = ? AND scope = ?',
    )
    .get(platform, kind, key, scope);
  if (!identity) throw new Error('The own identity could not be written.');
  if (inserted.changes === 1) provenance.added('identity', identity.id);
  const bond = sql
    .prepare('INSERT OR IGNORE INTO OwnIdentity (ownAccountId, identityId, basis, addedAt) VALUES (?, ?, ?, ?)')
    .run(accountId, identity.id, claim.basis, now);
  if (bond.changes === 1) provenance.added('ownIdentity', identity.id);
  return accountId;
}
