/** The user's own accounts and the identities that are "me". */
import type { IdentityRef, Platform } from '../domain/activity';
import { newPublicId } from '../lib/ids.server';
import type { Provenance } from './bulk/provenance.server';
import type { Sql } from './connection.server';

export interface OwnAccountRow {
  id: number;
  label: string;
  /** How many of "me" it has, and how many of them are more than a name. */
  identities: number;
  addresses: number;
}

const ACCOUNTS = `SELECT a.id, a.label, count(n.id) AS identities, count(CASE WHEN n.kind <> 'name' THEN 1 END) AS addresses
  FROM OwnAccount a LEFT JOIN OwnIdentity o ON o.ownAccountId = a.id LEFT JOIN Identity n ON n.id = o.identityId`;

/** The own account this identity belongs to, if any. */
export function ownAccountOf(sql: Sql, { platform, kind, key, scope }: IdentityRef): OwnAccountRow | null {
  return (
    sql
      .prepare<[string, string, string, string], OwnAccountRow>(
        `${ACCOUNTS} WHERE a.id = (SELECT b.ownAccountId FROM OwnIdentity b JOIN Identity i ON i.id = b.identityId
           WHERE i.platform = ? AND i.kind = ? AND i.key = ? AND i.scope = ? LIMIT 1) GROUP BY a.id`,
      )
      .get(platform, kind, key, scope) ?? null
  );
}

/** The user's own accounts on a platform, oldest first; the sample's are nobody's. */
export function ownAccountsOn(sql: Sql, platform: Platform): OwnAccountRow[] {
  return sql.prepare<[string], OwnAccountRow>(`${ACCOUNTS} WHERE a.platform = ? AND a.access <> 'sample' GROUP BY a.id ORDER BY a.id`).all(platform);
}

/** The identities that are "me" on an account, oldest first: readers make ids of messages from the first one. */
export function ownIdentitiesOf(sql: Sql, ownAccountId: number): IdentityRef[] {
  return sql
    .prepare<[number], IdentityRef>(
      `SELECT n.platform, n.kind, n.key, n.scope FROM OwnIdentity o JOIN Identity n ON n.id = o.identityId
       WHERE o.ownAccountId = ? ORDER BY o.addedAt, o.identityId`,
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
  const accountId = ownAccountId ?? addOwnAccount(sql, claim.platform, claim.displayName, provenance, now);
  const identityId = ensureIdentity(sql, claim, provenance, now);
  const bond = sql
    .prepare('INSERT OR IGNORE INTO OwnIdentity (ownAccountId, identityId, basis, addedAt) VALUES (?, ?, ?, ?)')
    .run(accountId, identityId, claim.basis, now);
  provenance[bond.changes === 1 ? 'added' : 'met']('ownIdentity', identityId);
  return accountId;
}

/** An account that archives speak of. @returns its id */
export function addOwnAccount(sql: Sql, platform: Platform, label: string, provenance: Provenance, now: number): number {
  const { lastInsertRowid } = sql
    .prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES (?, ?, ?, 'archive', ?)`)
    .run(newPublicId(), platform, label, now);
  provenance.added('ownAccount', Number(lastInsertRowid));
  return Number(lastInsertRowid);
}

/** Gives an account the name its owner turned out to have. */
export function relabelOwnAccount(sql: Sql, account: OwnAccountRow, label: string, provenance: Provenance): void {
  if (account.label === label) return;
  provenance.refreshed('ownAccount', account.id, { label: account.label });
  sql.prepare('UPDATE OwnAccount SET label = ? WHERE id = ?').run(label, account.id);
}

function ensureIdentity(sql: Sql, { identity, ...claim }: OwnerClaim, provenance: Provenance, now: number): number {
  const { platform, kind, key, scope } = identity;
  const present = sql
    .prepare<[string, string, string, string], number>('SELECT id FROM Identity WHERE platform = ? AND kind = ? AND key = ? AND scope = ?')
    .pluck()
    .get(platform, kind, key, scope);
  if (present !== undefined) {
    provenance.met('identity', present);
    return present;
  }
  const { lastInsertRowid } = sql
    .prepare(
      `INSERT INTO Identity (publicId, platform, kind, key, scope, handle, displayName, profileUrl, evidence, seenAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'export', ?)`,
    )
    .run(
      newPublicId(), platform, kind, key, scope, kind === 'handle' ? key : null, claim.displayName, claim.profileUrl ?? null, now,
    );
  provenance.added('identity', Number(lastInsertRowid));
  return Number(lastInsertRowid);
}
