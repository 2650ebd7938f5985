/** The first account of a house, with its workspace. It can be made once, and there is nothing to undo it to. */
import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/connection.server';
import { audit } from '../db/transact.server';
import type { Direction, InteractionKind } from '../domain/activity';
import { newPublicId } from '../lib/ids.server';

export interface NewOwner {
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  /** IANA name, checked. */
  timeZone: string;
  /** UTC milliseconds. */
  now: number;
}

/** What people log by hand, in both directions: seen from the first day on, and up to now. */
const BY_HAND: readonly InteractionKind[] = ['meeting', 'call', 'message'];
const BOTH_WAYS: readonly Direction[] = ['in', 'out'];

/**
 * Makes the sign-in account, the teammate, the workspace, and the account that holds what is logged by hand.
 * @returns false where there is an owner already; nothing is written then
 */
export async function createOwner(sql: Sql, owner: NewOwner): Promise<boolean> {
  // Hashing takes long and is awaited, so it stands outside the transaction.
  const { hashPassword } = await import('better-auth/crypto');
  const password = await hashPassword(owner.password);
  return sql
    .transaction(() => {
      if (sql.prepare('SELECT 1 FROM Teammate').get() !== undefined) return false;
      const authUserId = insertSignIn(sql, owner, password);
      const teammateId = insertTeammate(sql, owner, authUserId);
      insertWorkspace(sql, owner);
      insertByHandAccount(sql, owner.now);
      audit(sql, { at: owner.now, teammateId, verb: 'create-owner', subject: null });
      return true;
    })
    .immediate();
}

function insertSignIn(sql: Sql, { name, email, now }: NewOwner, password: string): string {
  const id = randomUUID();
  sql
    .prepare('INSERT INTO AuthUser (id, name, email, emailVerified, createdAt, updatedAt) VALUES (?, ?, ?, 0, ?, ?)')
    // The sign-in library looks addresses up in lower case.
    .run(id, name, email.toLowerCase(), now, now);
  sql
    .prepare(
      `INSERT INTO AuthAccount (id, accountId, providerId, userId, password, createdAt, updatedAt)
       VALUES (?, ?, 'credential', ?, ?, ?, ?)`,
    )
    .run(randomUUID(), id, id, password, now, now);
  return id;
}

function insertTeammate(sql: Sql, { name, now }: NewOwner, authUserId: string): number {
  const { lastInsertRowid } = sql
    .prepare(`INSERT INTO Teammate (publicId, authUserId, name, role, createdAt) VALUES (?, ?, ?, 'owner', ?)`)
    .run(newPublicId(), authUserId, name, now);
  return Number(lastInsertRowid);
}

function insertWorkspace(sql: Sql, { workspaceName, timeZone, now }: NewOwner): void {
  sql
    .prepare('INSERT INTO Workspace (id, publicId, name, timeZone, createdAt) VALUES (1, ?, ?, ?, ?)')
    .run(newPublicId(), workspaceName, timeZone, now);
}

function insertByHandAccount(sql: Sql, now: number): void {
  const { lastInsertRowid } = sql
    .prepare(
      `INSERT INTO OwnAccount (publicId, platform, label, access, createdAt)
       VALUES (?, 'in_person', 'Logged by hand', 'by_hand', ?)`,
    )
    .run(newPublicId(), now);
  const cover = sql.prepare(`INSERT INTO Coverage (ownAccountId, kind, direction, "from", "to") VALUES (?, ?, ?, ?, NULL)`);
  for (const kind of BY_HAND) {
    for (const direction of BOTH_WAYS) cover.run(lastInsertRowid, kind, direction, now);
  }
}
