import { vi } from 'vitest';
import type { Sql } from '../../app/db/connection.server';

/** How many statements some work prepares on this connection. */
export function countStatements(sql: Sql, work: () => unknown): number {
  const prepare = vi.spyOn(sql, 'prepare');
  try {
    work();
    return prepare.mock.calls.length;
  } finally {
    prepare.mockRestore();
  }
}
