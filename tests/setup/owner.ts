import { createOwner } from '../../app/commands/create-owner.server';
import type { Sql } from '../../app/db/connection.server';

export const OWNER = {
  name: 'Ines Carvalho',
  email: 'ines@example.com',
  password: 'loom and ledger',
  workspaceName: 'Loom & Ledger',
  timeZone: 'Europe/Lisbon',
} as const;

/** Makes the owner that the tests sign in as. */
export async function makeOwner(sql: Sql, now = Date.UTC(2026, 10, 24)): Promise<void> {
  if (!(await createOwner(sql, { ...OWNER, now }))) throw new Error('There is an owner already.');
}
