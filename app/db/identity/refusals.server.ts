/** The user's "different people": kept by what the platforms call the two, so that no later import asks or joins again. */
import type { IdentityRef } from '../../domain/activity';
import { refPair, refText } from '../../domain/identity/refs';
import type { Sql } from '../connection.server';
import type { Actor, Work } from '../transact.server';

/** What identities are called, by their row ids. */
function refsOf(sql: Sql, identityIds: readonly number[]): string[] {
  return sql
    .prepare<[string], IdentityRef>('SELECT platform, kind, key, scope FROM Identity WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(identityIds))
    .map(refText);
}

/** Every identity of the one side against every one of the other: whichever is left later still says it. */
export function refuse(work: Work, actor: Actor, one: readonly number[], other: readonly number[]): void {
  const known = work.sql.prepare<[{ left: string; right: string }]>('SELECT 1 FROM DifferentPeople WHERE "left" = @left AND "right" = @right');
  const rights = refsOf(work.sql, other);
  for (const ref of refsOf(work.sql, one)) {
    for (const pair of rights.filter((right) => right !== ref).map((right) => refPair(ref, right))) {
      if (known.get(pair) === undefined) work.insert('DifferentPeople', { ...pair, saidAt: work.now, saidById: actor.teammateId });
    }
  }
}

/** Takes back every "different people" between the two sides: somebody now says that they are one. */
export function allow(work: Work, one: readonly number[], other: readonly number[]): void {
  const rights = refsOf(work.sql, other);
  for (const ref of refsOf(work.sql, one)) for (const right of rights) work.remove('DifferentPeople', refPair(ref, right));
}

/** Whether any identity of the one side was said to be somebody else than any of the other. */
export function isRefused(sql: Sql, one: readonly number[], other: readonly number[]): boolean {
  const find = sql.prepare<[{ left: string; right: string }]>('SELECT 1 FROM DifferentPeople WHERE "left" = @left AND "right" = @right');
  const rights = refsOf(sql, other);
  return refsOf(sql, one).some((ref) => rights.some((right) => find.get(refPair(ref, right)) !== undefined));
}
